/** Application and network load balancers. */
import { blocks, text, texts, type State } from "../values";
import { maxLength, mustExist, unique } from "./checks";
import type { Context } from "./context";
import { AwsError } from "./errors";
import { combine, type Model, type Models } from "./model";
import type { World } from "./world";

/** Hosted zones of load balancers' names, by region; others get a made-up one. */
const ZONE_IDS: Readonly<Record<string, string>> = {
  "us-east-1": "Z35SXDOTRQ7X7K",
  "us-east-2": "Z3AADJGX6KTTL2",
  "us-west-2": "Z1H1FL5HABSF5",
  "eu-west-1": "Z32O12XQLNTSW2",
  "eu-central-1": "Z215JYRZR1TBD5",
};

/** The hosted zone of load balancers' names in a region. */
export function loadBalancerZone(region: string): string {
  return ZONE_IDS[region] ?? "Z00000000SIMULATED";
}

/** What follows `arn:…:loadbalancer/` or stands at the end of a target group's ARN: the dimension of its metrics. */
export function arnSuffix(arn: string): string {
  const resource = arn.split(":").slice(5).join(":");
  return resource.replace(/^loadbalancer\//, "");
}

/** Sets what AWS decides about a load balancer: ARN, DNS name, VPC. */
export function completeLoadBalancer(object: State, context: Context): void {
  const name = text(object, "name")!;
  const kind = object["load_balancer_type"] === "network" ? "net" : "app";
  const arn = context.arn("elasticloadbalancing", `loadbalancer/${kind}/${name}/${context.hex(16)}`);
  const internal = (object["internal"] ??= false) === true;
  const number = parseInt(context.hex(8, "dns"), 16);
  Object.assign(object, {
    id: arn,
    arn,
    arn_suffix: arnSuffix(arn),
    dns_name: `${internal ? "internal-" : ""}${name}-${number}.${context.region}.elb.amazonaws.com`,
    zone_id: loadBalancerZone(context.region),
  });
  object["ip_address_type"] ??= "ipv4";
  const mapped = blocks(object, "subnet_mapping").map((mapping) => text(mapping, "subnet_id")!);
  object["subnets"] ??= mapped;
  const subnets = texts(object, "subnets").map((id) =>
    mustExist(context, "aws_subnet", id, "Elastic Load Balancing v2: CreateLoadBalancer", "SubnetNotFound", "subnet"),
  );
  object["vpc_id"] ??= subnets[0]?.state["vpc_id"] ?? "";
  object["security_groups"] ??= defaultSecurityGroups(context.world, String(object["vpc_id"]));
  object["secondary_ips_auto_assigned_per_subnet"] ??= 0;
}

function defaultSecurityGroups(world: World, vpcId: string): string[] {
  const id = text(world.get("aws_vpc", vpcId)?.state, "default_security_group_id");
  return id ? [id] : [];
}

const LB_CREATE = "Elastic Load Balancing v2: CreateLoadBalancer";
const TG_CREATE = "Elastic Load Balancing v2: CreateTargetGroup";

/** The load balancer writes a test file when it is told where its logs go. */
function checkAccessLogs(object: State, { world, complete }: Context): void {
  for (const logs of blocks(object, "access_logs")) {
    if (logs["enabled"] !== true || !complete) continue;
    const bucket = text(logs, "bucket")!;
    const policy = text(world.find("aws_s3_bucket_policy", (state) => state["bucket"] === bucket)?.state, "policy");
    if (!policy?.includes("logdelivery.elasticloadbalancing.amazonaws.com"))
      throw new AwsError(
        "Elastic Load Balancing v2: ModifyLoadBalancerAttributes",
        "InvalidConfigurationRequest",
        `Access Denied for bucket: ${bucket}. Please check S3bucket permission`,
      );
  }
}

const loadBalancer: Model = {
  update: (object, _, context) => checkAccessLogs(object, context),
  create(object, context) {
    checkAccessLogs(object, context);
    completeLoadBalancer(object, context);
    if (object["load_balancer_type"] === "network") return;
    const zones = new Set(
      texts(object, "subnets").map((id) => context.world.get("aws_subnet", id)?.state["availability_zone"]),
    );
    if (zones.size < 2)
      throw new AwsError(
        LB_CREATE,
        "ValidationError",
        "At least two subnets in two different Availability Zones must be specified",
      );
    for (const id of texts(object, "security_groups"))
      mustExist(context, "aws_security_group", id, LB_CREATE, "InvalidConfigurationRequest", "security group");
  },
  delete({ id, state }, { world }) {
    if (state["enable_deletion_protection"] === true)
      throw new AwsError(
        "Elastic Load Balancing v2: DeleteLoadBalancer",
        "OperationNotPermitted",
        `Load balancer '${id}' cannot be deleted because deletion protection is enabled`,
      );
    for (const listener of world.all("aws_lb_listener").filter((one) => one.state["load_balancer_arn"] === id))
      removeListener(world, listener.id);
    const association = world.find("aws_wafv2_web_acl_association", (one) => one["resource_arn"] === id);
    if (association) world.remove(association.type, association.id);
  },
  import: (id, world) => world.find("aws_lb", (state) => state["name"] === id),
};

/** Removes a listener with its rules and certificates. */
export function removeListener(world: World, id: string): void {
  for (const type of ["aws_lb_listener_rule", "aws_lb_listener_certificate"])
    for (const object of world.all(type)) if (object.state["listener_arn"] === id) world.remove(type, object.id);
  world.remove("aws_lb_listener", id);
}

const listener: Model = {
  create(object, context) {
    const operation = "Elastic Load Balancing v2: CreateListener";
    const loadBalancerArn = text(object, "load_balancer_arn")!;
    mustExist(context, "aws_lb", loadBalancerArn, operation, "LoadBalancerNotFound", "load balancer");
    if (
      context.world.find(
        "aws_lb_listener",
        (other) => other["load_balancer_arn"] === loadBalancerArn && other["port"] === object["port"],
      )
    )
      throw new AwsError(
        operation,
        "DuplicateListener",
        "A listener already exists on this port for this load balancer",
      );
    if (object["protocol"] === "HTTPS" && !text(object, "certificate_arn"))
      throw new AwsError(operation, "ValidationError", "A certificate must be specified for HTTPS listeners");
    checkTargetGroups(object, context, operation);
    const arn = `${loadBalancerArn.replace(":loadbalancer/", ":listener/")}/${context.hex(16)}`;
    Object.assign(object, { id: arn, arn });
    object["protocol"] ??= "HTTP";
    object["ssl_policy"] ??= object["protocol"] === "HTTPS" ? "ELBSecurityPolicy-2016-08" : "";
    numberActions(object, "default_action");
  },
  delete: ({ id }, { world }) => removeListener(world, id),
};

/** Values that the conditions of one rule compare. */
const CONDITION_VALUES = 5;

function checkConditions(object: State, operation: string): void {
  const values = blocks(object, "condition").flatMap((condition) =>
    Object.keys(condition).flatMap((kind) => blocks(condition, kind).flatMap((block) => texts(block, "values"))),
  );
  if (values.length > CONDITION_VALUES)
    throw new AwsError(operation, "ValidationError", `A rule can only have '${CONDITION_VALUES}' condition values`);
}

const listenerRule: Model = {
  create(object, context) {
    const operation = "Elastic Load Balancing v2: CreateRule";
    checkConditions(object, operation);
    const listenerArn = text(object, "listener_arn")!;
    mustExist(context, "aws_lb_listener", listenerArn, operation, "ListenerNotFound", "listener");
    const siblings = context.world
      .all("aws_lb_listener_rule")
      .filter(({ state }) => state["listener_arn"] === listenerArn);
    const highest = Math.max(
      0,
      ...siblings.map(({ state }) => Number(state["priority"])).filter((priority) => priority < 99999),
    );
    const priority = (object["priority"] ??= highest + 1);
    if (siblings.some(({ state }) => state["priority"] === priority))
      throw new AwsError(operation, "PriorityInUse", `Priority '${String(priority)}' is currently in use`);
    checkTargetGroups(object, context, operation);
    const arn = `${listenerArn.replace(":listener/", ":listener-rule/")}/${context.hex(16)}`;
    Object.assign(object, { id: arn, arn });
    numberActions(object, "action");
  },
  update(object, stored, context) {
    checkConditions(object, "Elastic Load Balancing v2: ModifyRule");
    const taken = context.world.find(
      "aws_lb_listener_rule",
      (other, { id }) =>
        id !== stored.id &&
        other["listener_arn"] === object["listener_arn"] &&
        other["priority"] === object["priority"],
    );
    if (taken)
      throw new AwsError(
        "Elastic Load Balancing v2: SetRulePriorities",
        "PriorityInUse",
        `Priority '${String(object["priority"])}' is currently in use`,
      );
  },
};

/** Actions get the numbers in which they are written. */
function numberActions(object: State, name: string): void {
  blocks(object, name).forEach((action, index) => (action["order"] ??= index + 1));
}

/** Target groups that the actions of a listener or rule forward to. */
export function targetGroupsOf(object: State): string[] {
  return ["default_action", "action"]
    .flatMap((name) => blocks(object, name))
    .flatMap((action) => [
      ...[text(action, "target_group_arn")].filter((arn): arn is string => arn !== undefined),
      ...blocks(action, "forward").flatMap((forward) =>
        blocks(forward, "target_group").map((group) => text(group, "arn")!),
      ),
    ]);
}

function checkTargetGroups(object: State, context: Context, operation: string): void {
  for (const arn of targetGroupsOf(object))
    if (!context.world.get("aws_lb_target_group", arn))
      throw new AwsError(operation, "TargetGroupNotFound", `One or more target groups not found: ${arn}`);
  const sticky = targetGroupsOf(object).find((arn) => isSticky(context.world.get("aws_lb_target_group", arn)!.state));
  if (sticky && sharesWithoutStickiness(object))
    throw new AwsError(
      operation,
      "InvalidConfigurationRequest",
      `You must enable group stickiness on a rule if you enabled target stickiness on one of its target groups (${sticky})`,
    );
}

/** Whether a rule or listener shares the traffic among several target groups without keeping a client to one of them. */
const sharesWithoutStickiness = (object: State): boolean =>
  ["default_action", "action"]
    .flatMap((name) => blocks(object, name))
    .flatMap((action) => blocks(action, "forward"))
    .some(
      (forward) =>
        blocks(forward, "target_group").length > 1 &&
        !blocks(forward, "stickiness").some((stickiness) => stickiness["enabled"] === true),
    );

const isSticky = (targetGroup: State): boolean =>
  blocks(targetGroup, "stickiness").some((stickiness) => stickiness["enabled"] !== false);

/** Load balancers that a target group gets traffic from. */
export function loadBalancersOf(world: World, targetGroupArn: string): string[] {
  const listeners = world.all("aws_lb_listener").filter(({ state }) => targetGroupsOf(state).includes(targetGroupArn));
  const rules = world.all("aws_lb_listener_rule").filter(({ state }) => targetGroupsOf(state).includes(targetGroupArn));
  const behind = rules
    .map(({ state }) => world.get("aws_lb_listener", text(state, "listener_arn")))
    .filter((found) => found !== undefined);
  return [...new Set([...listeners, ...behind].map(({ state }) => text(state, "load_balancer_arn")!))];
}

const targetGroup: Model = {
  create(object, context) {
    const arn = context.arn("elasticloadbalancing", `targetgroup/${text(object, "name")}/${context.hex(16)}`);
    Object.assign(object, { id: arn, arn, arn_suffix: arnSuffix(arn), load_balancer_arns: [] });
    object["ip_address_type"] ??= "ipv4";
    object["protocol_version"] ??= object["protocol"] === "HTTP" || object["protocol"] === "HTTPS" ? "HTTP1" : "";
    object["load_balancing_algorithm_type"] ??= "round_robin";
    object["load_balancing_anomaly_mitigation"] ??= "off";
    object["load_balancing_cross_zone_enabled"] ??= "use_load_balancer_configuration";
    for (const check of blocks(object, "health_check")) {
      check["matcher"] ??= "200";
      check["path"] ??= "/";
      check["timeout"] ??= 5;
    }
  },
  update(object, { id }, { world }) {
    const rule = world
      .all("aws_lb_listener_rule")
      .find(({ state }) => targetGroupsOf(state).includes(id) && sharesWithoutStickiness(state));
    if (rule && isSticky(object))
      throw new AwsError(
        "Elastic Load Balancing v2: ModifyTargetGroupAttributes",
        "InvalidConfigurationRequest",
        `This target group appears behind a rule with group stickiness disabled (${rule.id}). You must enable group stickiness before enabling target stickiness`,
      );
  },
  delete({ id }, { world }) {
    const used = [...world.all("aws_lb_listener"), ...world.all("aws_lb_listener_rule")].find(({ state }) =>
      targetGroupsOf(state).includes(id),
    );
    if (used)
      throw new AwsError(
        "Elastic Load Balancing v2: DeleteTargetGroup",
        "ResourceInUse",
        `Target group '${id}' is currently in use by a listener or a rule`,
      );
  },
};

/** Certificates of one load balancer besides its listeners' own. */
const CERTIFICATES = 25;

const listenerCertificate: Model = {
  create(object, context) {
    const operation = "Elastic Load Balancing v2: AddListenerCertificates";
    const [listenerArn, certificateArn] = [text(object, "listener_arn")!, text(object, "certificate_arn")!];
    const certificate = context.world.get("aws_acm_certificate", certificateArn);
    if (certificate && certificate.state["status"] !== "ISSUED")
      throw new AwsError(
        operation,
        "UnsupportedCertificate",
        `The certificate '${certificateArn}' must have a fully-qualified domain name, a supported signature, and a supported key size`,
      );
    const others = context.world
      .all("aws_lb_listener_certificate")
      .filter(({ state }) => state["listener_arn"] === listenerArn);
    if (others.length >= CERTIFICATES)
      throw new AwsError(
        operation,
        "TooManyCertificates",
        "The maximum number of certificates on a load balancer has been reached",
      );
    object["id"] = `${listenerArn}_${certificateArn}`;
  },
};

/** Models of load balancing. */
export const LOAD_BALANCING: Models = {
  aws_lb: combine(
    unique(
      "aws_lb",
      ["name"],
      LB_CREATE,
      "DuplicateLoadBalancerName",
      (object) => `A load balancer with the same name '${text(object, "name")}' exists, but with different settings`,
    ),
    maxLength("name", 32, LB_CREATE, "ValidationError"),
    loadBalancer,
  ),
  aws_lb_listener: listener,
  aws_lb_listener_rule: listenerRule,
  aws_lb_listener_certificate: listenerCertificate,
  aws_lb_target_group: combine(
    unique(
      "aws_lb_target_group",
      ["name"],
      TG_CREATE,
      "DuplicateTargetGroupName",
      (object) => `A target group with the same name '${text(object, "name")}' exists, but with different settings`,
    ),
    maxLength("name", 32, TG_CREATE, "ValidationError"),
    targetGroup,
  ),
};
