import { changed, type Draft, kept, lost } from "../../apprunner/finding";
import type { Found, Listener, LoadBalancer, PlainService, Rule, TargetGroup } from "../found";
import { listenerOfRule } from "../found";
import { CONDITION_VALUES } from "../../modules/spec/limits";
import { HIGHEST_PRIORITY } from "../limits";
import type { Part } from "./taken";

const PROTOCOLS = { HTTP1: "http", HTTP2: "http2", GRPC: "grpc" } as const;
const HOST = /^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}$/;

type Actions = Listener["DefaultActions"];

const forwardsTo = (actions: Actions, arn: string): boolean =>
  actions.some(
    ({ TargetGroupArn, ForwardConfig }) =>
      TargetGroupArn === arn || ForwardConfig?.TargetGroups.some((group) => group.TargetGroupArn === arn),
  );

/** The way that requests take to a target group: a listener, and the rule of it that they go by, if it is not its default. */
interface Way {
  readonly listener: Listener;
  readonly rule?: Rule;
}

const waysTo = (arn: string, { listeners, rules }: Found): Way[] =>
  listeners.flatMap((listener): Way[] => [
    ...rules
      .filter(
        (rule) =>
          !rule.IsDefault && listenerOfRule(rule.RuleArn) === listener.ListenerArn && forwardsTo(rule.Actions, arn),
      )
      .sort((a, b) => Number(a.Priority) - Number(b.Priority))
      .map((rule) => ({ listener, rule })),
    ...(forwardsTo(listener.DefaultActions, arn) ? [{ listener }] : []),
  ]);

/** The load balancers in front of a service. */
export const loadBalancersOf = ({ loadBalancers }: PlainService, found: Found): LoadBalancer[] => {
  const arns = loadBalancers.flatMap(({ targetGroupArn }) =>
    targetGroupArn ? waysTo(targetGroupArn, found).map(({ listener }) => listener.LoadBalancerArn) : [],
  );
  return found.loadBalancers.filter(({ LoadBalancerArn }) => arns.includes(LoadBalancerArn));
};

/** What to give besides, so that a service behind a load balancer can be taken over. */
export function missingInFront(service: PlainService, found: Found): string[] {
  const [arn, ...more] = service.loadBalancers.map(({ targetGroupArn }) => targetGroupArn);
  if (!arn || more.length) return [];
  const ways = waysTo(arn, found);
  return [
    ...(found.targetGroups.some(({ TargetGroupArn }) => TargetGroupArn === arn)
      ? []
      : [`aws elbv2 describe-target-groups --target-group-arns ${arn}`]),
    ...(ways.length
      ? []
      : ["aws elbv2 describe-listeners --load-balancer-arn …", "aws elbv2 describe-rules --listener-arn …"]),
    ...(ways.length && !loadBalancersOf(service, found).length
      ? [`aws elbv2 describe-load-balancers --load-balancer-arns ${ways[0]?.listener.LoadBalancerArn}`]
      : []),
  ];
}

/** What the answers do not tell. */
export interface Said {
  /** Host names, where no rule tells them. */
  readonly hostNames: readonly string[];
  /** How many blocks of the allowlist the new rule compares. */
  readonly blocks: number;
  /** Numbers that new rules of other services have. */
  readonly priorities: readonly number[];
}

/**
 * The load balancer stays its owner's. The target group is taken over with the tasks in it; a rule for it is added to the
 * listener, in front of the one that leads there now, which is left alone.
 */
