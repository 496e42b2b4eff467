import type { Problem } from "../../kit/problem";
import type { Input, InputRule } from "../input";
import { CONDITION_VALUES, HOST_NAMES, TARGET_GROUPS } from "../limits";
import { eachService, runsOn, sentence } from "./each-service";
import { hostNames, hostNamesHcl, isWithin, isWithinHcl } from "./host-names";
import { entries, entriesHcl, type Entry, SERVED, served } from "./listeners";

/** A rule over the entries of all services: `bad` in TypeScript, `plan` as HCL over `entries`, `name` and the entry `e`. */
const overEntries = (rule: {
  say: (name: string, ...values: string[]) => Problem;
  bad: (entry: Entry, others: readonly Entry[], input: Input) => readonly (readonly string[])[];
  plan: { quote: readonly string[]; over: string; when: string };
}): InputRule => ({
  problems: (input) => {
    const all = entries(input);
    return all.flatMap((entry) =>
      rule
        .bad(
          entry,
          all.filter(({ name }) => name !== entry.name),
          input,
        )
        .map((values) => rule.say(entry.name, ...values)),
    );
  },
  sentences:
    `flatten([for domain_name in [var.domain == null ? "" : var.domain.name] : [for entries in [${entriesHcl("var.services", SERVED)}] : [for name, e in entries : ` +
    `[for ${rule.plan.over} : ${sentence(rule.say("${name}", ...rule.plan.quote))} if ${rule.plan.when}]]]])`,
});

const names = (list: readonly Entry[]): string =>
  list
    .map(({ name }) => name)
    .sort()
    .join(", ");

/** Who else takes a host and path on the same port; HCL over `at`, a pair of both. */
const takers = (entry: Entry, others: readonly Entry[]) =>
  entry.hosts.flatMap((host) =>
    entry.paths.flatMap((path) => {
      const found = others.filter(
        (other) => other.port === entry.port && other.hosts.includes(host) && other.paths.includes(path),
      );
      return found.length ? [{ host, path, found: names(found) }] : [];
    }),
  );
const TAKERS_HCL =
  "at in [for at in setproduct(e.hosts, e.paths) : { host = at[0], path = at[1], found = [for other, o in entries : other if other != name && o.port == e.port && contains(o.hosts, at[0]) && contains(o.paths, at[1])] }]";

const samePort = overEntries({
  say: (name, port: string, path: string, others: string) => ({
    path: `services.${name}.listener_port`,
    got: port,
    why: `without a domain a path of a port belongs to one service, and ${path} of this one belongs to ${others} as well`,
    fix: "Give one of them another listener_port or other path_patterns, or the group a domain",
  }),
  bad: (entry, others, { domain }) =>
    domain ? [] : takers(entry, others).map(({ path, found }) => [String(entry.port), path, found]),
  plan: {
    quote: ["${e.port}", "${at.path}", '${join(", ", at.found)}'],
    over: TAKERS_HCL,
    when: 'domain_name == "" && length(at.found) > 0',
  },
});

const sameHost = overEntries({
  say: (name, host: string, path: string, others: string) => ({
    path: `services.${name}.host_names`,
    got: `"${host}"`,
    why: `a path of a name belongs to one service, and ${path} of this one belongs to ${others} as well`,
    fix: "Give one of them other host_names or path_patterns",
  }),
  bad: (entry, others, { domain }) =>
    domain ? takers(entry, others).map(({ host, path, found }) => [host, path, found]) : [],
  plan: {
    quote: ["${at.host}", "${at.path}", '${join(", ", at.found)}'],
    over: TAKERS_HCL,
    when: 'domain_name != "" && length(at.found) > 0',
  },
});

const samePriority = overEntries({
  say: (name, priority: string, others: string) => ({
    path: `services.${name}.listener_rule_priority`,
    got: priority,
    why: `the rule of ${others} has the same priority`,
    fix: "Set listener_rule_priority of one of them to a free number from 1 to 50000",
  }),
  bad: (entry, others) => {
    const same = others.filter(({ port, priority }) => port === entry.port && priority === entry.priority);
    return same.length ? [[String(entry.priority), names(same)]] : [];
  },
  plan: {
    quote: ["${e.priority}", '${join(", ", same)}'],
    over: "same in [[for other, o in entries : other if other != name && o.port == e.port && o.priority == e.priority]]",
    when: "length(same) > 0",
  },
});

/** Whether a pattern with one wildcard, at its end, takes everything that another one takes. */
const swallows = (outer: string, inner: string): boolean =>
  outer !== inner && /^[^*?]*\*$/.test(outer) && inner.startsWith(outer.slice(0, -1));

