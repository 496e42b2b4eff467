import type { AppRunnerClient, Service } from "@aws-sdk/client-apprunner";
import type { WAFV2Client } from "@aws-sdk/client-wafv2";
import { InputError } from "../../modules/kit/problem";
import type { InputText } from "../../apprunner";
import { RETRY, said, type Tell } from "../aws";

/** App Runner's regions. @see https://docs.aws.amazon.com/general/latest/gr/apprunner.html */
export const REGIONS = [
  "us-east-1",
  "us-east-2",
  "us-west-2",
  "ap-south-1",
  "ap-southeast-1",
  "ap-southeast-2",
  "ap-northeast-1",
  "eu-central-1",
  "eu-west-1",
  "eu-west-2",
  "eu-west-3",
];

interface Clients {
  readonly runner: AppRunnerClient;
  readonly waf: WAFV2Client;
}

/**
 * The services of an account as describe- and list- calls answer them; nothing is changed. What may not be read besides a
 * service is told and left out.
 *
 * @throws InputError when a region cannot be read
 */
export async function readAccount(regions: readonly string[], tell: Tell): Promise<InputText[]> {
  const [{ AppRunnerClient }, { WAFV2Client }] = await Promise.all([
    import("@aws-sdk/client-apprunner"),
    import("@aws-sdk/client-wafv2"),
  ]);
  const read = await Promise.allSettled(
    regions.map((region) =>
      readRegion(
        { runner: new AppRunnerClient({ region, ...RETRY }), waf: new WAFV2Client({ region, ...RETRY }) },
        region,
        tell,
      ),
    ),
  );
  const problems = read.flatMap((each, i) =>
    each.status === "rejected"
      ? [
          {
            path: `--from-aws --region ${regions[i]}`,
            why: said(each.reason),
            fix: "Check the credentials and their rights to apprunner:List* and apprunner:Describe*, or leave the region out",
          },
        ]
      : [],
  );
  if (problems.length) throw new InputError(problems, "switchyard migrate");
  return read.flatMap((each) => (each.status === "fulfilled" ? each.value : []));
}

async function readRegion(clients: Clients, region: string, tell: Tell): Promise<InputText[]> {
  const { paginateListServices, paginateListVpcIngressConnections } = await import("@aws-sdk/client-apprunner");
  const arns: string[] = [];
  for await (const page of paginateListServices({ client: clients.runner }, {}))
    arns.push(...(page.ServiceSummaryList ?? []).flatMap(({ ServiceArn }) => ServiceArn ?? []));
  tell(`${region}: ${arns.length} service${arns.length === 1 ? "" : "s"}`);
  if (!arns.length) return [];
  const ingress: { service: string; arn: string }[] = [];
  for await (const page of paginateListVpcIngressConnections({ client: clients.runner }, {})) {
    ingress.push(
      ...(page.VpcIngressConnectionSummaryList ?? []).flatMap(
        ({ ServiceArn: service, VpcIngressConnectionArn: arn }) => (service && arn ? [{ service, arn }] : []),
      ),
    );
  }
  const texts: InputText[] = [];
  for (const arn of arns) {
    const bundle = await readService(
      clients,
      arn,
      ingress.filter(({ service }) => service === arn).map((each) => each.arn),
      tell,
    );
    texts.push({ file: arn, text: JSON.stringify(bundle) });
  }
  return texts;
}

/** A service with its companions in one object, so that they belong together. */
async function readService(
  { runner, waf }: Clients,
  arn: string,
  ingress: readonly string[],
  tell: Tell,
): Promise<object> {
  const sdk = await import("@aws-sdk/client-apprunner");
  const { Service: service } = await runner.send(new sdk.DescribeServiceCommand({ ServiceArn: arn }));
  const optional = async <T>(what: string, call: () => Promise<T>): Promise<T | undefined> => {
    try {
      return await call();
    } catch (error) {
      tell(`${arn}: ${what} not read: ${said(error)}`);
      return undefined;
    }
  };
  const { scaling, connector, observability } = arnsOf(service);
  const domains = async () => {
    const pages = sdk.paginateDescribeCustomDomains({ client: runner }, { ServiceArn: arn });
    const all = { ServiceArn: arn, DNSTarget: undefined as string | undefined, CustomDomains: [] as unknown[] };
    for await (const page of pages) {
      all.DNSTarget ??= page.DNSTarget;
      all.CustomDomains.push(...(page.CustomDomains ?? []));
    }
    return all;
  };
  return {
    Service: service,
    ...pick(
      "Tags",
      await optional("tags", () => runner.send(new sdk.ListTagsForResourceCommand({ ResourceArn: arn }))),
    ),
    ...(scaling
      ? pick(
          "AutoScalingConfiguration",
          await optional("auto scaling configuration", () =>
            runner.send(new sdk.DescribeAutoScalingConfigurationCommand({ AutoScalingConfigurationArn: scaling })),
          ),
        )
      : {}),
    ...(connector
      ? pick(
          "VpcConnector",
          await optional("VPC connector", () =>
            runner.send(new sdk.DescribeVpcConnectorCommand({ VpcConnectorArn: connector })),
          ),
        )
      : {}),
    ...(observability
      ? pick(
          "ObservabilityConfiguration",
          await optional("observability configuration", () =>
            runner.send(
              new sdk.DescribeObservabilityConfigurationCommand({ ObservabilityConfigurationArn: observability }),
            ),
          ),
        )
      : {}),
    ...(await optional("custom domains", domains)),
    VpcIngressConnection: (
      await Promise.all(
        ingress.map((each) =>
          optional("VPC ingress connection", () =>
            runner.send(new sdk.DescribeVpcIngressConnectionCommand({ VpcIngressConnectionArn: each })),
          ),
        ),
      )
    ).flatMap((each) => each?.VpcIngressConnection ?? []),
    ...(await optional("web ACL", () => readWebAcl(waf, arn))),
  };
}

const arnsOf = (service: Service | undefined) => ({
  scaling: service?.AutoScalingConfigurationSummary?.AutoScalingConfigurationArn,
  connector: service?.NetworkConfiguration?.EgressConfiguration?.VpcConnectorArn,
  observability: service?.ObservabilityConfiguration?.ObservabilityConfigurationArn,
});

const pick = <K extends string>(name: K, answer: Partial<Record<K, unknown>> | undefined): object =>
  answer?.[name] === undefined ? {} : { [name]: answer[name] };

/** The web ACL of a service and the IP sets that its rules name. @see https://docs.aws.amazon.com/waf/latest/APIReference/API_GetWebACLForResource.html */
async function readWebAcl(client: WAFV2Client, arn: string): Promise<object> {
  const { GetWebACLForResourceCommand, GetIPSetCommand } = await import("@aws-sdk/client-wafv2");
  const { WebACL: acl } = await client.send(new GetWebACLForResourceCommand({ ResourceArn: arn }));
  if (!acl) return {};
  const sets = (acl.Rules ?? []).flatMap((rule) => rule.Statement?.IPSetReferenceStatement?.ARN ?? []);
  const read = await Promise.all(
    sets.map(async (set) => {
      const [, , name, id] = (set.split(":")[5] ?? "").split("/");
      return (await client.send(new GetIPSetCommand({ Name: name, Id: id, Scope: "REGIONAL" }))).IPSet;
    }),
  );
  return { WebACL: acl, IPSet: read.filter((set) => set !== undefined) };
}
