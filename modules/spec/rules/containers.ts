import { CONTAINERS_PER_TASK } from "../limits";
import type { InputRule } from "../input";
import type { Service } from "../service";
import { eachService, runsOn } from "./each-service";

/** What ECS calls the application's container, and ours the log router. */
const MAIN = "Main";
const LOG_ROUTER = "log_router";

type Pair = readonly [path: string, value: string];

/** One container's wait for another one. */
interface Wait {
  readonly path: string;
  readonly from: string;
  readonly to: string;
  readonly condition: string;
}

const waits = (s: Service): Wait[] =>
  [
    [MAIN, "depends_on", s.depends_on] as const,
    ...Object.entries(s.sidecars).map(([name, c]) => [name, `sidecars.${name}.depends_on`, c.depends_on] as const),
  ].flatMap(([from, path, on]) =>
    Object.entries(on).map(([to, condition]) => ({ path: `${path}.${to}`, from, to, condition })),
  );

/** HCL for the same. */
const WAITS = `flatten([for from, on in merge({ ${MAIN} = s.depends_on }, { for c, x in s.sidecars : c => x.depends_on }) : [for to, condition in on : { path = "\${from == "${MAIN}" ? "" : "sidecars.\${from}."}depends_on.\${to}", from = from, to = to, condition = condition }]])`;

const wait = (rule: {
  why: (to: string, condition: string) => string;
  fix: string;
  bad: (wait: Wait, s: Service) => boolean;
  when: string;
}): InputRule =>
  eachService({
    say: (name, path: string, condition: string, to: string) => ({
      path: `services.${name}.${path}`,
      got: `"${condition}"`,
      why: rule.why(to, condition),
      fix: rule.fix,
    }),
    bad: ({ service }) =>
      waits(service)
        .filter((each) => rule.bad(each, service))
        .map(({ path, condition, to }) => [path, condition, to]),
    plan: { quote: ["${w.path}", "${w.condition}", "${w.to}"], over: `w in ${WAITS}`, when: rule.when },
  });

const known = (to: string, s: Service): boolean => to === MAIN || to in s.sidecars;
const KNOWN = `contains(concat(["${MAIN}"], keys(s.sidecars)), w.to)`;

const order: InputRule[] = [
  wait({
    why: (to) => `the task has no container ${to}`,
    fix: "Name a sidecar, or Main in a sidecar's depends_on; the log router is started first in any case",
    bad: ({ to }, s) => !known(to, s),
    when: `!${KNOWN}`,
  }),
  wait({
    why: (to) => `the container and ${to} would wait for each other for ever`,
    fix: "Take one of the two off",
    bad: ({ from, to }, s) =>
      known(to, s) && (from === to || waits(s).some((other) => other.from === to && other.to === from)),
    when: `${KNOWN} && anytrue([for other in ${WAITS} : other.from == w.to && other.to == w.from])`,
  }),
  wait({
    why: (to) => `${to} has no health check that could come out well`,
    fix: "Give it one, or wait for START",
    bad: ({ to, condition }, s) =>
      condition === "HEALTHY" &&
      known(to, s) &&
      !(to === MAIN ? s.container_health_check : s.sidecars[to]?.health_check),
    when: `w.condition == "HEALTHY" && ${KNOWN} && (w.to == "${MAIN}" ? s.container_health_check == null : try(s.sidecars[w.to].health_check == null, false))`,
  }),
  wait({
    why: (to) => `${to} is essential, and the task stops when it ends`,
    fix: "Wait for START or HEALTHY, or make it a sidecar with essential = false",
    bad: ({ to, condition }, s) =>
      ["COMPLETE", "SUCCESS"].includes(condition) && (to === MAIN || s.sidecars[to]?.essential === true),
    when: `contains(["COMPLETE", "SUCCESS"], w.condition) && (w.to == "${MAIN}" || try(s.sidecars[w.to].essential, false))`,
  }),
];

/** The rest of a task's CPU or memory must be something. */
const split = (what: "cpu" | "memory", unit: string, given: (s: Service) => number, givenHcl: string): InputRule =>
  eachService({
    say: (name, has: string, sum: string) => ({
      path: `services.${name}.${what}`,
      got: has,
      why: `the sidecars and the log router are given ${sum} ${unit} of it, which leaves the application's container nothing`,
      fix: `Raise ${what}, or give them less`,
    }),
    bad: ({ service }) =>
      given(service) >= service[what] && given(service) > 0 ? [[String(service[what]), String(given(service))]] : [],
    plan: {
      quote: [`\${s.${what}}`, "${given}"],
      over: `given in [sum(concat([0], ${givenHcl}))]`,
      when: `given >= s.${what} && given > 0`,
    },
  });

