import { bySeverity, changed, type Draft, type Finding, lost } from "../apprunner/finding";
import type { SwitchyardInput } from "../apprunner/group-input";
import { label } from "../apprunner/rules/identity";
import type { InputText } from "../apprunner/source";
import { InputError, type Problem } from "../modules/kit/problem";
import type { Adoption } from "./adoption";
import { allowed, fitting, inputOf, missing, moves, refusals } from "./group";
import type { AdoptOptions } from "./options";
import { readAll } from "./read";
import { blocked, takeAll, type Taken } from "./take";

/**
 * What describe calls tell of services that stand, as an input and import blocks. Nothing is written and nothing is called:
 * give it texts.
 *
 * @throws InputError with every problem of what was given, and every call whose answer is missing
 */
export function adopt(inputs: readonly InputText[], options: AdoptOptions = {}): Adoption {
  const { found, problems } = readAll(inputs);
  if (problems.length) throw new InputError(problems, "switchyard adopt");
  const { services, problems: needed } = takeAll(found, options);
  const fit = fitting(services);
  const first = fit.filter((service) => !blocked(service));
  const lacking = [...needed, ...(first.length ? missing(first, options) : []), ...none(services, needed, options)];
  if (lacking.length) throw new InputError(lacking, "switchyard adopt");
  const name = nameOf(first.length ? first : services, options);
  const wrong = first.length ? wrongOptions(inputOf(name, first, options), options) : [];
  if (wrong.length) throw new InputError(wrong, "switchyard adopt");
  const judged = fit.map((service) => refuse(service, name, options));
  return adoptionOf(name, judged, options);
}

/** What the module refuses of what was said on the command line, by its name there. */
const wrongOptions = (input: SwitchyardInput, { name, allowedCidrs = [] }: AdoptOptions): Problem[] =>
  refusals(input).flatMap((problem): Problem[] =>
    problem.path === "name" && name !== undefined
      ? [{ ...problem, path: "--name" }]
      : problem.path.startsWith("allowed_cidrs") && allowedCidrs.length
        ? [{ ...problem, path: problem.path.replace("allowed_cidrs", "--allowed-cidr ").trim() }]
        : [],
  );

const none = (services: readonly Taken[], needed: readonly Problem[], { services: names }: AdoptOptions): Problem[] =>
  services.length + needed.length
    ? []
    : [
        {
          path: names?.length ? "--service" : "input",
          ...(names?.length ? { got: JSON.stringify(names) } : {}),
          why: "no service was described",
          fix: "Give the answer of aws ecs describe-services or describe-express-gateway-service",
        },
      ];

/** A service that the module refuses by itself is not taken, for the others' sake. */
function refuse(service: Taken, name: string, options: AdoptOptions): Taken {
  if (blocked(service)) return service;
  const own = refusals(inputOf(name, [service], options)).filter(({ path }) =>
    path.startsWith(`services.${service.key}.`),
  );
  return {
    ...service,
    findings: [
      ...service.findings,
      ...own.map(({ path, why, fix }): Finding => ({
        ...lost("blocker", path, why, fix),
        service: service.key,
        rule: "spec",
      })),
    ],
  };
}

function adoptionOf(name: string, services: readonly Taken[], options: AdoptOptions): Adoption {
  const good = services.filter((service) => !blocked(service));
  const draft = good.length ? inputOf(name, good, options) : undefined;
  const refused = draft ? refusals(draft) : [];
  const [first] = good.length ? good : services;
  const about = (drafts: readonly Draft[]): Finding[] =>
    drafts.map((each) => ({ ...each, service: name, rule: "group" }));
  const findings = [
    ...services.flatMap((service) => service.findings),
    ...(draft ? moves(good, draft) : []),
    ...about([
      ...refused.map(({ path, why, fix }) => lost("blocker", path, why, fix)),
      ...(draft ? together(good, options) : []),
    ]),
  ].sort(bySeverity);
  const { mode, region, account, cluster } = first as Taken;
  return {
    name,
    mode,
    region,
    account,
    cluster,
    services,
    adopted: refused.length ? [] : good.map(({ key }) => key),
    input: refused.length ? undefined : draft,
    imports: refused.length ? [] : good.flatMap(({ imports }) => imports),
    findings,
    blocked: findings.some(({ severity }) => severity === "blocker"),
  };
}

/** What concerns the group as a whole. */
function together(services: readonly Taken[], options: AdoptOptions): Draft[] {
  const known = allowed(services, options);
  const ipv6 = services.some(({ ground }) => ground.ipv6);
  const dropped = (known ?? []).filter((cidr) => cidr.includes(":") && !ipv6);
  const tags = new Set(services.flatMap((each) => Object.keys(each.tags)));
  const uncommon = [...tags].filter((tag) => services.some((each) => each.tags[tag] !== services[0]?.tags[tag])).sort();
  const express = services.some(({ mode, service }) => mode === "express" && service.public !== false);
  return [
    ...(express
      ? [
          changed(
            "security",
            "(web ACL)",
            "allowed_cidrs",
            "Express Mode's load balancer gets a web ACL that lets in allowed_cidrs alone. It takes the place of one that is there, without a word of AWS's, and every Express service of the VPC is behind it",
            "See what is there: aws wafv2 get-web-acl-for-resource --resource-arn <the load balancer>",
          ),
        ]
      : []),
    ...(!express && services.some(({ ground }) => ground.listener)
      ? [
          known
            ? changed(
                "security",
                "(clients)",
                "allowed_cidrs",
                "the new listener rules admit allowed_cidrs alone; the old rules, while they stand, admit whom they did",
                "Delete the old rules",
              )
            : changed(
                "security",
                "(clients)",
                "load_balancer.adopted.enforce_allowed_cidrs",
                "who gets in is left to the load balancer's security group, web ACL and rules, as it is now; allowed_cidrs names nobody and has no effect",
                "Write allowed_cidrs and take enforce_allowed_cidrs out, and delete the old rules",
              ),
        ]
      : []),
    ...(dropped.length
      ? [
          lost(
            "behaviour",
            "--allowed-cidr",
            `${dropped.join(", ")} left out: nothing says that the load balancer has IPv6 addresses`,
            "If it has, set vpc.ipv6 = true and add them",
          ),
        ]
      : []),
    ...(uncommon.length
      ? [
          lost(
            "cosmetic",
            "tags",
            `not every service has them with one value, and they are taken off: ${uncommon.join(", ")}`,
            "The input has one set of tags: adopt the services apart, or add them to it",
          ),
        ]
      : []),
  ];
}

function nameOf(services: readonly Taken[], { name }: AdoptOptions): string {
  if (name !== undefined) return name;
  const [first, ...others] = services as [Taken, ...Taken[]];
  const own = label(others.length ? `${first.cluster}-services` : first.key);
  return own.startsWith("internal-") ? label(`app-${own}`) : own;
}
