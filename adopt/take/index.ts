import type { Finding } from "../../apprunner/finding";
import { labels } from "../../apprunner/rules/identity";
import type { Problem } from "../../modules/kit/problem";
import { arnOf, type ExpressService, type Found, type PlainService } from "../found";
import type { AdoptOptions } from "../options";
import { express } from "./express";
import { missingInFront, type Said } from "./front";
import { plain } from "./plain";
import { stands } from "./stands";
import { join, ownTags, type Part, type Taken } from "./taken";

export type { Ground, Import, Taken } from "./taken";

export interface TakenAll {
  readonly services: readonly Taken[];
  /** What else has to be given. */
  readonly problems: readonly Problem[];
}

/** Every service that was described, as far as it can be taken over. */
export function takeAll(found: Found, options: AdoptOptions): TakenAll {
  const chosen = ({ serviceName }: { serviceName: string }) =>
    !options.services?.length || options.services.includes(serviceName);
  const arns = new Set(found.express.map(({ serviceArn }) => serviceArn));
  const services = [
    ...found.express.filter(chosen),
    ...found.services.filter((service) => !arns.has(service.serviceArn)).filter(chosen),
  ];
  const keys = labels(services.map(({ serviceName }) => serviceName));
  const blocks = options.allowedCidrs?.length ?? 0;
  const priorities: number[] = [];
  const taken = services.map((service, i) => {
    const key = keys[i] as string;
    if ("infrastructureRoleArn" in service)
      return { service: ofExpress(key, service as ExpressService, found), problems: [] };
    const hostNames = options.hostNames?.[key] ?? options.hostNames?.[service.serviceName] ?? [];
    const one = ofPlain(key, service as PlainService, found, { hostNames, blocks, priorities });
    if (one.service?.service.listener_rule_priority) priorities.push(one.service.service.listener_rule_priority);
    return one;
  });
  return {
    services: taken.flatMap(({ service }) => service ?? []),
    problems: taken.flatMap(({ problems }) => problems),
  };
}

const isBlocked = (findings: readonly Pick<Finding, "severity">[]): boolean =>
  findings.some(({ severity }) => severity === "blocker");

export const blocked = ({ findings }: Taken): boolean => isBlocked(findings);

function ofExpress(key: string, service: ExpressService, found: Found): Taken {
  return {
    ...describe(key, service),
    mode: "express",
    cluster: service.cluster.split("/").at(-1) as string,
    ...join(key, { express: express(key, service, found) }),
  };
}

function ofPlain(
  key: string,
  service: PlainService,
  found: Found,
  said: Said,
): { service?: Taken; problems: Problem[] } {
  const about = { ...describe(key, service), mode: "ecs" as const, cluster: arnOf(service.clusterArn).name };
  if (service.resourceManagementType === "ECS")
    return {
      problems: [
        needed(
          service,
          `aws ecs describe-express-gateway-service --service-arn ${service.serviceArn} --include TAGS`,
          "it is a service of Express Mode",
        ),
      ],
    };
  const first: Part = stands(key, service);
  if (isBlocked(first.drafts ?? [])) return { service: { ...about, ...join(key, { stands: first }) }, problems: [] };
  const definition = found.taskDefinitions.find(
    ({ taskDefinitionArn }) => taskDefinitionArn === service.taskDefinition,
  );
  const calls = [
    ...(definition ? [] : [`aws ecs describe-task-definition --task-definition ${service.taskDefinition}`]),
    ...missingInFront(service, found),
  ];
  if (!definition || calls.length)
    return { problems: calls.map((call) => needed(service, call, "this is not all that there is of it")) };
  return { service: { ...about, ...join(key, plain(key, service, definition, found, said)) }, problems: [] };
}

const needed = ({ serviceName }: PlainService, call: string, why: string): Problem => ({
  path: serviceName,
  why,
  fix: `Give the answer of: ${call}`,
});

function describe(key: string, service: PlainService | ExpressService) {
  const { region, account } = arnOf(service.serviceArn);
  return { key, name: service.serviceName, arn: service.serviceArn, region, account, tags: ownTags(service.tags) };
}