const sum = (numbers: readonly (number | undefined)[]): number =>
  numbers.reduce<number>((total, each) => total + (each ?? 0), 0);

/** HCL for the memory that is kept for a sidecar `c`; ECS counts the limit when nothing is reserved. */
const RESERVED = "coalesce(c.memory_reservation, c.memory, 0)";

const shares: InputRule[] = [
  split(
    "cpu",
    "CPU units",
    (s) => sum(Object.values(s.sidecars).map((c) => c.cpu)),
    "[for c in s.sidecars : coalesce(c.cpu, 0)]",
  ),
  split(
    "memory",
    "MiB",
    (s) =>
      sum([
        ...Object.values(s.sidecars).map((c) => c.memory_reservation ?? c.memory),
        s.log_router?.memory_reservation,
      ]),
    `[for c in s.sidecars : ${RESERVED}], s.log_router[*].memory_reservation`,
  ),
  eachService({
    say: (name, sidecar: string, memory: string, why: string) => ({
      path: `services.${name}.sidecars.${sidecar}.memory`,
      got: memory,
      why,
      fix: "Write more than memory_reservation, and no more than the task's memory",
    }),
    bad: ({ service }) =>
      Object.entries(service.sidecars).flatMap(([sidecar, { memory, memory_reservation: reserved }]) => {
        if (memory === undefined) return [];
        const much = memory > service.memory ? [`it is more than the task's ${service.memory} MiB`] : [];
        const little = memory <= (reserved ?? 0) ? [`it is not more than memory_reservation = ${reserved}`] : [];
        return [...much, ...little].map((why) => [sidecar, String(memory), why]);
      }),
    plan: {
      quote: ["${m.sidecar}", "${m.memory}", "${m.why}"],
      over: `m in flatten([for sidecar, c in s.sidecars : [for memory in c.memory[*] : concat(memory > s.memory ? [{ sidecar = sidecar, memory = memory, why = "it is more than the task's \${s.memory} MiB" }] : [], memory <= coalesce(c.memory_reservation, 0) ? [{ sidecar = sidecar, memory = memory, why = "it is not more than memory_reservation = \${c.memory_reservation}" }] : [])]])`,
      when: "true",
    },
  }),
];

/** A name or value at a path that may not be there. */
const at = (rule: {
  why: (value: string) => string;
  fix: string;
  bad: (s: Service) => readonly Pair[];
  /** HCL for a list of `{ path, value }`. */
  hcl: string;
}): InputRule =>
  eachService({
    say: (name, path: string, value: string) => ({
      path: `services.${name}.${path}`,
      got: value,
      why: rule.why(value),
      fix: rule.fix,
    }),
    bad: ({ service }) => rule.bad(service),
    plan: { quote: ["${p.path}", "${p.value}"], over: `p in ${rule.hcl}`, when: "true" },
  });

const mounts = (s: Service): { path: string; at: string; container: string }[] => [
  ...Object.entries(s.volumes).flatMap(([name, { mount_path: path }]) =>
    path === undefined ? [] : [{ path: `volumes.${name}.mount_path`, at: path, container: MAIN }],
  ),
  ...Object.entries(s.sidecars).flatMap(([container, c]) =>
    Object.entries(c.volumes).map(([name, { mount_path: path }]) => ({
      path: `sidecars.${container}.volumes.${name}.mount_path`,
      at: path,
      container,
    })),
  ),
];

/** HCL for the same. */
const MOUNTS = `flatten(concat([for v, x in s.volumes : [for at in x.mount_path[*] : { path = "volumes.\${v}.mount_path", at = at, container = "${MAIN}" }]], [for c, x in s.sidecars : [for v, m in x.volumes : { path = "sidecars.\${c}.volumes.\${v}.mount_path", at = m.mount_path, container = c }]]))`;

