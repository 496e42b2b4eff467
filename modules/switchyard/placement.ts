import { type IResolvable, TerraformLocal } from "cdktf";
import { Construct } from "constructs";
import { hcl, raw } from "../kit/hcl";
import { urlVariableHcl } from "../spec/rules/connections";

/**
 * Who runs where and who calls whom, as locals: pure functions of `mode` and `services`, known at plan. Everything that
 * differs between the tracks is decided here.
 */
export class Placement extends Construct {
  /** Service to track. */
  readonly modes: IResolvable;
  /** The services on each track. */
  readonly express: IResolvable;
  readonly ecs: IResolvable;
  /** Those of the plain track that its load balancer serves. */
  readonly served: IResolvable;
  /** Names that somebody connects to. */
  readonly targets: IResolvable;
  /** Names of callers and targets. */
  readonly members: IResolvable;
  /** Service to environment, with the URL of each target. */
  readonly environments: IResolvable;
  /** Plain service to its part in Service Connect: `{ serve_as, peers }`; only those that have one. */
  readonly serviceConnect: IResolvable;
  /** Plain targets that ECS itself is to register in private DNS, for a caller on Express Mode. */
  readonly registered: IResolvable;

  constructor(
    scope: Construct,
    id: string,
    { name, mode, services }: { readonly name: string; readonly mode: string; readonly services: unknown },
  ) {
    super(scope, id);
    const local = (key: string, value: IResolvable) => new TerraformLocal(this, key, value).expression as IResolvable;
    const on = (modes: IResolvable, track: string) =>
      hcl`{ for name, s in ${services} : name => s if ${modes}[name] == ${track} }`;

    this.modes = local("modes", hcl`{ for name, s in ${services} : name => coalesce(s.mode, ${mode}) }`);
    this.express = local("express", on(this.modes, "express"));
    this.ecs = local("ecs", on(this.modes, "ecs"));
    this.served = local("served", hcl`{ for name, s in ${this.ecs} : name => s if s.public }`);

    const callers = local(
      "callers",
      hcl`{ for target in distinct(flatten([for s in ${services} : s.connects_to])) : target => [for name, s in ${services} : name if contains(s.connects_to, target)] }`,
    );
    this.targets = hcl`keys(${callers})`;
    this.members = local("members", hcl`distinct(concat(keys(${callers}), flatten(values(${callers}))))`);

    const address = hcl`${this.modes}[name] == "ecs" && ${this.modes}[target] == "ecs" ? target : "\${target}.\${${name}}.internal"`;
    const urls = hcl`{ for target in s.connects_to : ${raw(urlVariableHcl("target"))} => "http://\${${address}}:\${${services}[target].port}" }`;
    this.environments = local(
      "environments",
      hcl`{ for name, s in ${services} : name => merge(s.environment, ${urls}) }`,
    );

    const plainPeers = hcl`[for target in s.connects_to : target if ${this.modes}[target] == "ecs"]`;
    const plainCallers = hcl`[for caller in lookup(${callers}, name, []) : caller if ${this.modes}[caller] == "ecs"]`;
    this.serviceConnect = local(
      "service_connect",
      hcl`{ for name, s in ${this.ecs} : name => { serve_as = length(${plainCallers}) > 0 ? name : null, peers = ${plainPeers} } if length(${plainCallers}) + length(${plainPeers}) > 0 }`,
    );
    this.registered = local(
      "registered",
      hcl`[for target, callers in ${callers} : target if ${this.modes}[target] == "ecs" && anytrue([for caller in callers : ${this.modes}[caller] == "express"])]`,
    );
  }
}