export function front(key: string, service: PlainService, found: Found, { hostNames, blocks, priorities }: Said): Part {
  const [given, ...more] = service.loadBalancers;
  if (!given) return { service: { public: false } };
  if (more.length)
    return blocked(
      "loadBalancers",
      `it is behind ${more.length + 1} target groups, and the module knows one`,
      "Take the others off (aws ecs update-service --load-balancers …), then adopt it",
    );
  const group = found.targetGroups.find(({ TargetGroupArn }) => TargetGroupArn === given.targetGroupArn);
  if (!group)
    return blocked(
      "loadBalancers[0]",
      "it is behind a Classic Load Balancer, which the module does not know",
      "Move it to an Application Load Balancer first",
    );
  const ways = waysTo(group.TargetGroupArn, found);
  const balancer = loadBalancersOf(service, found)[0];
  const way = ways.find(({ listener }) => listener.Protocol === "HTTPS" && listener.Port === 443);
  const refused = [...ofGroup(group), ...ofBalancer(balancer, way), ...ofActions(way, group.TargetGroupArn)];
  if (refused.length || !way || !balancer) return { drafts: refused };
  const joined = hostNames.length ? [] : joinedTo(way, found, CONDITION_VALUES - blocks);
  const hosts = hostNames.length ? hostNames : distinctHosts([way.rule, ...joined]);
  const place = placeOf(way, found, priorities);
  return {
    drafts: [
      kept(
        "loadBalancers[0].targetGroupArn",
        `services.${key}.adopted.target_group`,
        `the target group ${group.TargetGroupName} is imported with the tasks in it`,
      ),
      changed(
        "cosmetic",
        "loadBalancers[0]",
        "module alb",
        "a second target group is made beside it, for deployments that shift traffic",
      ),
      ...ofRule(key, way, hosts, place),
      ...ways.filter((each) => each !== way).map((each) => ofOther(key, each, joined)),
      ...checks(key, group),
    ],
    service: {
      ...(PROTOCOLS[group.ProtocolVersion as "HTTP1"] === "http"
        ? {}
        : { app_protocol: PROTOCOLS[group.ProtocolVersion as "HTTP2"] }),
      host_names: [...hosts],
      ...pathsOf(way.rule),
      listener_rule_priority: place.priority,
      ...checkOptions(group),
      ...(service.healthCheckGracePeriodSeconds === undefined
        ? { health_check_grace_period_seconds: 0 }
        : { health_check_grace_period_seconds: service.healthCheckGracePeriodSeconds }),
    },
    imports: [{ to: `module.alb.aws_lb_target_group.this["${key}"]`, id: group.TargetGroupArn }],
    ground: {
      listener: { arn: way.listener.ListenerArn, securityGroupId: balancer.SecurityGroups[0] as string },
      sourceIps: valuesOf(way.rule, "source-ip", "SourceIpConfig"),
    },
  };
}

/** The target group that a service keeps, by the names of the input. */
export function keptGroup(service: PlainService, found: Found): { name: string; port: number } | undefined {
  const group = found.targetGroups.find(
    ({ TargetGroupArn }) => TargetGroupArn === service.loadBalancers[0]?.targetGroupArn,
  );
  return group && { name: group.TargetGroupName, port: group.Port ?? 80 };
}

const blocked = (field: string, what: string, todo: string): Part => ({ drafts: [lost("blocker", field, what, todo)] });

function ofGroup(group: TargetGroup): Draft[] {
  const is = `${group.TargetType}, ${group.Protocol ?? "no protocol"}, ${group.ProtocolVersion}`;
  return group.TargetType === "ip" && group.Protocol === "HTTP" && group.ProtocolVersion in PROTOCOLS
    ? []
    : [
        lost(
          "blocker",
          `TargetGroups.${group.TargetGroupName}`,
          `it is ${is}; the module's are ip, HTTP, and another protocol replaces a target group`,
          "Put the service behind a target group of the type ip with the protocol HTTP first",
        ),
      ];
}

function ofBalancer(balancer: LoadBalancer | undefined, way: Way | undefined): Draft[] {
  if (balancer && balancer.Type !== "application")
    return [
      lost(
        "blocker",
        "LoadBalancers[0].Type",
        `it is a ${balancer.Type} load balancer`,
        "Move the service to an Application Load Balancer first, or leave it as it is",
      ),
    ];
  if (!way)
    return [
      lost(
        "blocker",
        "Listeners",
        "no HTTPS listener on port 443 leads to it, and on an existing load balancer the module serves by host names over HTTPS alone",
        "Add one with a certificate and a rule for the service's host name (aws elbv2 create-listener, create-rule), then adopt it",
      ),
    ];
  return balancer?.SecurityGroups.length
    ? []
    : [
        lost(
          "blocker",
          "LoadBalancers[0].SecurityGroups",
          "the load balancer has no security group that the tasks could admit",
          "Give it one (aws elbv2 set-security-groups)",
        ),
      ];
}

/** What a request meets besides the target group: the new rule in front would spare it that, a login above all. */
function ofActions(way: Way | undefined, arn: string): Draft[] {
  const actions = way?.rule?.Actions ?? way?.listener.DefaultActions ?? [];
  const besides = actions.filter(({ Type }) => Type !== "forward").map(({ Type }) => Type);
  const shared = actions
    .flatMap(({ ForwardConfig }) => ForwardConfig?.TargetGroups ?? [])
    .filter(({ TargetGroupArn, Weight }) => TargetGroupArn !== arn && Weight !== 0);
  const drafts = (what: string, todo: string) => [lost("blocker", "Rules.Actions", what, todo)];
  return [
    ...(besides.length
      ? drafts(
          `requests first pass ${besides.join(", ")}, which the module's rule does not have and would let everybody by`,
          "Leave the service as it is, or have the application do that itself and take the action off the rule (aws elbv2 modify-rule)",
        )
      : []),
    ...(shared.length
      ? drafts(
          `its rule also forwards to ${shared.map(({ TargetGroupArn }) => TargetGroupArn).join(", ")}, which would get no request any more`,
          "Give the others a weight of 0 first (aws elbv2 modify-rule)",
        )
      : []),
  ];
}

