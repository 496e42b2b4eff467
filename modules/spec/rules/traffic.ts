import { MODES } from "../../kit/capability";
import type { Problem } from "../../kit/problem";
import type { Input, InputRule } from "../input";
import type { Service } from "../service";
import { eachService, runsOn, sentence, tracksOf } from "./each-service";

/** The weights of a service; null when everything goes to its track. */
const trafficOf = (input: Input, { traffic }: Service) => traffic ?? input.traffic ?? null;

/** HCL for the same as a list, empty without. */
export const TRAFFIC_HCL = "(s.traffic != null ? [s.traffic] : var.traffic[*])";

const NO_ZONE_HCL = "try(var.domain.zone == null, true)";
const NO_ZONE = {
  why: "weights are those of records, and without domain.zone none is made",
  fix: "Give domain.zone = { id = … }, or leave it out",
};

const groupWithoutZone: Problem = { path: "traffic", ...NO_ZONE };

/** Options that a service's names are shared by. */
const sharing = ({ traffic, other_origin }: Service): string[][] =>
  Object.entries({ traffic, other_origin }).flatMap(([option, given]) => (given ? [[option]] : []));

/** HCL for the same, where `condition` holds. */
const sharingHcl = (condition: string) => ({
  quote: ["${option}"],
  over: "option, given in { traffic = s.traffic != null, other_origin = s.other_origin != null }",
  when: `given && ${condition}`,
});

const withoutZone = eachService({
  say: (name, option: string) => ({ path: `services.${name}.${option}`, ...NO_ZONE }),
  bad: ({ service }, { domain }) => (domain?.zone ? [] : sharing(service)),
  plan: sharingHcl(NO_ZONE_HCL),
});

const ofPrivate = eachService({
  say: (name, option: string) => ({
    path: `services.${name}.${option}`,
    why: "the service is not public, so no name of the domain leads to it",
    fix: "Leave it out, or make the service public",
  }),
  bad: ({ service }) => (service.public ? [] : sharing(service)),
  plan: sharingHcl("!s.public"),
});

const toNowhere = eachService({
  say: (name, track: string, weight: string) => ({
    path: `services.${name}.traffic.${track}`,
    got: weight,
    why: "the service does not run on that track",
    fix: `Set standby_mode = "${track}", or take the weight off`,
  }),
  bad: ({ service }, input) => {
    const traffic = trafficOf(input, service);
    return MODES.filter(
      (track) => service.public && traffic && traffic[track] > 0 && !tracksOf(input, service).includes(track),
    ).map((track) => [track, String(traffic?.[track])]);
  },
  plan: {
    quote: ["${at.track}", "${at.weight}"],
    over: `at in [for each in flatten([for t in ${TRAFFIC_HCL} : [${MODES.map((track) => `{ track = "${track}", weight = t.${track}, runs = ${runsOn(track)} }`).join(", ")}]]) : each if !each.runs]`,
    when: "s.public && at.weight > 0",
  },
});

const toNoOther = eachService({
  say: (name, weight: string) => ({
    path: `services.${name}.traffic.other`,
    got: weight,
    why: "the service has no other_origin",
    fix: 'Give other_origin = { dns_name = "…" }, or take the weight off',
  }),
  bad: ({ service }, input) => {
    const other = trafficOf(input, service)?.other ?? 0;
    return service.public && other > 0 && !service.other_origin ? [[String(other)]] : [];
  },
  plan: {
    quote: ["${t.other}"],
    over: `t in ${TRAFFIC_HCL}`,
    when: "s.public && t.other > 0 && s.other_origin == null",
  },
});

const toNobody = eachService({
  say: (name) => ({
    path: `services.${name}.traffic`,
    why: "every weight is 0, which Route 53 takes for equal shares",
    fix: "Give one of them a weight, or leave traffic out",
  }),
  bad: ({ service }, input) => {
    const traffic = trafficOf(input, service);
    return service.public && traffic && traffic.express + traffic.ecs + traffic.other === 0 ? [[]] : [];
  },
  plan: { quote: [], over: `t in ${TRAFFIC_HCL}`, when: "s.public && t.express + t.ecs + t.other == 0" },
});

/** Weights lead to where the service runs. */
export const traffic: InputRule[] = [
  {
    problems: ({ traffic: given, domain }) => (given && !domain?.zone ? [groupWithoutZone] : []),
    sentences: `var.traffic != null && ${NO_ZONE_HCL} ? [${sentence(groupWithoutZone)}] : []`,
  },
  withoutZone,
  ofPrivate,
  toNowhere,
  toNoOther,
  toNobody,
];
