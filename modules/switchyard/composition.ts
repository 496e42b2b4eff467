import type { IResolvable } from "cdktf";
import { Construct } from "constructs";
import { Alarms } from "../alarms";
import { Dashboard } from "../dashboard";
import type { Mode } from "../kit/capability";
import { hcl, list, map, text } from "../kit/hcl";
import { call, inputsOf, Module, type ModuleCall, type ModuleDefinition, type Output } from "../kit/module";
import { WafAllowlist } from "../waf-allowlist";
import { Cutover } from "./cutover";
import { ExpressTrack } from "./express-track";
import { Group } from "./group";
import { definition as both, plainDefinition } from "./inputs";
import { LoadBalancers } from "./load-balancers";
import { movedBetweenModules } from "./moved";
import { type OutputName, OUTPUTS } from "./outputs";
import { Placement } from "./placement";
import { PlainTrack } from "./plain-track";
import type { SwitchyardProps } from "./props";
import { Shared } from "./shared";
import { Warnings } from "./warnings";
import { watchedServices } from "./watched";

/**
 * A group of services on its tracks.
 *
 * What is shared stands first and does not know the mode; a flip changes only what is in {@link PlainTrack} and
 * {@link ExpressTrack}. A module that holds the Express resource needs a provider that knows it even when nothing runs
 * there, so which tracks are *emitted* is settled here, and where a service *runs* at plan.
 */
abstract class Composition extends Module {
  readonly outputs: Record<string, Output>;
  private readonly input: Required<SwitchyardProps>;
  private readonly place: Placement;

  constructor(
    scope: Construct,
    id: string,
    props: SwitchyardProps,
    definition: ModuleDefinition,
    tracks: readonly Mode[],
  ) {
    super(scope, id);
    this.input = inputsOf(this, definition, props);
    this.place = new Placement(this, "~local", { ...this.input, dns: tracks.includes("express") });
    const group = new Group(this, this.input, this.place, tracks);

    const shared = new Shared(group);
    const plain = new PlainTrack(group, shared);
    const express = tracks.includes("express") ? new ExpressTrack(group, shared) : undefined;
    const loadBalancers = new LoadBalancers(plain.alb, express?.loadBalancer, this.place);
    const webAcl = this.allowOnly(loadBalancers);
    new Cutover(group, shared, plain, express, webAcl);
    const watching = this.watch(shared, plain, express);
    new Warnings(group);
    movedBetweenModules(this);
    this.outputs = this.describeOutputs(shared, plain, express, loadBalancers, webAcl, watching);
  }

  /** Layer 7, on the load balancers of both tracks. An adopted one keeps the web ACL it has: there is room for one, and others depend on it. */
  private allowOnly(loadBalancers: LoadBalancers): ModuleCall {
    const { name, allowedCidrs, loadBalancer, webAcl, logRetentionInDays, logKmsKeyArn, tags } = this.input;
    return call(this, "waf_allowlist", WafAllowlist, {
      name,
      allowedCidrs,
      loadBalancerArns: map`{ for track, arn in ${loadBalancers.values("load_balancer_arn")} : track => arn if track != "ecs" || ${loadBalancer}.adopted == null }`,
      webAcl,
      logRetentionInDays,
      logKmsKeyArn,
      tags,
    });
  }

  /** Alarms and dashboard of the services, whichever track they run on. */
  private watch({ cluster }: Shared, plain: PlainTrack, express: ExpressTrack | undefined) {
    const { name, alarms, dashboard: enabled, tags } = this.input;
    const clusterName = text`${cluster.output("cluster_name")}`;
    const services = watchedServices(this.place, plain, express) as never;
    const made = call(this, "alarms", Alarms, { name, clusterName, services, alarms, tags });
    const dashboard = call(this, "dashboard", Dashboard, {
      name,
      enabled,
      clusterName,
      services,
      webAclMetricName: name,
      alarmArns: list`${made.output("alarm_arns")}`,
    });
    return { alarms: made, dashboard };
  }

  /** Service to the URL of the track that `tracks` names for it. */
  private urlsOf(plain: PlainTrack, express: ExpressTrack, tracks: IResolvable) {
    const on = (track: Mode, urls: unknown) =>
      hcl`{ for name, url in ${urls} : name => url if lookup(${tracks}, name, "") == ${track} && ${this.input.services}[name].public }`;
    return hcl`merge(${on("ecs", plain.alb.output("urls"))}, ${on("express", express.services.outputs("url"))})`;
  }

  private describeOutputs(
    { network, cluster, roles, logGroupNames, groups }: Shared,
    plain: PlainTrack,
    express: ExpressTrack | undefined,
    loadBalancers: LoadBalancers,
    webAcl: ModuleCall,
    watching: { alarms: ModuleCall; dashboard: ModuleCall },
  ): Record<string, Output> {
    const values: Record<OutputName, unknown> = {
      urls: express
        ? hcl`merge(${this.urlsOf(plain, express, this.place.modes)}, { for name, hosts in ${this.place.hostNames} : name => "https://\${hosts[0]}" if ${this.place.modes}[name] == "express" })`
        : plain.alb.output("urls"),
      standby_urls: express ? this.urlsOf(plain, express, this.place.standby) : hcl`{}`,
      express_urls: express
        ? hcl`{ for name, url in ${express.services.outputs("url")} : name => url if contains(${this.place.exposed}, name) }`
        : hcl`{}`,
      express_managed_arns: express ? express.services.byStack.outputs("managed_arns") : hcl`{}`,
      load_balancer_arns: loadBalancers.values("load_balancer_arn"),
      load_balancer_dns_names: loadBalancers.values("load_balancer_dns_name"),
      security_group_ids: groups.output("security_group_ids"),
      task_role_arns: roles.output("task_role_arns"),
      log_group_names: logGroupNames,
      alarm_names: watching.alarms.output("alarm_names"),
      dashboard_name: watching.dashboard.output("dashboard_name"),
      web_acl_arn: webAcl.output("web_acl_arn"),
      cluster_name: cluster.output("cluster_name"),
      express_overlay_dev_services: hcl`keys(${this.place.overlaid})`,
      vpc_id: network.output("vpc_id"),
    };
    return Object.fromEntries(
      Object.entries(OUTPUTS).map(([name, description]) => [name, { value: values[name as OutputName], description }]),
    );
  }
}

/** Both tracks. */
export class SwitchyardModule extends Composition {
  static readonly definition = both;
  constructor(scope: Construct, id: string, props: SwitchyardProps) {
    super(scope, id, props, both, ["express", "ecs"]);
  }
}

/** The plain track alone: runs on provider versions that do not know Express Mode. */
export class SwitchyardEcsModule extends Composition {
  static readonly definition = plainDefinition;
  constructor(scope: Construct, id: string, props: SwitchyardProps) {
    super(scope, id, props, plainDefinition, ["ecs"]);
  }
}
