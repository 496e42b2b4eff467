/** Data sources of load balancing: the chain from a rule to its load balancer. */
import { blocks, stringMap, type State } from "../values";
import type { DataContext, DataSource } from "./data";
import { loadBalancersOf } from "./load-balancing";
import { asked, hasTags, only } from "./queries";
import type { WorldObject } from "./world";

/** Objects of a type whose `names` are as configured and which have the configured tags. */
function select(type: string, config: State, names: readonly string[], { world, region }: DataContext): WorldObject[] {
  return world
    .all(type)
    .filter(({ state }) => (state["region"] ?? region) === region)
    .filter(({ state }) =>
      names.every((name) => config[name] === null || config[name] === undefined || state[name] === config[name]),
    )
    .filter(({ state }) => hasTags(state, stringMap(config, "tags")));
}

const tagsOf = (state: State): State => (state["tags_all"] ?? state["tags"] ?? {}) as State;

/** Members that the provider reads from AWS, where the resource leaves AWS's default unwritten. */
const LB_DEFAULTS: State = {
  idle_timeout: 60,
  client_keep_alive: 3600,
  desync_mitigation_mode: "defensive",
  drop_invalid_header_fields: false,
  enable_deletion_protection: false,
  enable_http2: true,
  enable_cross_zone_load_balancing: true,
  enable_waf_fail_open: false,
  enable_xff_client_port: false,
  enable_zonal_shift: false,
  preserve_host_header: false,
  load_balancer_type: "application",
  xff_header_processing_mode: "append",
  enable_tls_version_and_cipher_suite_headers: false,
  dns_record_client_routing_policy: "any_availability_zone",
};

const TG_DEFAULTS: State = {
  deregistration_delay: "300",
  slow_start: 0,
  proxy_protocol_v2: false,
  lambda_multi_value_headers_enabled: false,
  target_type: "instance",
  connection_termination: false,
};

/** The values of an object with defaults where it has none. */
function withDefaults(defaults: State, state: State): State {
  const written = Object.entries(state).filter(([, value]) => value !== null);
  return { ...defaults, ...Object.fromEntries(written) };
}

const loadBalancer: DataSource = (config, context) => {
  const { state } = only(select("aws_lb", config, ["arn", "name"], context), "ELBv2 Load Balancer", asked(config));
  const logs = (name: string): State[] =>
    blocks(state, name).length > 0 ? blocks(state, name) : [{ bucket: "", enabled: false, prefix: "" }];
  return {
    ...withDefaults(LB_DEFAULTS, state),
    access_logs: logs("access_logs"),
    connection_logs: logs("connection_logs"),
    health_check_logs: logs("health_check_logs"),
    tags: tagsOf(state),
  };
};

const loadBalancers: DataSource = (config, context) => ({
  id: context.region,
  arns: select("aws_lb", config, [], context).map(({ id }) => id),
});

const listener: DataSource = (config, context) => {
  const { state } = only(
    select("aws_lb_listener", config, ["arn", "load_balancer_arn", "port"], context),
    "ELBv2 Listener",
    asked(config),
  );
  return { ...state, default_action: blocks(state, "default_action"), tags: tagsOf(state) };
};

const listenerRule: DataSource = (config, context) => {
  const { state } = only(
    select("aws_lb_listener_rule", config, ["arn", "listener_arn", "priority"], context),
    "ELBv2 Listener Rule",
    asked(config),
  );
  return { ...state, tags: tagsOf(state) };
};

const targetGroup: DataSource = (config, context) => {
  const found = only(
    select("aws_lb_target_group", config, ["arn", "name"], context),
    "ELBv2 Target Group",
    asked(config),
  );
  return {
    ...withDefaults(TG_DEFAULTS, found.state),
    load_balancer_arns: loadBalancersOf(context.world, found.id),
    tags: tagsOf(found.state),
  };
};

/** Data sources of load balancing. */
export const LOAD_BALANCING_DATA: Readonly<Record<string, DataSource>> = {
  aws_lb: loadBalancer,
  aws_lbs: loadBalancers,
  aws_lb_listener: listener,
  aws_lb_listener_rule: listenerRule,
  aws_lb_target_group: targetGroup,
};
