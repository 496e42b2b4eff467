/** Deployments of plain services: what a strategy needs, and how one that moves requests leaves the listener rules. */
import { blocks, same, text, type State } from "../values";
import type { Context } from "./context";
import { AwsError } from "./errors";
import { shiftTraffic } from "./express-deployment";
import { isAttached } from "./iam";
import { targetGroupsOf } from "./load-balancing";
import type { World, WorldObject } from "./world";

/** The managed policy that ECS needs to move requests. */
const LOAD_BALANCER_POLICY = "arn:aws:iam::aws:policy/AmazonECSInfrastructureRolePolicyForLoadBalancers";

/** What a deployment does not follow from. */
const NO_DEPLOYMENT = new Set(["tags", "tags_all", "timeouts"]);

const strategyOf = (service: State): string =>
  blocks(service, "deployment_configuration").map((deployment) => text(deployment, "strategy"))[0] ?? "ROLLING";

/** The load balancer of a service that can move requests, with its `advanced_configuration`. */
function shiftable(service: State): { balancer: State; advanced: State } | undefined {
  for (const balancer of blocks(service, "load_balancer"))
    for (const advanced of blocks(balancer, "advanced_configuration")) return { balancer, advanced };
  return undefined;
}

/** Refuses a strategy that has nothing to move, and target groups that its rules do not forward to. */
export function checkDeployment(service: State, context: Context, operation: string): void {
  const refuse = (message: string): never => {
    throw new AwsError(operation, "InvalidParameterException", message);
  };
  const strategy = strategyOf(service);
  const found = shiftable(service);
  const connect = blocks(service, "service_connect_configuration").some((one) => blocks(one, "service").length > 0);
  if (["CANARY", "LINEAR"].includes(strategy) && !found && !connect)
    refuse(`The ${strategy} deployment strategy requires a load balancer or Service Connect.`);
  if (!found) return;
  const { balancer, advanced } = found;
  const groups = [text(balancer, "target_group_arn"), text(advanced, "alternate_target_group_arn")];
  for (const name of ["production_listener_rule", "test_listener_rule"]) {
    const arn = text(advanced, name);
    const rule = context.world.get("aws_lb_listener_rule", arn);
    if (arn !== undefined && !(rule && groups.every((group) => targetGroupsOf(rule.state).includes(group ?? ""))))
      refuse(
        "Both targetGroup and alternateTargetGroup must be associated with the productionListenerRule or testListenerRule.",
      );
  }
  const role = text(advanced, "role_arn")!;
  if (context.complete && !isAttached(context.world, role, LOAD_BALANCER_POLICY))
    refuse(`ECS cannot change the listener rules: the role ${role} does not have ${LOAD_BALANCER_POLICY}.`);
}

/** Which target group gets the requests; kept beside the service, whose own configuration does not change. */
export function trafficFacts(service: State): State | undefined {
  const found = shiftable(service);
  return (
    found && {
      target_group_arn: text(found.balancer, "target_group_arn") ?? null,
      alternate_target_group_arn: text(found.advanced, "alternate_target_group_arn") ?? null,
      listener_rule_arn: text(found.advanced, "production_listener_rule") ?? null,
    }
  );
}

/** Every update deploys, except one of tags. One that moves requests leaves them on the other target group. */
export function deploy(service: State, stored: WorldObject, world: World): void {
  const fresh = trafficFacts(service);
  const before = stored.facts;
  const groups = [fresh?.["target_group_arn"], fresh?.["alternate_target_group_arn"]];
  const sameRule = before?.["listener_rule_arn"] === fresh?.["listener_rule_arn"];
  const facts = fresh && before && sameRule && groups.includes(before["target_group_arn"]) ? before : fresh;
  if (facts) stored.facts = facts;
  else delete stored.facts;
  const deploys = Object.keys(service).some(
    (name) => !NO_DEPLOYMENT.has(name) && !same(service[name], stored.state[name]),
  );
  if (deploys && facts && strategyOf(service) !== "ROLLING") shiftTraffic(facts, world);
}
