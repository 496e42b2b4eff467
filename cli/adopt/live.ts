import type { ApplicationAutoScalingClient } from "@aws-sdk/client-application-auto-scaling";
import type { ECSClient, Service } from "@aws-sdk/client-ecs";
import type { ElasticLoadBalancingV2Client, TargetGroup } from "@aws-sdk/client-elastic-load-balancing-v2";
import type { InputText } from "../../adopt";
import { InputError } from "../../modules/kit/problem";
import { RETRY, said, type Tell } from "../aws";

/** Where to look. */
export interface Look {
  readonly cluster: string;
  /** Names in ECS; every service of the cluster if there are none. */
  readonly services: readonly string[];
  readonly region: string;
}

/** Services of one describe-services call. @see https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_DescribeServices.html */
const SERVICES_OF_A_CALL = 10;
/** Target groups and load balancers of one describe call, well below what AWS takes. */
const ARNS_OF_A_CALL = 20;

interface Clients {
  readonly ecs: ECSClient;
  readonly elb: ElasticLoadBalancingV2Client;
  readonly scaling: ApplicationAutoScalingClient;
}

/**
 * Services of a cluster with all that stands around them, as describe calls answer; nothing is changed.
 *
 * @throws InputError when a call is refused whose answer is needed
 */
export async function readCluster(look: Look, tell: Tell): Promise<InputText[]> {
  const [{ ECSClient }, { ElasticLoadBalancingV2Client }, { ApplicationAutoScalingClient }] = await Promise.all([
    import("@aws-sdk/client-ecs"),
    import("@aws-sdk/client-elastic-load-balancing-v2"),
    import("@aws-sdk/client-application-auto-scaling"),
  ]);
  const options = { region: look.region, ...RETRY };
  const clients: Clients = {
    ecs: new ECSClient(options),
    elb: new ElasticLoadBalancingV2Client(options),
    scaling: new ApplicationAutoScalingClient(options),
  };
  try {
    return (await readAll(clients, look, tell)).map(([file, answer]) => ({ file, text: JSON.stringify(answer) }));
  } catch (error) {
    if (error instanceof InputError) throw error;
    const rights = "ecs:List*, ecs:Describe*, elasticloadbalancing:Describe* and application-autoscaling:Describe*";
    throw new InputError(
      [
        {
          path: `--live --cluster ${look.cluster} --region ${look.region}`,
          why: said(error),
          fix: `Check the cluster's name, and the credentials and their rights to ${rights}`,
        },
      ],
      "switchyard adopt",
    );
  }
}

type Answer = readonly [call: string, answer: unknown];

async function readAll(clients: Clients, look: Look, tell: Tell): Promise<Answer[]> {
  const services = await readServices(clients.ecs, look);
  tell(`${look.region}: ${services.length} service${services.length === 1 ? "" : "s"} in ${look.cluster}`);
  const express = services.filter(({ resourceManagementType }) => resourceManagementType === "ECS");
  const plain = services.filter((service) => !express.includes(service));
  return [
    ["aws ecs describe-services", { services }],
    ...(await readExpress(clients.ecs, express)),
    ...(await readTaskDefinitions(clients.ecs, plain)),
    ...(await readLoadBalancing(clients.elb, services, plain, tell)),
    ...(await readScaling(clients.scaling, look, plain)),
  ];
}

async function readServices(client: ECSClient, { cluster, services: given }: Look): Promise<Service[]> {
  const { DescribeServicesCommand, paginateListServices } = await import("@aws-sdk/client-ecs");
  const names = [...given];
  if (!names.length)
    for await (const page of paginateListServices({ client }, { cluster })) names.push(...(page.serviceArns ?? []));
  const answers = await Promise.all(
    chunks(names, SERVICES_OF_A_CALL).map((services) =>
      client.send(new DescribeServicesCommand({ cluster, services, include: ["TAGS"] })),
    ),
  );
  const lost = answers.flatMap(({ failures = [] }) => failures);
  if (lost.length)
    throw new InputError(
      lost.map(({ arn = "--service", reason = "no reason given" }) => ({
        path: arn,
        why: `AWS did not find it (${reason})`,
        fix: "Check the name, the cluster and the region",
      })),
      "switchyard adopt",
    );
  return answers.flatMap(({ services = [] }) => services);
}

async function readExpress(client: ECSClient, services: readonly Service[]): Promise<Answer[]> {
  const { DescribeExpressGatewayServiceCommand } = await import("@aws-sdk/client-ecs");
  return Promise.all(
    services.map(async ({ serviceArn }): Promise<Answer> => {
      const { service } = await client.send(
        new DescribeExpressGatewayServiceCommand({ serviceArn: serviceArn as string, include: ["TAGS"] }),
      );
      return [`aws ecs describe-express-gateway-service --service-arn ${serviceArn}`, { service }];
    }),
  );
}

