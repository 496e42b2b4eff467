import { raw, text } from "../../modules/kit/hcl";
import { workflow } from "../../modules/service-connect-refresh/workflow";
import type { FlatService } from "../flat";
import { definitionOf, flatWorkflow } from "./workflow";

const SERVICES = '${replace(aws_ecs_cluster.main.arn, ":cluster/", ":service/")}/';
const arnOf = ({ name }: FlatService): string => `"${SERVICES}shop-${name}-ecs"`;
const list = (services: readonly FlatService[]): string => `[${services.map(arnOf).join(", ")}]`;

/** What deploys callers anew that were deployed before a name they call, with the names written out. */
export const refresh = (services: readonly FlatService[]): string => {
  const targets = services.filter(({ isCalled }) => isCalled);
  const callersOf = (target: FlatService) =>
    services.filter(({ connectsTo }) => connectsTo.some(({ name }) => name === target.name));
  const callers = services.filter(({ connectsTo }) => connectsTo.length > 0);
  const pairs = targets.map((target) => `{ arn = ${arnOf(target)}, callers = ${list(callersOf(target))} }`);
  return flatWorkflow({
    is: "refresh",
    definition: definitionOf(workflow(text`${raw("aws_ecs_cluster.main.arn")}`, raw(`[${pairs.join(", ")}]`))),
    statements: [
      `{ Effect = "Allow", Action = ["ecs:DescribeServices"], Resource = ${list([...new Set([...targets, ...callers])])} }`,
      `{ Effect = "Allow", Action = ["ecs:UpdateService"], Resource = ${list(callers)} }`,
      '{ Effect = "Allow", Action = ["servicediscovery:GetService"], Resource = "${join(":", slice(split(":", replace(aws_ecs_cluster.main.arn, ":ecs:", ":servicediscovery:")), 0, 5))}:service/*" }',
    ],
    on: {
      id: "deployments",
      description: "A service of the cluster was deployed",
      pattern: `{
    "source"      = ["aws.ecs"]
    "detail-type" = ["ECS Deployment State Change"]
    "resources"   = [{ "prefix" = "${SERVICES}" }]
    "detail"      = { eventName = ["SERVICE_DEPLOYMENT_COMPLETED"] }
  }`,
      input: "$.resources[0]",
    },
    every: {
      id: "reconcile",
      description: "Looks for callers that were deployed before a name they call",
      rate: "rate(15 minutes)",
      input: "target",
    },
  });
};
