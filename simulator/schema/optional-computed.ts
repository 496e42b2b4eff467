/**
 * Attributes that are optional *and* computed: AWS or the provider gives a value when none is written.
 *
 * For attributes of a simple type the bindings cannot tell these from attributes that are only optional (the generated
 * code is the same), so they are listed. `id`, `region` and `tags_all` are always such and are not repeated.
 * Paths are separated by spaces. Source: the provider's documentation ("Default", "Computed") at 6.x.
 */
export const OPTIONAL_AND_COMPUTED: Readonly<Record<string, string>> = {
  aws_vpc:
    "cidr_block enable_dns_hostnames enable_network_address_usage_metrics ipv6_cidr_block " +
    "ipv6_cidr_block_network_border_group",
  aws_subnet: "availability_zone availability_zone_id cidr_block ipv6_cidr_block private_dns_hostname_type_on_launch",
  aws_internet_gateway: "vpc_id",
  aws_route_table: "propagating_vgws",
  aws_route: "network_interface_id",
  aws_eip: "domain instance ipam_pool_id network_border_group network_interface public_ipv4_pool",
  aws_nat_gateway:
    "availability_mode private_ip secondary_allocation_ids secondary_private_ip_address_count " +
    "secondary_private_ip_addresses vpc_id availability_zone_address.availability_zone_id",
  aws_vpc_endpoint:
    "ip_address_type policy private_dns_enabled route_table_ids security_group_ids service_region subnet_ids " +
    "dns_options.dns_record_ip_type",
  aws_network_acl: "subnet_ids",
  aws_security_group: "name name_prefix vpc_id",
  aws_default_security_group: "vpc_id",
  aws_ecs_service:
    "availability_zone_rebalancing cluster iam_role launch_type platform_version triggers " +
    "deployment_configuration.bake_time_in_minutes deployment_configuration.strategy " +
    "deployment_configuration.canary_configuration.canary_bake_time_in_minutes " +
    "deployment_configuration.canary_configuration.canary_percent " +
    "deployment_configuration.linear_configuration.step_bake_time_in_minutes " +
    "deployment_configuration.linear_configuration.step_percent service_connect_configuration.namespace " +
    "service_connect_configuration.log_configuration.options service_connect_configuration.service.discovery_name " +
    "service_connect_configuration.service.client_alias.dns_name",
  aws_ecs_task_definition:
    "enable_fault_injection network_mode volume.configure_at_launch volume.docker_volume_configuration.driver " +
    "volume.docker_volume_configuration.scope",
  aws_ecs_express_gateway_service:
    "cluster cpu health_check_path memory service_name wait_for_steady_state primary_container.container_port",
  aws_service_discovery_service: "namespace_id type",
  aws_iam_role: "managed_policy_arns name name_prefix",
  aws_iam_role_policy: "name name_prefix",
  aws_iam_policy: "name name_prefix",
  aws_kms_key: "description multi_region policy rotation_period_in_days",
  aws_cloudwatch_log_group: "deletion_protection_enabled log_group_class name name_prefix",
  aws_cloudwatch_event_rule: "name name_prefix",
  aws_cloudwatch_event_target: "target_id",
  aws_cloudwatch_metric_alarm: "evaluate_low_sample_count_percentiles",
  aws_sfn_state_machine: "name name_prefix",
  aws_scheduler_schedule: "action_after_completion group_name name name_prefix",
  aws_sns_topic: "fifo_throughput_scope name name_prefix policy signature_version tracing_config",
  aws_lb:
    "enforce_security_group_inbound_rules_on_private_link_traffic internal ip_address_type name name_prefix " +
    "secondary_ips_auto_assigned_per_subnet security_groups subnets",
  aws_lb_listener:
    "protocol routing_http_request_x_amzn_mtls_clientcert_header_name " +
    "routing_http_request_x_amzn_mtls_clientcert_issuer_header_name " +
    "routing_http_request_x_amzn_mtls_clientcert_leaf_header_name " +
    "routing_http_request_x_amzn_mtls_clientcert_serial_number_header_name " +
    "routing_http_request_x_amzn_mtls_clientcert_subject_header_name " +
    "routing_http_request_x_amzn_mtls_clientcert_validity_header_name " +
    "routing_http_request_x_amzn_tls_cipher_suite_header_name routing_http_request_x_amzn_tls_version_header_name " +
    "routing_http_response_access_control_allow_credentials_header_value " +
    "routing_http_response_access_control_allow_headers_header_value " +
    "routing_http_response_access_control_allow_methods_header_value " +
    "routing_http_response_access_control_allow_origin_header_value " +
    "routing_http_response_access_control_expose_headers_header_value " +
    "routing_http_response_access_control_max_age_header_value " +
    "routing_http_response_content_security_policy_header_value routing_http_response_server_enabled " +
    "routing_http_response_strict_transport_security_header_value " +
    "routing_http_response_x_content_type_options_header_value routing_http_response_x_frame_options_header_value " +
    "ssl_policy tcp_idle_timeout_seconds default_action.order " +
    "default_action.authenticate_cognito.on_unauthenticated_request default_action.authenticate_cognito.scope " +
    "default_action.authenticate_cognito.session_cookie_name default_action.authenticate_cognito.session_timeout " +
    "default_action.authenticate_oidc.on_unauthenticated_request default_action.authenticate_oidc.scope " +
    "default_action.authenticate_oidc.session_cookie_name default_action.authenticate_oidc.session_timeout " +
    "default_action.fixed_response.status_code mutual_authentication.advertise_trust_store_ca_names",
  aws_lb_listener_rule:
    "priority action.order action.authenticate_cognito.on_unauthenticated_request " +
    "action.authenticate_oidc.on_unauthenticated_request action.fixed_response.status_code",
  aws_lb_target_group:
    "connection_termination ip_address_type load_balancing_algorithm_type load_balancing_anomaly_mitigation " +
    "load_balancing_cross_zone_enabled name name_prefix preserve_client_ip protocol_version health_check.matcher " +
    "health_check.path health_check.timeout",
  aws_wafv2_ip_set: "name name_prefix",
  aws_wafv2_web_acl: "name name_prefix",
  aws_appautoscaling_target: "role_arn",
  aws_appautoscaling_policy:
    "predictive_scaling_policy_configuration.mode predictive_scaling_policy_configuration.scheduling_buffer_time",
  aws_acm_certificate: "domain_name key_algorithm subject_alternative_names validation_method options.export",
  aws_route53_zone: "enable_accelerated_recovery vpc.vpc_region",
  aws_route53_record: "allow_overwrite",
  aws_cloudfront_distribution:
    "continuous_deployment_policy_id default_cache_behavior.default_ttl default_cache_behavior.max_ttl " +
    "default_cache_behavior.trusted_key_groups default_cache_behavior.trusted_signers " +
    "default_cache_behavior.forwarded_values.headers " +
    "default_cache_behavior.forwarded_values.query_string_cache_keys " +
    "default_cache_behavior.forwarded_values.cookies.whitelisted_names default_cache_behavior.grpc_config.enabled " +
    "ordered_cache_behavior.default_ttl ordered_cache_behavior.max_ttl " +
    "ordered_cache_behavior.forwarded_values.headers " +
    "ordered_cache_behavior.forwarded_values.query_string_cache_keys ordered_cache_behavior.grpc_config.enabled " +
    "origin.response_completion_timeout restrictions.geo_restriction.locations",
  aws_efs_file_system:
    "availability_zone_name creation_token encrypted kms_key_id performance_mode protection.replication_overwrite",
  aws_efs_access_point: "root_directory.path",
  aws_efs_mount_target: "ip_address ip_address_type ipv6_address security_groups",
  aws_secretsmanager_secret: "name name_prefix policy replica.kms_key_id",
  aws_s3_bucket:
    "lifecycle_rule.id acceleration_status acl bucket bucket_prefix object_lock_enabled policy request_payer",
  aws_s3_bucket_lifecycle_configuration:
    "expected_bucket_owner transition_default_minimum_object_size rule.prefix rule.expiration.days " +
    "rule.expiration.expired_object_delete_marker rule.filter.object_size_greater_than " +
    "rule.filter.object_size_less_than rule.filter.prefix rule.filter.and.object_size_greater_than " +
    "rule.filter.and.object_size_less_than rule.filter.and.prefix rule.transition.days",
  aws_s3_bucket_server_side_encryption_configuration:
    "rule.blocked_encryption_types rule.bucket_key_enabled " +
    "rule.apply_server_side_encryption_by_default.kms_master_key_id",
  aws_cloudformation_stack: "parameters policy_body template_body",
  "data.aws_region": "endpoint name",
  "data.aws_subnet":
    "availability_zone availability_zone_id cidr_block default_for_az ipv6_cidr_block state tags vpc_id",
  "data.aws_subnets": "tags",
  "data.aws_vpc": "cidr_block default dhcp_options_id state tags",
  "data.aws_route_table": "gateway_id route_table_id subnet_id tags vpc_id",
  "data.aws_route_tables": "tags",
  "data.aws_security_group": "name tags vpc_id",
  "data.aws_network_acls": "tags",
  "data.aws_ecs_service": "tags",
  "data.aws_ecs_cluster": "tags",
  "data.aws_ecr_image": "image_digest registry_id",
  "data.aws_lb": "arn name tags",
  "data.aws_lb_listener": "arn load_balancer_arn port tags",
  "data.aws_lb_listener_rule": "arn listener_arn priority",
  "data.aws_lb_target_group": "arn load_balancing_anomaly_mitigation name tags",
  "data.aws_route53_zone": "name tags zone_id",
};

/** Attributes that are optional and computed wherever they can be set. */
export const ALWAYS_OPTIONAL_AND_COMPUTED: readonly string[] = ["id", "region", "tags_all"];