type ConditionConfig = "HostHeaderConfig" | "PathPatternConfig" | "SourceIpConfig";

const valuesOf = (rule: Rule | undefined, field: string, config: ConditionConfig): string[] =>
  (rule?.Conditions ?? [])
    .filter((condition) => condition.Field === field)
    .flatMap((condition) => condition[config]?.Values ?? condition.Values);

const hostsOf = (rule: Rule | undefined): string[] => hostHeaders(rule).filter((host) => HOST.test(host));

const distinctHosts = (rules: readonly (Rule | undefined)[]): string[] => [...new Set(rules.flatMap(hostsOf))];

/** Whether a rule looks at full host names, and at nothing else. */
const isByHostAlone = (rule: Rule): boolean =>
  rule.Conditions.every(({ Field }) => Field === "host-header") && hostsOf(rule).length === hostHeaders(rule).length;

/**
 * Rules whose host names the new rule can have as well, `room` of them in all. They do the same and follow it directly: before
 * a rule that stands between, the new one would take what is its.
 */
function joinedTo({ listener, rule: first }: Way, { rules }: Found, room: number): Rule[] {
  if (!first || !isByHostAlone(first)) return [];
  const following = rules
    .filter(({ RuleArn, IsDefault }) => !IsDefault && listenerOfRule(RuleArn) === listener.ListenerArn)
    .filter(({ Priority }) => Number(Priority) > Number(first.Priority))
    .sort((a, b) => Number(a.Priority) - Number(b.Priority));
  const end = following.findIndex(
    (rule, i) =>
      !isByHostAlone(rule) ||
      JSON.stringify(rule.Actions) !== JSON.stringify(first.Actions) ||
      distinctHosts([first, ...following.slice(0, i + 1)]).length > room,
  );
  return end < 0 ? following : following.slice(0, end);
}

/** Host names are compared in lower case. */
const hostHeaders = (rule: Rule | undefined): string[] => [
  ...new Set(valuesOf(rule, "host-header", "HostHeaderConfig").map((host) => host.toLowerCase())),
];

const pathsOf = (rule: Rule | undefined) => {
  const paths = valuesOf(rule, "path-pattern", "PathPatternConfig");
  return paths.length && !paths.includes("/*") ? { path_patterns: paths } : {};
};

const CARRIED = ["host-header", "path-pattern", "source-ip"];

interface Placement {
  readonly priority: number;
  /** Whether the new rule comes before the one that leads there now. */
  readonly inFront: boolean;
}

/** A free number right in front of the rule that leads there now; behind it where there is no room; behind all for a default. */
function placeOf({ listener, rule }: Way, { rules }: Found, given: readonly number[]): Placement {
  const standing = rules
    .filter(({ RuleArn, IsDefault }) => !IsDefault && listenerOfRule(RuleArn) === listener.ListenerArn)
    .map(({ Priority }) => Number(Priority));
  const taken = [...standing, ...given];
  if (!rule) return { priority: Math.min(Math.max(0, ...taken) + 1, HIGHEST_PRIORITY), inFront: true };
  const own = Number(rule.Priority);
  if (own > 1 && !taken.includes(own - 1)) return { priority: own - 1, inFront: true };
  let behind = own + 1;
  while (taken.includes(behind)) behind++;
  return { priority: behind, inFront: false };
}

function ofRule(key: string, { rule }: Way, hosts: readonly string[], { priority, inFront }: Placement): Draft[] {
  const where = `services.${key}.listener_rule_priority`;
  const others = [
    ...new Set((rule?.Conditions ?? []).map(({ Field }) => Field ?? "").filter((field) => !CARRIED.includes(field))),
  ];
  const lostHosts = hostHeaders(rule).filter((host) => !hosts.includes(host));
  return [
    ...(hosts.length
      ? []
      : [
          lost(
            "blocker",
            "Rules",
            "no rule says under which full host name it is reached",
            `Say it: --host-name ${key}=www.example.com`,
          ),
        ]),
    ...(others.length
      ? [
          lost(
            "blocker",
            "Rules.Conditions",
            `its rule also looks at ${others.join(", ")}, which the module's does not`,
            "Take these conditions off the rule, or leave the service as it is",
          ),
        ]
      : []),
    rule
      ? changed(
          "behaviour",
          `Rules.${rule.Priority}`,
          where,
          inFront
            ? `a rule with the number ${priority} is added in front of it, to the same target group; the old rule stays and nothing reaches it any more`
            : `a rule with the number ${priority} is added behind it, to the same target group, because the number in front is taken; the old rule goes on serving`,
          `Delete the old one when all is well${inFront ? "" : ", before a deployment strategy other than ROLLING"}: aws elbv2 delete-rule --rule-arn ${rule.RuleArn}`,
        )
      : changed(
          "behaviour",
          "Listeners.DefaultActions",
          where,
          `a rule with the number ${priority} is added for ${hosts.join(", ")}; the listener's default goes on leading to the same target group`,
          "Give the listener another default before a deployment strategy other than ROLLING",
        ),
    ...lostHosts.map((host) =>
      changed(
        "behaviour",
        "Rules.Conditions",
        where,
        `${host} is no full host name: the new rule does not have it, the old one keeps it`,
        "Keep the old rule for it",
      ),
    ),
  ];
}

