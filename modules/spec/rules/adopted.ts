import type { Problem } from "../../kit/problem";
import { STACK } from "../express-resource";
import type { Input, InputRule } from "../input";
import { eachService, type Placed, placed, sentence, tracksHcl } from "./each-service";

/** The name of a service in ECS where it runs, as an adopted one has it or as this module makes it. */
const nameInEcs = ({ name, mode, service }: Placed, input: Input): string =>
  service.adopted?.mode === mode ? service.adopted.service_name : `${input.name}-${name}-${mode}`;

/** HCL for the same, of the service `s` called `name` on the track `mode`. */
const nameInEcsHcl = '(try(s.adopted.mode, null) == mode ? s.adopted.service_name : "${var.name}-${name}-${mode}")';
const namesHcl = `flatten([for name, s in var.services : [for mode in distinct(${tracksHcl()}) : { key = name, name = ${nameInEcsHcl} }]])`;

const taken = (services: string, got: string): Problem => ({
  path: `services.${services}.adopted.service_name`,
  got,
  why: "the services have one cluster, and there a name is one service's",
  fix: "Write the name that each of them has in ECS",
});

const twice: InputRule = {
  problems: (input) => {
    const names = placed(input).map((each) => ({ key: each.name, name: nameInEcs(each, input) }));
    return [...new Set(names.map(({ name }) => name))].sort().flatMap((name) => {
      const keys = names.filter((each) => each.name === name).map(({ key }) => key);
      return keys.length > 1 ? [taken(`{${keys.sort().join(", ")}}`, JSON.stringify(name))] : [];
    });
  },
  sentences: `[for got, keys in { for each in ${namesHcl} : each.name => each.key... } : ${sentence(taken('{${join(", ", keys)}}', "${jsonencode(got)}"))} if length(keys) > 1]`,
};

/** What an adopted service may keep, and on which track. */
export const adopted: InputRule[] = [
  twice,
  eachService({
    say: (name, option: string) => ({
      path: `services.${name}.adopted.${option}`,
      why: 'it was adopted on mode "express", where this is Express Mode\'s own',
      fix: `Leave ${option} out`,
    }),
    bad: ({ service: { adopted: kept } }) =>
      kept?.mode === "express"
        ? (["target_group", "scaling_policy_name"] as const).filter((option) => kept[option] != null).map((o) => [o])
        : [],
    plan: {
      quote: ["${option}"],
      over: "option, given in { scaling_policy_name = try(s.adopted.scaling_policy_name, null) != null, target_group = try(s.adopted.target_group, null) != null }",
      when: 'given && try(s.adopted.mode, null) == "express"',
    },
  }),
  eachService({
    say: (name) => ({
      path: `services.${name}.adopted`,
      why: `it is a service of Express Mode's own resource, which express_resource = "${STACK}" would replace`,
      fix: "Leave express_resource out, or adopted",
    }),
    bad: ({ service }) => (service.adopted?.mode === "express" && service.express_resource === STACK ? [[]] : []),
    plan: { quote: [], when: `try(s.adopted.mode, null) == "express" && s.express_resource == "${STACK}"` },
  }),
];