const outOfReach = overEntries({
  say: (name, path: string, other: string, outer: string, priority: string) => ({
    path: `services.${name}.path_patterns`,
    got: `"${path}"`,
    why: `the rule of ${other} comes first and takes it with ${outer}`,
    fix: `Set listener_rule_priority of ${name} to a free number below ${priority}`,
  }),
  bad: (entry, others) =>
    others
      .filter(
        ({ port, priority, hosts }) =>
          port === entry.port && priority < entry.priority && hosts.some((host) => entry.hosts.includes(host)),
      )
      .flatMap((other) =>
        entry.paths.flatMap((path) =>
          other.paths
            .filter((outer) => swallows(outer, path))
            .map((outer) => [path, other.name, outer, String(other.priority)]),
        ),
      ),
  plan: {
    quote: ["${hit.path}", "${hit.other}", "${hit.outer}", "${hit.priority}"],
    over:
      "hit in flatten([for other, o in entries : [for pair in setproduct(e.paths, o.paths) : { path = pair[0], outer = pair[1], other = other, priority = o.priority } " +
      'if pair[0] != pair[1] && can(regex("^[^*?]*[*]$", pair[1])) && startswith(pair[0], trimsuffix(pair[1], "*"))] ' +
      "if other != name && o.port == e.port && o.priority < e.priority && length(setintersection(o.hosts, e.hosts)) > 0])",
    when: "true",
  },
});

const testPort = overEntries({
  say: (name, port: string) => ({
    path: `services.${name}.deployment_configuration.test_listener_port`,
    got: port,
    why: "the load balancer serves requests on this port already",
    fix: "Write a port that no service has, or leave it out",
  }),
  bad: (entry, others, { domain }) => {
    const taken = domain ? [80, 443] : [entry, ...others].map(({ port }) => port);
    return entry.test !== undefined && taken.includes(entry.test) ? [[String(entry.test)]] : [];
  },
  plan: {
    quote: ["${port}"],
    over: "port in e.test[*]",
    when: 'contains(domain_name != "" ? [80, 443] : [for o in entries : o.port], port)',
  },
});

const enforced = ({ load_balancer: { adopted }, allowed_cidrs: cidrs }: Input): number =>
  adopted?.enforce_allowed_cidrs ? cidrs.length : 0;
const ENFORCED_HCL = "(try(var.load_balancer.adopted.enforce_allowed_cidrs, false) ? length(var.allowed_cidrs) : 0)";

const tooManyValues = eachService({
  say: (name, hosts: string, paths: string, blocks: string) => ({
    path: `services.${name}`,
    why: `its listener rule would compare ${hosts} host names, ${paths} path patterns and ${blocks} blocks of an adopted load balancer's allowlist, and a rule compares ${CONDITION_VALUES} values`,
    fix: "Take some off, or merge blocks; load_balancer.adopted.enforce_allowed_cidrs = false leaves the blocks to the load balancer's owner",
  }),
  bad: ({ name, mode, service }, input) => {
    const hosts = input.domain ? hostNames(name, service.host_names, input.domain.name).length : 0;
    const values = [hosts, service.path_patterns.length, enforced(input)];
    const sum = values.reduce((total, each) => total + each, 0);
    return mode === "ecs" && service.public && sum > CONDITION_VALUES ? [values.map(String)] : [];
  },
  plan: {
    quote: ["${counts[0]}", "${counts[1]}", "${counts[2]}"],
    over: `counts in [[var.domain == null ? 0 : max(length(s.host_names), 1), length(s.path_patterns), ${ENFORCED_HCL}]]`,
    when: `${SERVED} && sum(counts) > ${CONDITION_VALUES}`,
  },
});

const namesWithoutDomain = eachService({
  say: (name, host: string) => ({
    path: `services.${name}.host_names`,
    got: `"${host}"`,
    why: "the group has no domain, so nothing serves HTTPS under a name",
    fix: 'Write domain = { name = "…" } with a zone or a certificate, or leave host_names out',
  }),
  bad: ({ service }, { domain }) => (domain ? [] : service.host_names.slice(0, 1).map((host) => [host])),
  plan: {
    quote: ["${host}"],
    over: "host in slice(s.host_names, 0, min(1, length(s.host_names)))",
    when: "var.domain == null",
  },
});

const foreignName = eachService({
  say: (name, host: string, domain: string) => ({
    path: `services.${name}.host_names`,
    got: `"${host}"`,
    why: `it is not below ${domain}, whose zone the certificate is validated in`,
    fix: "Give domain.certificate = { arn = … } that covers it, and make its record yourself; or leave it out",
  }),
  bad: ({ name, mode, service }, { domain, load_balancer: { adopted } }) =>
    !domain || domain.certificate || (adopted && mode === "ecs") || !service.public
      ? []
      : hostNames(name, service.host_names, domain.name)
          .filter((host) => !isWithin(host, domain.name))
          .map((host) => [host, domain.name]),
  plan: {
    quote: ["${host}", "${var.domain.name}"],
    over: `host in var.domain == null ? [] : ${hostNamesHcl("var.domain.name")}`,
    when: `s.public && try(var.domain.certificate == null, true) && (${runsOn("express")} || var.load_balancer.adopted == null) && try(!${isWithinHcl("var.domain.name")}, false)`,
  },
});

