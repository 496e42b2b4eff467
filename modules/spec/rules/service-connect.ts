import type { Mode } from "../../kit/capability";
import type { Problem } from "../../kit/problem";
import { FARGATE_MEMORY } from "../limits";
import type { Input, InputRule } from "../input";
import type { Service } from "../service";
import { eachService, placed, runsOn, sentence, tracksOf } from "./each-service";

/** HCL, for the service called `name`: whether it runs on the plain track. */
const plainHcl = (name: string): string => `try(${runsOn("ecs", `var.services[${name}]`)}, false)`;
const calledHcl = (name: string): string =>
  `anytrue([for caller, c in var.services : contains(c.connects_to, ${name}) && ${plainHcl("caller")}])`;
const callsHcl = `anytrue([for target in s.connects_to : ${plainHcl("target")}])`;

const onPlain = (input: Input, name: string): boolean => {
  const service = input.services[name];
  return service !== undefined && tracksOf(input, service).includes("ecs");
};
const called = (input: Input, name: string): boolean =>
  placed(input).some(({ mode, service }) => mode === "ecs" && service.connects_to.includes(name));

/** Whether Service Connect's proxy runs in the tasks of a service: it calls a plain service or is called by one. */
const hasProxy = (input: Input, name: string, mode: Mode, service: Service): boolean =>
  mode === "ecs" && (called(input, name) || service.connects_to.some((target) => onPlain(input, target)));

/**
 * HCL for the task size of `{ cpu, memory }` with room for the proxy: the first pair of Fargate's that holds the sum;
 * `null` when none does.
 */
export const taskSizeHcl = (cpu: string, memory: string): string => {
  const rows = Object.entries(FARGATE_MEMORY).map(
    ([units, sizes]) => `{ cpu = ${units}, memory = ${memoryHcl(sizes)} }`,
  );
  return `try([for row in [${rows.join(", ")}] : { cpu = row.cpu, memory = [for size in row.memory : size if size >= ${memory}][0] } if row.cpu >= ${cpu} && max(row.memory...) >= ${memory}][0], null)`;
};

const memoryHcl = (sizes: readonly number[]): string => {
  const [first = 0, second = first] = sizes;
  const step = second - first;
  const regular = sizes.length > 4 && sizes.every((size, i) => size === first + i * step);
  return regular ? `range(${first}, ${(sizes.at(-1) ?? first) + 1}, ${step})` : JSON.stringify(sizes);
};

const noSize = eachService({
  say: (name, cpu: string, memory: string) => ({
    path: `services.${name}.service_connect.proxy_cpu`,
    got: cpu,
    why: `Fargate has no task that holds the service, this and proxy_memory = ${memory} besides`,
    fix: "Lower cpu or memory, or set proxy_cpu = 0 and proxy_memory = 0: the proxy then shares what the task has",
  }),
  bad: ({ name, mode, service }, input) => {
    const { proxy_cpu: cpu, proxy_memory: memory } = service.service_connect;
    const fits = Object.entries(FARGATE_MEMORY).some(
      ([units, sizes]) => Number(units) >= service.cpu + cpu && (sizes.at(-1) ?? 0) >= service.memory + memory,
    );
    return hasProxy(input, name, mode, service) && !fits ? [[String(cpu), String(memory)]] : [];
  },
  plan: {
    quote: ["${s.service_connect.proxy_cpu}", "${s.service_connect.proxy_memory}"],
    when: `${runsOn("ecs")} && (${calledHcl("name")} || ${callsHcl}) && ${taskSizeHcl(
      "s.cpu + s.service_connect.proxy_cpu",
      "s.memory + s.service_connect.proxy_memory",
    )} == null`,
  },
});

const noHttps = eachService({
  say: (name, protocol: string) => ({
    path: `services.${name}.app_protocol`,
    got: protocol,
    why: "the service is public, and a load balancer speaks this to its targets behind an HTTPS listener alone",
    fix: "Give the group a domain, or set public = false for this service",
  }),
  bad: ({ mode, service }, { domain }) =>
    mode === "ecs" && service.public && service.app_protocol !== "http" && !domain
      ? [[JSON.stringify(service.app_protocol)]]
      : [],
  plan: {
    quote: ["${jsonencode(s.app_protocol)}"],
    when: `${runsOn("ecs")} && s.public && s.app_protocol != "http" && var.domain == null`,
  },
});

const publicWithTls = (names: string): Problem => ({
  path: "service_connect_tls",
  why: `${names} is called by others and public as well: with TLS its proxy takes nothing else, and the load balancer speaks plain HTTP to its targets`,
  fix: "Set public = false for it and put a public service before it, or leave service_connect_tls out",
});

const tls: InputRule = {
  problems: (input) => {
    const names = placed(input)
      .filter(({ name, mode, service }) => mode === "ecs" && service.public && called(input, name))
      .map(({ name }) => name)
      .sort();
    return input.service_connect_tls && names.length ? [publicWithTls(names.join(", "))] : [];
  },
  sentences: `[for names in [[for name, s in var.services : name if ${runsOn("ecs")} && s.public && ${calledHcl("name")}]] : ${sentence(publicWithTls('${join(", ", names)}'))} if var.service_connect_tls != null && length(names) > 0]`,
};

/** For the module without Express Mode, which must run on provider versions that do not know them. */
export const noAccessLogs: InputRule = eachService({
  say: (name) => ({
    path: `services.${name}.service_connect.access_logs`,
    why: "the plain track by itself runs on AWS provider versions that do not know access logs",
    fix: "Leave access_logs out, or use the module `switchyard`, which has both tracks, with provider 6.50 or newer",
  }),
  bad: ({ service }) => (service.service_connect.access_logs ? [[]] : []),
  plan: { quote: [], when: "s.service_connect.access_logs != null" },
});

/** What Service Connect's proxy needs and stands in the way of. */
export const serviceConnect: InputRule[] = [noSize, noHttps, tls];