const storage: InputRule[] = [
  at({
    why: () => "the service has no volume of this name",
    fix: "Name one of its volumes",
    bad: (s) =>
      Object.entries(s.sidecars).flatMap(([name, c]) =>
        Object.keys(c.volumes)
          .filter((volume) => !(volume in s.volumes))
          .map((volume): Pair => [`sidecars.${name}.volumes`, `"${volume}"`]),
      ),
    hcl: 'flatten([for c, x in s.sidecars : [for v in keys(x.volumes) : { path = "sidecars.${c}.volumes", value = jsonencode(v) } if !contains(keys(s.volumes), v)]])',
  }),
  at({
    why: () => "another volume of the container is mounted there too",
    fix: "Mount one of them elsewhere",
    bad: (s) =>
      mounts(s)
        .filter(
          (one, _, all) =>
            all.filter(({ at: there, container }) => there === one.at && container === one.container).length > 1,
        )
        .map(({ path, at: there }): Pair => [path, `"${there}"`]),
    hcl: `[for one in ${MOUNTS} : { path = one.path, value = jsonencode(one.at) } if length([for other in ${MOUNTS} : other if other.at == one.at && other.container == one.container]) > 1]`,
  }),
  {
    ...at({
      why: () => "the access point says which directory it is",
      fix: "Leave root_directory out",
      bad: (s) =>
        Object.entries(s.volumes).flatMap(([name, { efs }]): Pair[] =>
          efs?.access_point_id !== undefined && (efs.root_directory ?? "/") !== "/"
            ? [[`volumes.${name}.efs.root_directory`, `"${efs.root_directory}"`]]
            : [],
        ),
      hcl: 'flatten([for v, x in s.volumes : [for efs in x.efs[*] : { path = "volumes.${v}.efs.root_directory", value = jsonencode(efs.root_directory) } if efs.access_point_id != null && coalesce(efs.root_directory, "/") != "/"]])',
    }),
    reference: true,
  },
];

const checks: InputRule[] = [
  at({
    why: () => "the command does not begin with CMD or CMD-SHELL, which say whether a shell runs it",
    fix: 'Write ["CMD", "<program>", …] or ["CMD-SHELL", "<line>"]',
    bad: (s) =>
      [
        ["container_health_check.command[0]", s.container_health_check] as const,
        ...Object.entries(s.sidecars).map(
          ([name, c]) => [`sidecars.${name}.health_check.command[0]`, c.health_check] as const,
        ),
      ].flatMap(([path, check]): Pair[] => {
        const first = check?.command[0];
        return first === undefined || ["CMD", "CMD-SHELL"].includes(first) ? [] : [[path, JSON.stringify(first)]];
      }),
    hcl: 'concat([for h in s.container_health_check[*] : { path = "container_health_check.command[0]", value = jsonencode(h.command[0]) } if !contains(["CMD", "CMD-SHELL"], try(h.command[0], "CMD"))], flatten([for c, x in s.sidecars : [for h in x.health_check[*] : { path = "sidecars.${c}.health_check.command[0]", value = jsonencode(h.command[0]) } if !contains(["CMD", "CMD-SHELL"], try(h.command[0], "CMD"))]]))',
  }),
  at({
    why: () => "it is more than hard_limit",
    fix: "Lower it, or raise hard_limit",
    bad: (s) =>
      [
        ["ulimits", s.ulimits] as const,
        ...Object.entries(s.sidecars).map(([name, c]) => [`sidecars.${name}.ulimits`, c.ulimits] as const),
      ].flatMap(([path, limits]) =>
        Object.entries(limits)
          .filter(([, { soft_limit: soft, hard_limit: hard }]) => soft > hard)
          .map(([limit, { soft_limit: soft }]): Pair => [`${path}.${limit}.soft_limit`, String(soft)]),
      ),
    hcl: 'flatten([for path, limits in merge({ ulimits = s.ulimits }, { for c, x in s.sidecars : "sidecars.${c}.ulimits" => x.ulimits }) : [for limit, l in limits : { path = "${path}.${limit}.soft_limit", value = jsonencode(l.soft_limit) } if l.soft_limit > l.hard_limit]])',
  }),
  at({
    why: () => "environment sets the same variable",
    fix: "Keep one of the two",
    bad: (s) =>
      Object.entries(s.sidecars).flatMap(([name, c]) =>
        Object.keys(c.secrets)
          .filter((variable) => variable in c.environment)
          .map((variable): Pair => [`sidecars.${name}.secrets`, `"${variable}"`]),
      ),
    hcl: 'flatten([for c, x in s.sidecars : [for variable in keys(x.secrets) : { path = "sidecars.${c}.secrets", value = jsonencode(variable) } if contains(keys(x.environment), variable)]])',
  }),
];