const tooManyOnExpress = eachService({
  say: (name, count: string) => ({
    path: `services.${name}.host_names`,
    why: `${count} names are more than the ${HOST_NAMES.express} that Express Mode's own listener rule has room for: a rule compares ${CONDITION_VALUES} values, and the generated name is one of them`,
    fix: 'Take some off, or set mode = "ecs" for this service',
  }),
  bad: ({ mode, service: { host_names: list } }) =>
    mode === "express" && list.length > HOST_NAMES.express ? [[String(list.length)]] : [],
  plan: {
    quote: ["${length(s.host_names)}"],
    when: `${runsOn("express")} && length(s.host_names) > ${HOST_NAMES.express}`,
  },
});

const sharedOnExpress = eachService({
  say: (name, host: string, others: string) => ({
    path: `services.${name}.host_names`,
    got: `"${host}"`,
    why: `on Express Mode a name belongs to one service, and ${others} has it as well`,
    fix: "Give one of them other host_names",
  }),
  bad: ({ name, mode, service }, { domain, services }) => {
    if (mode !== "express" || !domain || !service.public) return [];
    const others = Object.entries(services).filter(([other, { public: shown }]) => other !== name && shown);
    return hostNames(name, service.host_names, domain.name).flatMap((host) => {
      const found = others.filter(([other, o]) => hostNames(other, o.host_names, domain.name).includes(host));
      return found.length
        ? [
            [
              host,
              found
                .map(([other]) => other)
                .sort()
                .join(", "),
            ],
          ]
        : [];
    });
  },
  plan: {
    quote: ["${at.host}", '${join(", ", at.found)}'],
    over:
      `at in [for host in (var.domain == null ? [] : ${hostNamesHcl("var.domain.name")}) : ` +
      `{ host = host, found = [for other, o in var.services : other if other != name && o.public && contains(${hostNamesHcl("var.domain.name", "o", "other")}, host)] }]`,
    when: `${runsOn("express")} && s.public && length(at.found) > 0`,
  },
});

const notPublic = eachService({
  say: (name, option: string) => ({
    path: `services.${name}.${option}`,
    why: "the service is not public, so no load balancer serves it",
    fix: `Leave ${option} out, or make the service public`,
  }),
  bad: ({ mode, service }) => {
    if (service.public) return [];
    // What Express Mode refuses anyway is not told twice.
    if (mode === "express") return service.host_names.length ? [["host_names"]] : [];
    const given = { host_names: service.host_names.length > 0, path_patterns: service.path_patterns.length > 0 };
    return Object.entries({ ...given, stickiness: service.stickiness !== undefined })
      .filter(([, set]) => set)
      .map(([option]) => [option]);
  },
  plan: {
    quote: ["${option}"],
    over: "option, given in { host_names = length(s.host_names) > 0, path_patterns = length(s.path_patterns) > 0, stickiness = s.stickiness != null }",
    when: `(${runsOn("ecs")} || option == "host_names") && !s.public && given`,
  },
});

const slowStart = eachService({
  say: (name, value: string) => ({
    path: `services.${name}.slow_start`,
    got: value,
    why: "it is neither 0 nor 30 to 900 seconds",
    fix: "Write 0 or a number from 30",
  }),
  bad: ({ service: { slow_start: value } }) => (value > 0 && value < 30 ? [[String(value)]] : []),
  plan: { quote: ["${s.slow_start}"], when: "s.slow_start > 0 && s.slow_start < 30" },
});

const timeout = eachService({
  say: (name, value: string, interval: string) => ({
    path: `services.${name}.health_check.timeout`,
    got: value,
    why: `an answer may take less than the ${interval} seconds between two checks`,
    fix: "Lower timeout or raise interval",
  }),
  bad: ({ service: { health_check: check } }) =>
    check.timeout >= check.interval ? [[String(check.timeout), String(check.interval)]] : [],
  plan: {
    quote: ["${s.health_check.timeout}", "${s.health_check.interval}"],
    when: "s.health_check.timeout >= s.health_check.interval",
  },
});

const tooManyServices = (count: string): Problem => ({
  path: "services",
  why: `${count} services are on one load balancer, which takes ${TARGET_GROUPS} target groups, two for each service`,
  fix: "Split the group in two",
});

const fitting: InputRule = {
  problems: (input) => {
    const count = served(input).length;
    return count * 2 > TARGET_GROUPS ? [tooManyServices(String(count))] : [];
  },
  sentences: `[for count in [length([for s in var.services : s if ${SERVED}])] : ${sentence(tooManyServices("${count}"))} if count * 2 > ${TARGET_GROUPS}]`,
};

/** What the load balancers can tell apart and hold. */
export const frontDoor: InputRule[] = [
  samePort,
  sameHost,
  samePriority,
  outOfReach,
  testPort,
  tooManyValues,
  namesWithoutDomain,
  foreignName,
  tooManyOnExpress,
  sharedOnExpress,
  notPublic,
  slowStart,
  timeout,
  fitting,
];
