import { type IResolvable, TerraformLocal } from "cdktf";
import { Construct } from "constructs";
import { hcl, raw } from "../kit/hcl";
import { STACK } from "../spec/express-resource";
import { urlVariableHcl } from "../spec/rules/connections";
import { hostNamesHcl, isWithinHcl } from "../spec/rules/host-names";

/** The inputs that say it. */
interface Given {
  readonly name: string;
  readonly mode: string;
  readonly services: unknown;
  readonly standbyMode: unknown;
  readonly traffic: unknown;
  readonly serviceConnectTls: unknown;
  readonly domain: unknown;
  /** Whether there is private DNS: where there is Express Mode. */
  readonly dns: boolean;
}

/**
 * Who runs where and who calls whom, as locals: pure functions of `mode` and `services`, known at plan. Everything that
 * differs between the tracks is decided here.
 */
export class Placement extends Construct {
  /** Service to active track. */
  readonly modes: IResolvable;
  /** Service to the track that stands by; only those that have one. */
  readonly standby: IResolvable;
  /** Service to the tracks it runs on, the active one first. */
  readonly tracks: IResolvable;
  /** The services on each track. */
  readonly express: IResolvable;
  readonly ecs: IResolvable;
  /** The services that go to Express Mode by a stack, whichever track they are on: their task definition serves both. */
  readonly shared: IResolvable;
  /** Those on Express Mode, by the resource that makes them. */
  readonly byProvider: IResolvable;
  readonly byStack: IResolvable;
  /** Those of the plain track that its load balancer serves. */
  readonly served: IResolvable;
  /** Public service to its full names, whatever its track; none without a domain. */
  readonly hostNames: IResolvable;
  /** Full name in the domain to the service that has it; of several that share it by paths, the first. */
  readonly recorded: IResolvable;
  /** Those on Express Mode that the world reaches, and those that the VPC alone does. */
  readonly exposed: IResolvable;
  readonly hidden: IResolvable;
  /** Those on Express Mode that are changed after the fact, for development and test. */
  readonly overlaid: IResolvable;
  /** Names that somebody connects to. */
  readonly targets: IResolvable;
  /** Names of callers and targets. */
  readonly members: IResolvable;
  /** Public service to the weights of its origins; none without a domain. */
  readonly weights: IResolvable;
  /** Service to environment, with the URL of each target: on Express Mode, and on the plain track. */
  readonly expressEnvironments: IResolvable;
  readonly plainEnvironments: IResolvable;
  /** Plain service to its part in Service Connect: `{ serve_as, peers }`; only those that have one. */
  readonly serviceConnect: IResolvable;
  /** Plain target to its plain callers: who sees a name of Service Connect. */
  readonly connected: IResolvable;
  /** Plain targets, which ECS itself registers in private DNS: for callers on Express Mode, and for those that a flip still leaves there. */
  readonly registered: IResolvable;

