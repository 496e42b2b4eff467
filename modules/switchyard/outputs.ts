/** The outputs of the whole, the same in both modes: name to description. */
export const OUTPUTS = {
  urls: "Service to public URL: with a domain its first name, the same on either track.",
  standby_urls:
    "Service to the URL of the track that stands by. With a domain, of Express Mode alone: ask the plain track's load balancer (`load_balancer_dns_names`) for the service's name.",
  express_urls: "Service on Express Mode to the URL that Express Mode generated, an origin for CloudFront.",
  express_managed_arns:
    "Service that a stack made on Express Mode to what AWS made for it: `load_balancer`, `listener`, `listener_rule`, `certificate`, `target_groups` and more. The provider's own resource does not tell them.",
  load_balancer_arns: "Track to load balancer.",
  load_balancer_dns_names: "Track to the load balancer's DNS name.",
  security_group_ids: "Service to the security group that is its own on either track, for a database to admit.",
  task_role_arns: "Service to the role that the application acts in.",
  log_group_names: "Service to log group.",
  alarm_names: "Service to the names of its alarms.",
  dashboard_name: "The dashboard; null when there is none.",
  web_acl_arn: "The web ACL on the load balancers.",
  cluster_name: "The ECS cluster.",
  express_overlay_dev_services: "For development and test only: the services that `express_overlay_dev` is on for.",
  vpc_id: "The VPC.",
} as const;

export type OutputName = keyof typeof OUTPUTS;
