import type { IResolvable } from "cdktf";
import { hcl, raw } from "../kit/hcl";

/**
 * What ECS tells of an Express service and Terraform's resource does not, as Express Mode makes it. `found` is HCL over
 * `name` and `service` for a list of words, empty when all is as it was made.
 *
 * AWS's guide says that a change from outside persists unless an update of Express Mode asks for the same thing; what
 * an update asks for are the arguments of its API.
 *
 * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/express-service-advanced-customization.html (read 2026-11-21)
 */
interface Kept {
  readonly found: string;
  /** The rest of a sentence that begins with the service's name and holds `word`. */
  readonly says: string;
}

const PERSISTS = "It persists: no update of Express Mode asks for it.";
const aws = (service: string, rest: string) =>
  `aws ecs update-service --cluster \${service.cluster_arn} --service ${service} ${rest}`;
const update = (rest: string) => aws("${service.service_name}", rest);

const AS_MADE: readonly Kept[] = [
  {
    found:
      '[for each in service.capacity_provider_strategy : each.capacity_provider if each.capacity_provider != "FARGATE"]',
    says: `runs on \${word}. ${PERSISTS} Back: ${update("--capacity-provider-strategy capacityProvider=FARGATE,base=1,weight=1 --force-new-deployment")}.`,
  },
  {
    found: 'service.enable_execute_command ? ["ECS Exec"] : []',
    says: `lets shells in by \${word}. ${PERSISTS} Back: ${update("--no-enable-execute-command --force-new-deployment")}.`,
  },
  {
    found:
      '[for each in service.deployment_configuration : each.strategy if each.strategy != "" && each.strategy != "CANARY"]',
    says: `deploys by \${word} instead of Express Mode's canary. ${PERSISTS} Way out: raise its generation, which changes its URL, or set mode = \\"ecs\\" for it.`,
  },
  {
    // A family of Express Mode's own holds the service's name; that of a stack's task definition, all but what a group puts behind it.
    found:
      'service.task_definition == "" || strcontains(reverse(split("/", service.task_definition))[0], replace(service.service_name, "/-express-stack(-private)?(-[0-9]+)?$/", "")) ? [] : [service.task_definition]',
    says: `runs the task definition \${word}, which is not Express Mode's own. The next update of the service overwrites it with what the input says. Put what is to stay into the input, or set mode = \\"ecs\\" for it.`,
  },
];

/** HCL for a sentence about each change from outside in `services`, the records of ECS by name. */
export const changesOfServices = (services: IResolvable): IResolvable => {
  const lists = AS_MADE.map(
    ({ found, says }) =>
      hcl`flatten([for name, service in ${services} : [for word in try(${raw(found)}, []) : ${raw(`"\${name} ${says}"`)}]])`,
  );
  return hcl`concat(${lists[0]}, ${lists[1]}, ${lists[2]}, ${lists[3]})`;
};

/** Without this tag ECS does not know a load balancer for its own. */
const TAG = "AmazonECSManaged";

/** HCL for the same of `loadBalancers`, the load balancers that were looked up. */
export const changesOfLoadBalancer = (loadBalancers: IResolvable): IResolvable =>
  hcl`[for each in ${loadBalancers} : ${raw(
    `"\${each.arn} has lost the tag ${TAG} = true: ECS has ejected it, and changes, scales and deletes it no more. Put the tag back: aws elbv2 add-tags --resource-arns \${each.arn} --tags Key=${TAG},Value=true."`,
  )} if try(each.tags["${raw(TAG)}"], "") != "true"]`;
