import { MODES, type Mode } from "../../kit/capability";
import { EXPRESS_MEMORY, FARGATE_MEMORY } from "../limits";
import type { InputRule } from "../input";
import { eachService, runsOn } from "./each-service";

const SIZES: Readonly<Record<Mode, Readonly<Record<number, readonly number[]>>>> = {
  express: EXPRESS_MEMORY,
  ecs: FARGATE_MEMORY,
};
const TRACK: Readonly<Record<Mode, string>> = { express: "ECS Express Mode", ecs: "Fargate" };
const OTHER: Readonly<Record<Mode, string>> = {
  express: ', or set mode = "ecs" for larger tasks',
  ecs: "",
};

const offered = (mode: Mode, cpu: number): string => {
  const sizes = SIZES[mode][cpu];
  if (!sizes) return `cpu must be one of ${Object.keys(SIZES[mode]).join(", ")}`;
  return sizes.length > 4
    ? `with cpu = ${cpu}, memory is ${sizes[0]} to ${sizes.at(-1)} in steps of ${sizes[1]! - sizes[0]!}`
    : `with cpu = ${cpu}, memory is ${sizes.join(", ")}`;
};

/** HCL: an object of the CPU sizes of a track. */
const table = (mode: Mode, value: (cpu: string) => unknown): string =>
  `{ ${Object.keys(SIZES[mode])
    .map((cpu) => `"${cpu}" = ${JSON.stringify(value(cpu))}`)
    .join(", ")} }`;

const oneMode = (mode: Mode): InputRule =>
  eachService({
    say: (name, cpu: string, memory: string, hint: string) => ({
      path: `services.${name}.memory`,
      got: memory,
      why: `${TRACK[mode]} has no task of ${cpu} CPU units with this memory`,
      fix: `Choose a pair that exists: ${hint}${OTHER[mode]}`,
    }),
    bad: ({ mode: on, service: { cpu, memory } }) =>
      on === mode && !SIZES[mode][cpu]?.includes(memory) ? [[String(cpu), String(memory), offered(mode, cpu)]] : [],
    plan: {
      quote: ["${s.cpu}", "${s.memory}", "${hint}"],
      over: `hint in [try(${table(mode, (cpu) => offered(mode, Number(cpu)))}[tostring(s.cpu)], "${offered(mode, 0)}")]`,
      when: `${runsOn(mode)} && !contains(try(${table(mode, (cpu) => SIZES[mode][Number(cpu)])}[tostring(s.cpu)], []), s.memory)`,
    },
  });

/** CPU and memory come in the pairs that the track offers. */
export const sizes: InputRule[] = MODES.map(oneMode);