  constructor(scope: Construct, id: string, given: Given) {
    super(scope, id);
    const { name, mode, standbyMode, traffic, services, domain, serviceConnectTls: tls, dns } = given;
    const local = (key: string, value: IResolvable) => new TerraformLocal(this, key, value).expression as IResolvable;

    this.modes = local("modes", hcl`{ for name, s in ${services} : name => coalesce(s.mode, ${mode}) }`);
    this.standby = local(
      "standby",
      hcl`{ for name, track in { for name, s in ${services} : name => coalesce(s.standby_mode, ${standbyMode}, ${this.modes}[name]) } : name => track if track != ${this.modes}[name] }`,
    );
    this.tracks = local(
      "tracks",
      hcl`{ for name, track in ${this.modes} : name => compact([track, lookup(${this.standby}, name, "")]) }`,
    );
    const on = (track: string) =>
      hcl`{ for name, s in ${services} : name => s if contains(${this.tracks}[name], ${track}) }`;
    this.express = local("express", on("express"));
    this.ecs = local("ecs", on("ecs"));
    const stacked = (services: unknown, is: string) =>
      hcl`{ for name, s in ${services} : name => s if s.express_resource ${raw(is)} ${STACK} }`;
    this.shared = local("shared_task_definitions", stacked(services, "=="));
    this.byProvider = local("express_by_provider", stacked(this.express, "!="));
    this.byStack = local("express_by_stack", stacked(this.express, "=="));
    this.served = local("served", hcl`{ for name, s in ${this.ecs} : name => s if s.public }`);
    this.exposed = local("exposed", hcl`[for name, s in ${this.express} : name if s.public]`);
    this.hidden = local("hidden", hcl`[for name, s in ${this.express} : name if !s.public]`);

    this.hostNames = local(
      "host_names",
      hcl`merge([for domain_name in ${domain}[*].name : { for name, s in ${services} : name => ${raw(hostNamesHcl("domain_name"))} if s.public }]...)`,
    );
    this.recorded = local(
      "recorded",
      hcl`merge([for domain_name in ${domain}[*].name : { for host in distinct(flatten(values(${this.hostNames}))) : host => [for name, list in ${this.hostNames} : name if contains(list, host)][0] if ${raw(isWithinHcl("domain_name"))} }]...)`,
    );
    const all = hcl`{ express = ${this.modes}[name] == "express" ? ${WHOLE} : 0, ecs = ${this.modes}[name] == "ecs" ? ${WHOLE} : 0, other = 0 }`;
    this.weights = local(
      "weights",
      hcl`{ for name in keys(${this.hostNames}) : name => try(coalesce(${services}[name].traffic, ${traffic}), ${all}) }`,
    );
    this.overlaid = hcl`{ for name, s in ${this.express} : name => s if s.express_overlay_dev != null }`;

    const callers = local(
      "callers",
      hcl`{ for target in distinct(flatten([for s in ${services} : s.connects_to])) : target => [for name, s in ${services} : name if contains(s.connects_to, target)] }`,
    );
    this.targets = hcl`keys(${callers})`;
    this.members = local("members", hcl`distinct(concat(keys(${callers}), flatten(values(${callers}))))`);

    const dnsName = hcl`"\${target}.\${${name}}.internal"`;
    const onPlain = (service: string) => hcl`contains(keys(${this.ecs}), ${raw(service)})`;
    const environments = (services_: IResolvable, address: IResolvable) =>
      hcl`{ for name, s in ${services_} : name => merge(s.environment, { for target in s.connects_to : ${raw(urlVariableHcl("target"))} => "http://\${${address}}:\${${services}[target].port}" }) }`;
    this.expressEnvironments = local("express_environments", environments(this.express, dnsName));
    this.plainEnvironments = local(
      "plain_environments",
      environments(this.ecs, hcl`${onPlain("target")} ? target : ${dnsName}`),
    );

    this.connected = local(
      "connected",
      hcl`{ for target, names in { for target, names in ${callers} : target => [for caller in names : caller if ${onPlain("caller")}] } : target => names if ${onPlain("target")} && length(names) > 0 }`,
    );
    const endpoints = local("endpoints", endpointsHcl({ services, targets: this.connected, tls }));
    const peers = hcl`[for target in s.connects_to : ${endpoints}[target] if contains(keys(${endpoints}), target)]`;
    const serves = hcl`contains(keys(${this.connected}), name)`;
    this.serviceConnect = local(
      "service_connect",
      hcl`{ for name, s in ${this.ecs} : name => { serve_as = ${serves} ? name : null, peers = ${peers} } if ${serves} || length(${peers}) > 0 }`,
    );
    this.registered = local(
      "registered",
      dns ? hcl`[for target in keys(${callers}) : target if ${onPlain("target")}]` : hcl`[]`,
    );
  }
}

/** The weight of a track that gets everything; any number would do. */
const WHOLE = 100;

/**
 * What of a target its callers' proxies are told when they are deployed, in words. It changes with the target's address,
 * and with what is spoken there.
 */
const endpointsHcl = ({ services, targets, tls }: { services: unknown; targets: unknown; tls: unknown }) =>
  hcl`{ for target in keys(${targets}) : target => "\${${services}[target].app_protocol}://\${target}:\${${services}[target].port}?idle=\${${services}[target].service_connect.idle_timeout_seconds}&request=\${${services}[target].service_connect.per_request_timeout_seconds}\${${tls} == null ? "" : "&tls"}" }`;