/** A further way to the target group, which stays as well. */
function ofOther(key: string, { listener, rule }: Way, joined: readonly Rule[]): Draft {
  const at = `${listener.Protocol}:${listener.Port}`;
  const where = `services.${key}.host_names`;
  const before = "before a deployment strategy other than ROLLING";
  if (!rule)
    return changed(
      "behaviour",
      `Listeners.${at}.DefaultActions`,
      where,
      `the default of the listener ${at} leads to the same target group too: it is not carried, and goes on doing so`,
      `Give it another default, such as a redirect to HTTPS, ${before}: aws elbv2 modify-listener --listener-arn ${listener.ListenerArn} --default-actions …`,
    );
  const remove = `aws elbv2 delete-rule --rule-arn ${rule.RuleArn}`;
  return joined.includes(rule)
    ? changed(
        "behaviour",
        `Rules.${rule.Priority}`,
        where,
        `the new rule has the host names of this one too (${hostsOf(rule).join(", ")}); it stays`,
        `Delete it when all is well, ${before}: ${remove}`,
      )
    : changed(
        "behaviour",
        `Listeners.${at}.Rules.${rule.Priority}`,
        where,
        `a rule of the listener ${at} leads to the same target group too: it is not carried, and goes on doing so`,
        `Delete it when nobody asks for what it matches any more, ${before}: ${remove}`,
      );
}

/** Health checks and attributes that become others, in place. */
function checks(key: string, group: TargetGroup): Draft[] {
  const attributes = group.attributes;
  return [
    ...(group.HealthCheckPort === "traffic-port" && group.HealthCheckProtocol === "HTTP"
      ? []
      : [
          changed(
            "behaviour",
            "HealthCheckPort, HealthCheckProtocol",
            `services.${key}.health_check`,
            `the health check asks the service's own port over HTTP, no longer ${group.HealthCheckPort} over ${group.HealthCheckProtocol}`,
            "See that it answers there before you apply",
          ),
        ]),
    ...(attributes
      ? []
      : [
          changed(
            "behaviour",
            "deregistration_delay, slow_start, stickiness",
            `services.${key}`,
            "describe-target-groups does not tell them: they become 30 seconds, none and none",
            `Give the answer of aws elbv2 describe-target-group-attributes --target-group-arn ${group.TargetGroupArn} as well`,
          ),
        ]),
    ...(attributes?.["stickiness.enabled"] === "true" && attributes["stickiness.type"] !== "lb_cookie"
      ? [
          lost(
            "blocker",
            "stickiness.type",
            `clients are held by ${attributes["stickiness.type"]}, and the module knows the load balancer's own cookie`,
            "Change it to lb_cookie first",
          ),
        ]
      : []),
  ];
}

function checkOptions(group: TargetGroup): Part["service"] {
  const attributes = group.attributes ?? {};
  const number = (name: string) => Number(attributes[name] ?? NaN);
  const delay = number("deregistration_delay.timeout_seconds");
  const slow = number("slow_start.duration_seconds");
  return {
    health_check_path: group.HealthCheckPath,
    health_check: {
      interval: group.HealthCheckIntervalSeconds,
      timeout: group.HealthCheckTimeoutSeconds,
      healthy_threshold: group.HealthyThresholdCount,
      unhealthy_threshold: group.UnhealthyThresholdCount,
      ...(group.Matcher?.HttpCode ? { matcher: group.Matcher.HttpCode } : {}),
    },
    ...(Number.isNaN(delay) ? {} : { deregistration_delay: delay }),
    ...(slow > 0 ? { slow_start: slow } : {}),
    ...(attributes["stickiness.enabled"] === "true"
      ? { stickiness: { cookie_duration: number("stickiness.lb_cookie.duration_seconds") } }
      : {}),
  };
}
