import type { Problem } from "../../kit/problem";
import { schemaOf } from "../../kit/schema";
import type { InputRule } from "../input";
import { loadBalancer as spec } from "../load-balancer";
import { eachService, sentence } from "./each-service";
import { entries, SERVED, TEST_LISTENER_PORT_HCL } from "./listeners";
import { PRIVATE_SUBNETS_FIX, PRIVATE_SUBNETS_HCL, privateSubnets } from "./private-subnets";

const only = (condition: string, problem: Problem): string => `(${condition}) ? [${sentence(problem)}] : []`;
const ADOPTED = "var.load_balancer.adopted != null";

const noPrivateSubnets: Problem = {
  path: "load_balancer.internal",
  got: "true",
  why: "the group has no two private subnets to put it in",
  fix: PRIVATE_SUBNETS_FIX,
};

const nobodysDomain: Problem = {
  path: "load_balancer.adopted",
  why: "without a domain a rule would take every request on somebody else's listener",
  fix: 'Write domain = { name = "…" }',
};

const nobodysVpc: Problem = {
  path: "load_balancer.adopted",
  why: "a load balancer reaches target groups in its own VPC alone, and without vpc the group makes another one",
  fix: "Give that VPC: vpc = { id = …, public_subnet_ids = […] }",
};

const notOurs = (option: string): Problem => ({
  path: `load_balancer.${option}`,
  why: "the load balancer is adopted, and nothing of it is changed but its rules",
  fix: `Leave ${option} out, or adopted`,
});

/** What is set on the load balancer itself, by option, and the default of each. */
const ownOptions: readonly (readonly [string, unknown])[] = Object.entries(schemaOf(spec).properties ?? {})
  .filter(([name]) => name !== "adopted")
  .map(([name, node]) => [name, node.default ?? null]);

const adoptedUntouched: InputRule = {
  problems: ({ load_balancer: given }) =>
    given.adopted
      ? ownOptions
          .filter(([name, fallback]) => ((given as Record<string, unknown>)[name] ?? null) !== fallback)
          .map(([name]) => notOurs(name))
      : [],
  sentences:
    `[for option, given in { ${ownOptions.map(([name, fallback]) => `${name} = var.load_balancer.${name} != ${JSON.stringify(fallback)}`).join(", ")} } : ` +
    `${sentence(notOurs("${option}"))} if ${ADOPTED} && given]`,
};

/** What holds for the plain load balancer as a whole. */
export const loadBalancer: InputRule[] = [
  {
    problems: (input) => (input.load_balancer.internal && !privateSubnets(input) ? [noPrivateSubnets] : []),
    sentences: only(`var.load_balancer.internal && !${PRIVATE_SUBNETS_HCL}`, noPrivateSubnets),
  },
  {
    problems: ({ domain, load_balancer: { adopted } }) => (adopted && !domain ? [nobodysDomain] : []),
    sentences: only(`${ADOPTED} && var.domain == null`, nobodysDomain),
  },
  {
    problems: ({ vpc, load_balancer: { adopted } }) => (adopted && !vpc ? [nobodysVpc] : []),
    sentences: only(`${ADOPTED} && var.vpc == null`, nobodysVpc),
  },
  adoptedUntouched,
  eachService({
    say: (name, port: string) => ({
      path: `services.${name}.deployment_configuration.test_listener_port`,
      got: port,
      why: "the load balancer is adopted, and no listener is added to it",
      fix: "Leave test_listener_port out",
    }),
    bad: ({ name }, input) =>
      entries(input)
        .filter((entry) => entry.name === name && entry.test !== undefined && input.load_balancer.adopted)
        .map(({ test }) => [String(test)]),
    plan: {
      quote: [`\${port}`],
      over: `port in ${TEST_LISTENER_PORT_HCL}[*]`,
      when: `${SERVED} && ${ADOPTED}`,
    },
  }),
];
