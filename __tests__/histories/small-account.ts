import type { WorldData, WorldObject } from "../../simulator/world/world";

const object = (type: string, id: string, state: object, facts?: object): WorldObject =>
  ({ type, id, state: { id, ...state }, ...(facts && { facts }) }) as WorldObject;

const machine = (name: string, parameters: object): WorldObject =>
  object("aws_sfn_state_machine", name, {
    arn: name,
    name,
    definition: JSON.stringify({ StartAt: "Begin", States: { Begin: { Parameters: parameters } } }),
  });
const scheduled = (arn: string) => object("aws_cloudwatch_event_target", `every ${arn}`, { arn });

const forward = (group: string) => [{ forward: [{ target_group: [{ arn: group, weight: 100 }] }] }];
const mentionsApi = (url: string) => JSON.stringify([{ environment: [{ name: "API_URL", value: url }] }]);

/** A record of `web.example.com`. */
export const record = (part: string, loadBalancer: string, weight: number): WorldObject =>
  object("aws_route53_record", `web ${part}`, {
    fqdn: "web.example.com",
    type: "A",
    set_identifier: part,
    weighted_routing_policy: [{ weight }],
    alias: [{ name: loadBalancer, evaluate_target_health: true }],
  });

const loadBalancer = (name: string, subnet: string): WorldObject[] => [
  object("aws_lb", name, { name, dns_name: name, security_groups: [`sg of ${name}`], subnets: [subnet] }),
  object("aws_wafv2_web_acl_association", `acl on ${name}`, { resource_arn: name }),
  object("aws_lb_listener", `${name}:443`, { load_balancer_arn: name, port: 443, certificate_arn: "certificate" }),
];

/** What is between a name and its tasks, on both tracks: `web` calls `api`, and each runs on either. */
export const smallAccount = (): WorldData => ({
  objects: [
    record("active", "plain", 100),
    object("aws_acm_certificate", "certificate", { domain_name: "*.example.com", status: "ISSUED" }),
    ...loadBalancer("plain", "subnet"),
    ...loadBalancer("express", "subnet"),
    object("aws_vpc_security_group_ingress_rule", "in", { security_group_id: "sg of express", cidr_ipv4: "0.0.0.0/0" }),
    object("aws_network_acl_association", "association", { subnet_id: "subnet", network_acl_id: "acl" }),
    object("aws_network_acl_rule", "https", {
      network_acl_id: "acl",
      egress: false,
      rule_action: "allow",
      protocol: "6",
      from_port: 443,
      to_port: 443,
      cidr_block: "203.0.113.0/24",
    }),
    object("aws_lb_listener_rule", "plain rule", {
      listener_arn: "plain:443",
      condition: [{ host_header: [{ values: ["web.example.com"] }] }],
      action: forward("plain group"),
    }),
    object("aws_lb_listener_rule", "express rule", {
      listener_arn: "express:443",
      condition: [{ host_header: [{ values: ["generated.on.aws"] }] }],
      action: forward("express group"),
    }),
    machine("shop-host-names", { services: [{ rule_arn: "express rule", host_names: ["web.example.com"] }] }),
    scheduled("shop-host-names"),
    machine("shop-registrar", { targets: [{ service_id: "entry", service_name: "api-express" }] }),
    scheduled("shop-registrar"),
    object("aws_service_discovery_private_dns_namespace", "private", { name: "shop.internal" }),
    object("aws_service_discovery_service", "entry", { name: "api", namespace_id: "private", arn: "entry arn" }),
    object("aws_ecs_task_definition", "web:1", {
      family: "web",
      revision: 1,
      container_definitions: mentionsApi("http://api:8080"),
    }),
    object("aws_ecs_service", "web-ecs", {
      name: "web-ecs",
      desired_count: 1,
      wait_for_steady_state: true,
      task_definition: "web:1",
      load_balancer: [{ target_group_arn: "plain group" }],
      service_connect_configuration: [{ enabled: true, namespace: "connect" }],
    }),
    object("aws_ecs_service", "api-ecs", {
      name: "api-ecs",
      desired_count: 1,
      wait_for_steady_state: true,
      service_registries: [{ registry_arn: "entry arn" }],
      service_connect_configuration: [
        { enabled: true, namespace: "connect", service: [{ client_alias: [{ dns_name: "api" }] }] },
      ],
    }),
    object(
      "aws_ecs_express_gateway_service",
      "web-express",
      {
        service_name: "web-express",
        wait_for_steady_state: true,
        scaling_target: [{ min_task_count: 1 }],
        primary_container: [{ environment: [{ name: "API_URL", value: "http://api.shop.internal:8080" }] }],
      },
      { target_group_arn: "express group", listener_rule_arn: "express rule" },
    ),
    object("aws_ecs_express_gateway_service", "api-express", {
      service_name: "api-express",
      wait_for_steady_state: true,
      scaling_target: [{ min_task_count: 1 }],
    }),
  ],
  generations: {},
  counters: {},
});