/** A rule about the service as a whole. */
const whole = (rule: {
  path: string;
  got?: string;
  why: string;
  fix: string;
  bad: (s: Service) => boolean;
  when: string;
}): InputRule =>
  eachService({
    say: (name) => ({ path: `services.${name}.${rule.path}`, got: rule.got, why: rule.why, fix: rule.fix }),
    bad: ({ service }) => (rule.bad(service) ? [[]] : []),
    plan: { quote: [], when: rule.when },
  });

const together: InputRule[] = [
  whole({
    path: `sidecars.${LOG_ROUTER}`,
    why: "the log router has this name",
    fix: "Rename the sidecar",
    bad: (s) => LOG_ROUTER in s.sidecars,
    when: `contains(keys(s.sidecars), "${LOG_ROUTER}")`,
  }),
  whole({
    path: "sidecars",
    why: `a task holds ${CONTAINERS_PER_TASK} containers, the application's and the log router among them`,
    fix: "Take some off",
    bad: (s) => 1 + Object.keys(s.sidecars).length + (s.log_router ? 1 : 0) > CONTAINERS_PER_TASK,
    when: `1 + length(s.sidecars) + length(s.log_router[*]) > ${CONTAINERS_PER_TASK}`,
  }),
  whole({
    path: "log_router",
    why: "it has neither options nor a configuration of its own, so the output would go nowhere",
    fix: "Give options, config_file_path, or an environment that the image reads its configuration by",
    bad: ({ log_router: router }) =>
      router !== undefined &&
      !Object.keys(router.options).length &&
      !Object.keys(router.environment).length &&
      router.config_file_path === undefined,
    when: "anytrue([for r in s.log_router[*] : length(r.options) + length(r.environment) == 0 && r.config_file_path == null])",
  }),
  whole({
    path: "readonly_root_filesystem",
    got: "true",
    why: "ECS Exec writes to the root file system",
    fix: "Set enable_execute_command or this one to false",
    bad: (s) => s.readonly_root_filesystem && s.enable_execute_command,
    when: "s.readonly_root_filesystem && s.enable_execute_command",
  }),
  eachService({
    say: (name, base: string) => ({
      path: `services.${name}.on_demand_base`,
      got: base,
      why: "every task of the service is on demand",
      fix: 'Leave it out, or set capacity_provider = "FARGATE_SPOT"',
    }),
    bad: ({ mode, service: s }) =>
      mode === "ecs" && s.capacity_provider === "FARGATE" && s.on_demand_base !== 1 ? [[String(s.on_demand_base)]] : [],
    plan: {
      quote: ["${s.on_demand_base}"],
      when: `${runsOn("ecs")} && s.capacity_provider == "FARGATE" && s.on_demand_base != 1`,
    },
  }),
];

/** What is kept for the sidecars of the overlay leaves `Main` something, which ECS wants to be 6 MiB or more. */
const overlay: InputRule[] = [
  eachService({
    say: (name, reserved: string, memory: string) => ({
      path: `services.${name}.express_overlay_dev.sidecars`,
      why: `memory_reservation adds up to ${reserved}, and the task has ${memory} MiB, of which Main needs 6`,
      fix: "Lower it, or raise the service's memory",
    }),
    bad: ({ service: { memory, express_overlay_dev: dev } }) => {
      const reserved = Object.values(dev?.sidecars ?? {}).reduce((sum, c) => sum + c.memory_reservation, 0);
      return reserved > 0 && reserved + 6 > memory ? [[String(reserved), String(memory)]] : [];
    },
    plan: {
      quote: ["${reserved}", "${s.memory}"],
      over: "reserved in [for dev in s.express_overlay_dev[*] : sum(concat([0], [for c in dev.sidecars : c.memory_reservation]))]",
      when: "reserved > 0 && reserved + 6 > s.memory",
    },
  }),
];

/** The containers of a task fit together: order, shares, volumes, checks. */
export const containers: InputRule[] = [...order, ...shares, ...storage, ...checks, ...together, ...overlay];
