/** Which changes need a new object. The schema does not say; this is the one place that does. */

const ALL = "*";

/** Attributes and blocks that force replacement, separated by spaces; `*` for all but tags. Types that are not named change in place. */
const REPLACE: Readonly<Record<string, string>> = {
  null_resource: "triggers",
  // network
  aws_vpc: "cidr_block ipv4_ipam_pool_id ipv4_netmask_length",
  aws_subnet: "availability_zone availability_zone_id cidr_block ipv6_native outpost_arn vpc_id",
  aws_egress_only_internet_gateway: "vpc_id",
  aws_route_table: "vpc_id",
  aws_route: "route_table_id destination_cidr_block destination_ipv6_cidr_block destination_prefix_list_id",
  aws_route_table_association: "subnet_id gateway_id",
  aws_eip: "address domain network_border_group public_ipv4_pool",
  aws_nat_gateway: "allocation_id availability_mode connectivity_type private_ip subnet_id",
  aws_vpc_endpoint: "service_name service_region vpc_endpoint_type vpc_id",
  aws_network_acl: "vpc_id",
  aws_network_acl_rule: ALL,
  aws_network_acl_association: ALL,
  aws_security_group: "name name_prefix description vpc_id",
  aws_vpc_security_group_ingress_rule: "security_group_id",
  aws_vpc_security_group_egress_rule: "security_group_id",
  // containers and names
  aws_ecs_cluster: "name",
  aws_ecs_cluster_capacity_providers: "cluster_name",
  aws_ecs_service: "name cluster launch_type scheduling_strategy iam_role deployment_controller",
  aws_ecs_task_definition: ALL,
  aws_ecs_express_gateway_service: "service_name infrastructure_role_arn",
  aws_service_discovery_http_namespace: "name",
  aws_service_discovery_private_dns_namespace: "name vpc",
  aws_service_discovery_service: "name namespace_id type health_check_custom_config",
  // identity
  aws_iam_role: "name name_prefix path",
  aws_iam_role_policy: "name name_prefix role",
  aws_iam_role_policy_attachment: ALL,
  aws_iam_policy: "name name_prefix path description",
  aws_kms_key: "customer_master_key_spec key_usage multi_region custom_key_store_id",
  // logs, metrics, events
  aws_cloudwatch_log_group: "name name_prefix log_group_class",
  aws_cloudwatch_log_resource_policy: "policy_name",
  aws_cloudwatch_event_rule: "name name_prefix event_bus_name",
  aws_cloudwatch_event_target: "rule event_bus_name target_id",
  aws_cloudwatch_metric_alarm: "alarm_name",
  aws_cloudwatch_dashboard: "dashboard_name",
  aws_sfn_state_machine: "name name_prefix type",
  aws_scheduler_schedule: "name name_prefix group_name",
  aws_efs_file_system: "availability_zone_name creation_token encrypted kms_key_id performance_mode",
  aws_efs_access_point: "file_system_id posix_user root_directory",
  aws_efs_mount_target: "file_system_id ip_address subnet_id",
  aws_secretsmanager_secret: "name name_prefix",
  aws_sns_topic: "name name_prefix fifo_topic",
  // load balancing and the web application firewall
  aws_lb: "name name_prefix internal load_balancer_type customer_owned_ipv4_pool",
  aws_lb_listener: "load_balancer_arn",
  aws_lb_listener_rule: "listener_arn",
  aws_lb_listener_certificate: ALL,
  aws_lb_target_group: "name name_prefix port protocol protocol_version target_type vpc_id ip_address_type",
  aws_wafv2_ip_set: "name name_prefix scope ip_address_version",
  aws_wafv2_web_acl: "name name_prefix scope",
  aws_wafv2_web_acl_association: ALL,
  aws_wafv2_web_acl_logging_configuration: "resource_arn",
  // scaling
  aws_appautoscaling_target: "resource_id scalable_dimension service_namespace",
  aws_appautoscaling_policy: "name resource_id scalable_dimension service_namespace",
  aws_appautoscaling_scheduled_action: "name resource_id scalable_dimension service_namespace",
  // certificates, DNS, content delivery
  aws_acm_certificate:
    "domain_name subject_alternative_names validation_method key_algorithm certificate_authority_arn validation_option",
  aws_acm_certificate_validation: "certificate_arn validation_record_fqdns",
  aws_route53_zone: "name delegation_set_id",
  aws_route53_record: "zone_id name type set_identifier",
  // storage
  aws_s3_bucket: "bucket bucket_prefix object_lock_enabled",
  aws_s3_bucket_policy: "bucket",
  aws_s3_bucket_public_access_block: "bucket",
  aws_s3_bucket_lifecycle_configuration: "bucket expected_bucket_owner",
  aws_s3_bucket_ownership_controls: "bucket",
  aws_s3_bucket_server_side_encryption_configuration: "bucket expected_bucket_owner",
  // other ways to reach AWS
  aws_ssm_document: "name document_type",
  aws_ssm_association: "name instance_id",
  aws_cloudformation_stack: "name disable_rollback on_failure timeout_in_minutes",
  aws_cloudcontrolapi_resource: "type_name",
};

/** Changing these never replaces anything, even where everything else does. */
const NEVER = new Set(["tags", "tags_all", "timeouts", "skip_destroy"]);

/** Those of the changed attributes that force replacement. A move to another region always does. */
export function replacing(type: string, changed: readonly string[]): string[] {
  const rule = REPLACE[type] ?? "";
  const forced = new Set(["region", ...rule.split(" ")]);
  return changed.filter((name) => (rule === ALL ? !NEVER.has(name) : forced.has(name)));
}