async function readTaskDefinitions(client: ECSClient, services: readonly Service[]): Promise<Answer[]> {
  const { DescribeTaskDefinitionCommand } = await import("@aws-sdk/client-ecs");
  const arns = unique(services.map(({ taskDefinition }) => taskDefinition));
  return Promise.all(
    arns.map(async (arn): Promise<Answer> => {
      const { taskDefinition } = await client.send(new DescribeTaskDefinitionCommand({ taskDefinition: arn }));
      return [`aws ecs describe-task-definition --task-definition ${arn}`, { taskDefinition }];
    }),
  );
}

/** Of an Express service the target groups alone, for its VPC: the load balancer is Express Mode's own. */
async function readLoadBalancing(
  client: ElasticLoadBalancingV2Client,
  services: readonly Service[],
  plain: readonly Service[],
  tell: Tell,
): Promise<Answer[]> {
  const sdk = await import("@aws-sdk/client-elastic-load-balancing-v2");
  const groupsOf = (of: readonly Service[]) =>
    unique(of.flatMap(({ loadBalancers = [] }) => loadBalancers.map(({ targetGroupArn }) => targetGroupArn)));
  const own = new Set(groupsOf(plain));
  const described = await Promise.all(
    chunks(groupsOf(services), ARNS_OF_A_CALL).map((TargetGroupArns) =>
      client.send(new sdk.DescribeTargetGroupsCommand({ TargetGroupArns })),
    ),
  );
  const groups = described.flatMap(({ TargetGroups = [] }) => TargetGroups);
  const ofPlain = groups.filter(({ TargetGroupArn }) => own.has(TargetGroupArn ?? ""));
  const arns = unique(ofPlain.flatMap(({ LoadBalancerArns = [] }) => LoadBalancerArns));
  const balancers = await Promise.all(
    chunks(arns, ARNS_OF_A_CALL).map((LoadBalancerArns) =>
      client.send(new sdk.DescribeLoadBalancersCommand({ LoadBalancerArns })),
    ),
  );
  const listeners: { ListenerArn?: string }[] = [];
  for (const LoadBalancerArn of arns)
    for await (const page of sdk.paginateDescribeListeners({ client }, { LoadBalancerArn }))
      listeners.push(...(page.Listeners ?? []));
  const rules: unknown[] = [];
  for (const ListenerArn of unique(listeners.map((listener) => listener.ListenerArn)))
    for await (const page of sdk.paginateDescribeRules({ client }, { ListenerArn })) rules.push(...(page.Rules ?? []));
  return [
    ...(await Promise.all(
      groups.map((group) => withAttributes(client, group, own.has(group.TargetGroupArn ?? ""), tell)),
    )),
    [
      "aws elbv2 describe-load-balancers",
      { LoadBalancers: balancers.flatMap(({ LoadBalancers = [] }) => LoadBalancers) },
    ],
    ["aws elbv2 describe-listeners", { Listeners: listeners }],
    ["aws elbv2 describe-rules", { Rules: rules }],
  ];
}

async function withAttributes(
  client: ElasticLoadBalancingV2Client,
  group: TargetGroup,
  wanted: boolean,
  tell: Tell,
): Promise<Answer> {
  const { DescribeTargetGroupAttributesCommand } = await import("@aws-sdk/client-elastic-load-balancing-v2");
  const { TargetGroupArn } = group;
  const call = `aws elbv2 describe-target-groups --target-group-arns ${TargetGroupArn}`;
  if (!wanted) return [call, { TargetGroups: [group] }];
  try {
    const { Attributes = [] } = await client.send(new DescribeTargetGroupAttributesCommand({ TargetGroupArn }));
    return [call, { TargetGroups: [group], Attributes }];
  } catch (error) {
    tell(`${group.TargetGroupName}: attributes not read: ${said(error)}`);
    return [call, { TargetGroups: [group] }];
  }
}

async function readScaling(
  client: ApplicationAutoScalingClient,
  { cluster }: Look,
  services: readonly Service[],
): Promise<Answer[]> {
  const sdk = await import("@aws-sdk/client-application-auto-scaling");
  const home = cluster.split("/").at(-1);
  const answers = await Promise.all(
    services.map(async ({ serviceName }) => {
      const [ServiceNamespace, ResourceId] = ["ecs", `service/${home}/${serviceName}`] as const;
      const [targets, policies, schedules] = await Promise.all([
        client.send(new sdk.DescribeScalableTargetsCommand({ ServiceNamespace, ResourceIds: [ResourceId] })),
        client.send(new sdk.DescribeScalingPoliciesCommand({ ServiceNamespace, ResourceId })),
        client.send(new sdk.DescribeScheduledActionsCommand({ ServiceNamespace, ResourceId })),
      ]);
      return {
        ScalableTargets: targets.ScalableTargets ?? [],
        ScalingPolicies: policies.ScalingPolicies ?? [],
        ScheduledActions: schedules.ScheduledActions ?? [],
      };
    }),
  );
  return answers.length ? [["aws application-autoscaling describe-…", answers]] : [];
}

const unique = (values: readonly (string | undefined)[]): string[] => [
  ...new Set(values.filter((value) => value !== undefined)),
];

const chunks = <T>(values: readonly T[], size: number): T[][] =>
  Array.from({ length: Math.ceil(values.length / size) }, (_, i) => values.slice(i * size, (i + 1) * size));
