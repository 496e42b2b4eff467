import type { Definition } from "../definition";
import type { GroupPlan, ServicePlan } from "../plan";
import { DEFAULT_SIZE } from "../rules/sizes";
import { isPublic } from "../rules/rule";
import { instances } from "../rules/scaling";
import { HOURS_A_MONTH, PRICES } from "../../modules/spec/prices";
import { APP_RUNNER_PRICES, USUAL_ZONES, ZONES } from "./prices";

/** One line of an estimate: what, the arithmetic, and USD a month. */
export interface CostLine {
  readonly what: string;
  readonly arithmetic: string;
  readonly usd: number;
}

export interface Estimate {
  /** App Runner with nothing to do at the least number of instances, and busy all the time. */
  readonly before: {
    readonly idle: readonly CostLine[];
    readonly busy: readonly CostLine[];
    readonly idleUsd: number;
    readonly busyUsd: number;
  };
  /** ECS at the least number of tasks, busy or not. */
  readonly after: { readonly lines: readonly CostLine[]; readonly usd: number };
  /** The share of active hours above which ECS costs less in all; undefined when it never does. */
  readonly breakEven: number | undefined;
  readonly notes: readonly string[];
}

const round = (usd: number): number => Math.round(usd * 100) / 100;
const sum = (lines: readonly CostLine[]): number => round(lines.reduce((total, { usd }) => total + usd, 0));

/** The monthly cost of a group before and after, at the least number of instances. */
export function estimate(group: GroupPlan): Estimate {
  const running = group.services.filter(({ definition }) => definition.service.Status !== "PAUSED");
  const idle = running.flatMap(appRunnerIdle);
  const active = running.map(appRunnerActive);
  const lines = [...group.services.map(task), ...entry(group)];
  const [idleUsd, activeUsd, usd] = [sum(idle), sum(active), sum(lines)];
  const share = activeUsd > 0 ? (usd - idleUsd) / activeUsd : Infinity;
  return {
    before: { idle, busy: [...idle, ...active], idleUsd, busyUsd: round(idleUsd + activeUsd) },
    after: { lines, usd },
    breakEven: share <= 1 ? Math.max(0, Math.round(share * 1000) / 1000) : undefined,
    notes: notes(group),
  };
}

/** Memory is paid for whether or not there is a request. */
function appRunnerIdle({ key, definition }: ServicePlan): CostLine[] {
  const { gb, min } = size(definition);
  const { AutoDeploymentsEnabled: auto, ImageRepository: image } = definition.service.SourceConfiguration;
  const memory = {
    what: `${key}: memory`,
    arithmetic: `${HOURS_A_MONTH} h × ${gb} GB × ${APP_RUNNER_PRICES.memoryGbHour} × ${min}`,
    usd: round(HOURS_A_MONTH * gb * APP_RUNNER_PRICES.memoryGbHour * min),
  };
  const deploys = auto ?? image?.ImageRepositoryType !== "ECR_PUBLIC";
  return deploys
    ? [
        memory,
        { what: `${key}: automatic deployments`, arithmetic: "1 a month", usd: APP_RUNNER_PRICES.autoDeployMonth },
      ]
    : [memory];
}

/** CPU is paid for while an instance answers requests. */
function appRunnerActive({ key, definition }: ServicePlan): CostLine {
  const { vcpu, min } = size(definition);
  return {
    what: `${key}: CPU, active all the time`,
    arithmetic: `${HOURS_A_MONTH} h × ${vcpu} vCPU × ${APP_RUNNER_PRICES.cpuHour} × ${min}`,
    usd: round(HOURS_A_MONTH * vcpu * APP_RUNNER_PRICES.cpuHour * min),
  };
}

function task({ key, definition }: ServicePlan): CostLine {
  const { vcpu, gb, min } = size(definition);
  const hour = PRICES.fargateVcpuHour * vcpu + PRICES.fargateGbHour * gb;
  return {
    what: `${key}: ${min} task${min === 1 ? "" : "s"}`,
    arithmetic: `${HOURS_A_MONTH} h × (${vcpu} vCPU × ${PRICES.fargateVcpuHour} + ${gb} GB × ${PRICES.fargateGbHour}) × ${min}`,
    usd: round(HOURS_A_MONTH * hour * min),
  };
}

/** The load balancer, its addresses, the tasks' addresses, the web ACL. Express Mode and plain ECS have one of each for a group. */
function entry(group: GroupPlan): CostLine[] {
  const zones = group.input?.vpc?.public_subnet_ids.length ?? ZONES[group.region ?? ""] ?? USUAL_ZONES;
  const address = PRICES.publicIpv4Hour * HOURS_A_MONTH;
  const tracks = [...new Set(group.services.filter(({ definition }) => isPublic(definition)).map(({ mode }) => mode))];
  const hidden = (group.input?.vpc?.private_subnet_ids ?? []).length > 0;
  const tasks = group.services
    .filter(({ mode }) => mode === "express" || !hidden)
    .reduce((total, { definition }) => total + instances(definition).min, 0);
  const each = tracks.flatMap((track): CostLine[] => [
    {
      what: `load balancer (${track})`,
      arithmetic: `${HOURS_A_MONTH} h × ${PRICES.loadBalancerHour}`,
      usd: round(HOURS_A_MONTH * PRICES.loadBalancerHour),
    },
    {
      what: `its public addresses in ${zones} zones`,
      arithmetic: `${zones} × ${HOURS_A_MONTH} h × ${PRICES.publicIpv4Hour}`,
      usd: round(zones * address),
    },
  ]);
  const acl = tracks.length
    ? [
        {
          what: "web ACL with two rules",
          arithmetic: `${PRICES.webAclMonth} + 2 × ${PRICES.webAclRuleMonth}`,
          usd: PRICES.webAclMonth + 2 * PRICES.webAclRuleMonth,
        },
      ]
    : [];
  return [
    ...each,
    ...acl,
    ...(tasks
      ? [
          {
            what: `public addresses of ${tasks} task${tasks === 1 ? "" : "s"}`,
            arithmetic: `${tasks} × ${HOURS_A_MONTH} h × ${PRICES.publicIpv4Hour}`,
            usd: round(tasks * address),
          },
        ]
      : []),
  ];
}

const size = (definition: Definition) => {
  const { Cpu, Memory } = definition.service.InstanceConfiguration ?? {};
  return {
    vcpu: Number(Cpu ?? DEFAULT_SIZE.cpu) / 1024,
    gb: Number(Memory ?? DEFAULT_SIZE.memory) / 1024,
    min: instances(definition).min,
  };
};

const notes = (group: GroupPlan): string[] => [
  `Prices of ${PRICES.region}, read ${PRICES.date}; ${HOURS_A_MONTH} hours a month. Requests (load balancer capacity units, about 5.84 each), logs, builds and data transfer are not in it.`,
  "More than the least number of instances costs more on both sides; App Runner is shown idle and busy, because its CPU is paid for by the hour in which requests come.",
  ...(group.services.some(({ definition }) => definition.service.Status === "PAUSED")
    ? ["A paused service costs nothing on App Runner and is not in the first sum."]
    : []),
  `Private subnets add a NAT gateway for each zone (${round(HOURS_A_MONTH * PRICES.natGatewayHour)} each) unless they have one, and save the tasks' public addresses.`,
];
