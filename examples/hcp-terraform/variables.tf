variable "accept_url_changes" {
  type        = bool
  description = "Whether a public service may lose what its URL leads to. Without a domain its URL is the track's, and one that Express Mode generated never comes back; names whose records are in no `domain.zone` of the group lead to the old track until you move them. A change that destroys that track is refused unless this is true."
  nullable    = false
  default     = false
}

variable "alarms" {
  type = object({
    cpu_percent          = optional(number, 85)
    error_percent        = optional(number, 5)
    latency_milliseconds = optional(number, 1000)
    memory_percent       = optional(number, 85)
    metrics              = optional(list(string), ["running-tasks","unhealthy-hosts","5xx","latency","cpu","memory"])
    minutes              = optional(number, 5)
    sns_topic_arns       = optional(list(string), [])
  })
  description = "CloudWatch alarms for each service, named `<group>-<service>-<metric>` in both modes. `{}` makes all six. 1.10 USD a month for a public service, 0.30 for one without a load balancer. Left out: no alarm."
  nullable    = true
  default     = null
}

variable "allowed_cidrs" {
  type        = list(string)
  description = "CIDR blocks that may reach the load balancer, IPv4 and IPv6. \"0.0.0.0/0\" opens it to every IPv4 address, \"::/0\" to every IPv6 address."
  nullable    = false
}

variable "cluster" {
  type = object({
    name = string
  })
  description = "An existing ECS cluster to run in. Its settings stay what they are; the capacity providers FARGATE and, for Spot, FARGATE_SPOT must be associated with it. Left out: one is made."
  nullable    = true
  default     = null
}

variable "container_insights" {
  type        = string
  description = "CloudWatch Container Insights of the cluster, billed as custom metrics."
  nullable    = false
  default     = "disabled"
}

variable "dashboard" {
  type        = bool
  description = "Whether to make a CloudWatch dashboard of the group: requests, 5xx, latency, tasks, CPU, memory, blocked requests. 3 USD a month after the account's first three."
  nullable    = false
  default     = false
}

variable "domain" {
  type = object({
    certificate = optional(object({
      arn = string
    }))
    name = string
    zone = optional(object({
      id = string
    }))
  })
  description = "A domain for the public services: HTTPS, one host name for each service that is the same in both modes. Left out: plain HTTP on the track `ecs`, with a warning; Express Mode has HTTPS on a generated name."
  nullable    = true
  default     = null
}

variable "execute_command" {
  type = object({
    kms_key_arn = optional(string)
    logging     = optional(bool, false)
  })
  description = "The cluster's part in ECS Exec, for services with `enable_execute_command`."
  nullable    = false
  default     = {}
}

variable "express_ingress_overlay_dev" {
  type        = bool
  description = "For development and test only: whether a workflow takes the rule that is open to the world off the security group of Express Mode's load balancer, and writes `allowed_cidrs` in its place. Express Mode may put it back, and it then stands until the next run."
  nullable    = false
  default     = false
}

variable "express_load_balancer" {
  type = object({
    arn = string
  })
  description = "Express Mode's load balancer, for when AWS does not tell it. Left out: found from the service's own record."
  nullable    = true
  default     = null
}

variable "iam_role_path" {
  type        = string
  description = "The path of every role that is made."
  nullable    = false
  default     = "/"
}

variable "infrastructure_role" {
  type = object({
    arn = string
  })
  description = "An existing role for Express Mode to manage its load balancer, certificate and scaling with; it must trust `ecs.amazonaws.com` and outlive the services. Another one later makes the services anew: raise their `generation` with it. Left out: one is made with AWS's managed policy for it."
  nullable    = true
  default     = null
}

variable "load_balancer" {
  type = object({
    access_logs = optional(object({
      bucket = optional(object({
        name = string
      }))
      expiration_days = optional(number, 90)
      force_destroy   = optional(bool, false)
      prefix          = optional(string, "")
    }))
    adopted = optional(object({
      enforce_allowed_cidrs = optional(bool, true)
      listener_arn          = string
      security_group_id     = string
    }))
    deletion_protection        = optional(bool, false)
    desync_mitigation_mode     = optional(string, "defensive")
    drop_invalid_header_fields = optional(bool, true)
    http2                      = optional(bool, true)
    idle_timeout               = optional(number, 120)
    internal                   = optional(bool, false)
    ssl_policy                 = optional(string, "ELBSecurityPolicy-TLS13-1-2-Res-PQ-2025-09")
  })
  description = "The load balancer of the track `ecs`."
  nullable    = false
  default     = {}
}

variable "log_kms_key_arn" {
  type        = string
  description = "A KMS key that encrypts every log group of the group. Its policy must let CloudWatch Logs of the region use it. Left out: CloudWatch Logs encrypts with a key of its own."
  nullable    = true
  default     = null
}

variable "log_retention_in_days" {
  type        = number
  description = "How long logs are kept; 0 is for ever."
  nullable    = false
  default     = 30
}

variable "mode" {
  type        = string
  description = "The switch: \"express\" runs the services on ECS Express Mode, \"ecs\" on plain ECS Fargate with Service Connect."
  nullable    = false
}

variable "name" {
  type        = string
  description = "The name of the group of services; it begins the name of what is made for it."
  nullable    = false
}

variable "network" {
  type = object({
    availability_zones = optional(list(string), [])
    cidr_block         = optional(string, "10.0.0.0/16")
    kms_endpoint       = optional(bool, false)
    manage_network_acl = optional(bool, true)
    nat_gateway        = optional(string, "none")
    network_acl_rules  = optional(number, 20)
    vpc_endpoints      = optional(bool, false)
  })
  description = "The VPC to make. Ignored when `vpc` is given."
  nullable    = false
  default     = {}
}

variable "permissions_boundary_arn" {
  type        = string
  description = "A permissions boundary for every role that is made. Left out: none."
  nullable    = true
  default     = null
}

variable "region" {
  type        = string
  description = "The AWS region. Left out: the environment's (AWS_REGION)."
  default     = null
}

variable "service_connect_namespace" {
  type = object({
    arn = string
  })
  description = "An existing Cloud Map namespace for the names of Service Connect. Plain services call each other by them, so two groups in one namespace need different names for their services. Left out: an HTTP namespace is made."
  nullable    = true
  default     = null
}

variable "service_connect_tls" {
  type = object({
    aws_pca_authority_arn = string
    kms_key_arn           = optional(string)
  })
  description = "TLS between the proxies of Service Connect, with certificates that ECS issues and rotates. Callers still write `http://`. A private CA costs 50 to 400 USD a month. Left out: plain HTTP inside the VPC."
  nullable    = true
  default     = null
}

variable "services" {
  type = map(object({
    adopted = optional(object({
      mode                = string
      scaling_policy_name = optional(string)
      service_name        = string
      target_group = optional(object({
        name = string
        port = number
      }))
    }))
    app_protocol      = optional(string, "http")
    capacity_provider = optional(string, "FARGATE")
    command           = optional(list(string), [])
    connects_to       = optional(list(string), [])
    container_health_check = optional(object({
      command      = list(string)
      interval     = optional(number, 30)
      retries      = optional(number, 3)
      start_period = optional(number, 0)
      timeout      = optional(number, 5)
    }))
    cpu              = optional(number, 512)
    cpu_architecture = optional(string, "X86_64")
    depends_on       = optional(map(string), {})
    deployment_configuration = optional(object({
      alarms = optional(object({
        alarm_names = list(string)
        enable      = optional(bool, true)
        rollback    = optional(bool, true)
      }))
      bake_time_in_minutes = optional(number)
      canary_configuration = optional(object({
        canary_bake_time_in_minutes = optional(number, 3)
        canary_percent              = optional(number, 5)
      }))
      lifecycle_hooks = optional(map(object({
        hook_details     = optional(string)
        hook_target_arn  = string
        lifecycle_stages = list(string)
        role_arn         = string
      })), {})
      linear_configuration = optional(object({
        step_bake_time_in_minutes = optional(number, 6)
        step_percent              = optional(number, 10)
      }))
      strategy           = optional(string, "ROLLING")
      test_listener_port = optional(number)
    }), {})
    deregistration_delay          = optional(number, 30)
    enable_execute_command        = optional(bool, false)
    entry_point                   = optional(list(string), [])
    environment                   = optional(map(string), {})
    ephemeral_storage_size_in_gib = optional(number)
    execution_role = optional(object({
      arn = string
    }))
    express_overlay_dev = optional(object({
      capacity_provider      = optional(string, "FARGATE")
      cpu_architecture       = optional(string)
      enable_execute_command = optional(bool, false)
      propagate_tags         = optional(string, "SERVICE")
      sidecars = optional(map(object({
        command            = optional(list(string), [])
        environment        = optional(map(string), {})
        essential          = optional(bool, false)
        image              = string
        memory_reservation = number
      })), {})
    }))
    express_resource = optional(string, "aws_ecs_express_gateway_service")
    generation       = optional(number, 1)
    health_check = optional(object({
      healthy_threshold   = optional(number, 2)
      interval            = optional(number, 15)
      matcher             = optional(string, "200")
      timeout             = optional(number, 5)
      unhealthy_threshold = optional(number, 3)
    }), {})
    health_check_grace_period_seconds = optional(number, 300)
    health_check_path                 = optional(string, "/")
    host_names                        = optional(list(string), [])
    image                             = string
    init_process_enabled              = optional(bool, true)
    listener_port                     = optional(number)
    listener_rule_priority            = optional(number)
    log_group = optional(object({
      name = string
    }))
    log_router = optional(object({
      config_file_path        = optional(string)
      enable_ecs_log_metadata = optional(bool, true)
      environment             = optional(map(string), {})
      image                   = optional(string, "public.ecr.aws/aws-observability/aws-for-fluent-bit:3.4.16")
      memory_reservation      = optional(number, 64)
      options                 = optional(map(string), {})
      secret_options          = optional(map(string), {})
    }))
    memory         = optional(number, 1024)
    mode           = optional(string)
    on_demand_base = optional(number, 1)
    other_origin = optional(object({
      dns_name = string
      ipv6     = optional(bool, false)
      zone_id  = string
    }))
    path_patterns            = optional(list(string), [])
    port                     = number
    public                   = optional(bool, true)
    readonly_root_filesystem = optional(bool, false)
    repository_credentials = optional(object({
      kms_key_arn = optional(string)
      secret_arn  = string
    }))
    resolve_image_digest = optional(bool, false)
    scaling = optional(object({
      auto_scaling_metric       = optional(string, "AVERAGE_CPU")
      auto_scaling_target_value = optional(number, 60)
      max_task_count            = optional(number, 20)
      min_task_count            = optional(number, 1)
      scale_in_cooldown         = optional(number, 300)
      scale_out_cooldown        = optional(number, 300)
      schedules = optional(map(object({
        max_task_count = optional(number)
        min_task_count = optional(number)
        schedule       = string
        timezone       = optional(string, "UTC")
      })), {})
    }), {})
    secrets              = optional(map(string), {})
    secrets_kms_key_arns = optional(list(string), [])
    security_group_ids   = optional(list(string), [])
    service_connect = optional(object({
      access_logs = optional(object({
        format                   = optional(string, "JSON")
        include_query_parameters = optional(bool, false)
      }))
      idle_timeout_seconds        = optional(number, 300)
      per_request_timeout_seconds = optional(number, 15)
      proxy_cpu                   = optional(number, 256)
      proxy_memory                = optional(number, 64)
    }), {})
    sidecars = optional(map(object({
      command     = optional(list(string), [])
      cpu         = optional(number)
      depends_on  = optional(map(string), {})
      entry_point = optional(list(string), [])
      environment = optional(map(string), {})
      essential   = optional(bool, false)
      health_check = optional(object({
        command      = list(string)
        interval     = optional(number, 30)
        retries      = optional(number, 3)
        start_period = optional(number, 0)
        timeout      = optional(number, 5)
      }))
      image                    = string
      memory                   = optional(number)
      memory_reservation       = optional(number)
      readonly_root_filesystem = optional(bool, false)
      repository_credentials = optional(object({
        kms_key_arn = optional(string)
        secret_arn  = string
      }))
      secrets = optional(map(string), {})
      ulimits = optional(map(object({
        hard_limit = number
        soft_limit = number
      })), {})
      volumes = optional(map(object({
        mount_path = string
        read_only  = optional(bool, false)
      })), {})
    })), {})
    slow_start   = optional(number, 0)
    standby_mode = optional(string)
    stickiness = optional(object({
      cookie_duration = optional(number, 86400)
    }))
    stop_timeout = optional(number, 30)
    task_role = optional(object({
      arn = string
    }))
    traffic = optional(object({
      ecs     = optional(number, 0)
      express = optional(number, 0)
      other   = optional(number, 0)
    }))
    ulimits = optional(map(object({
      hard_limit = number
      soft_limit = number
    })), {})
    volumes = optional(map(object({
      efs = optional(object({
        access_point_id = optional(string)
        file_system_id  = string
        iam             = optional(bool, true)
        root_directory  = optional(string)
      }))
      mount_path = optional(string)
      read_only  = optional(bool, false)
    })), {})
  }))
  description = "The services, by name."
  nullable    = false
}

variable "standby_mode" {
  type        = string
  description = "The track that the services also run on, beside `mode`: same image, same environment, at the active track's size. The track that `mode` names already stands by for nothing. Left out: none; a flip makes one track and then destroys the other."
  nullable    = true
  default     = null
}

variable "tags" {
  type        = map(string)
  description = "Tags of everything that is made."
  nullable    = false
  default     = {}
}

variable "traffic" {
  type = object({
    ecs     = optional(number, 0)
    express = optional(number, 0)
    other   = optional(number, 0)
  })
  description = "Route 53 weights of the tracks, 0 to 255, for the names in `domain.zone`; each gets its share of the sum. An origin whose targets are all unhealthy gets none while another one is healthy. Left out: everything to `mode`."
  nullable    = true
  default     = null
}

variable "vpc" {
  type = object({
    id                    = string
    ipv6                  = optional(bool, false)
    manage_network_acl    = optional(bool, false)
    private_subnet_ids    = optional(list(string), [])
    public_subnet_ids     = list(string)
    secondary_cidr_blocks = optional(list(string), [])
  })
  description = "An existing VPC to run in. Left out: a VPC is made as `network` says."
  nullable    = true
  default     = null
}

variable "wait_for_steady_state" {
  type        = bool
  description = "Whether an apply waits until the services run. Express Mode's canary takes about ten minutes. Without it the first apply on Express Mode may end with `ECS does not tell which load balancer serves the services`: apply again."
  nullable    = false
  default     = true
}

variable "web_acl" {
  type = object({
    enabled             = optional(bool, true)
    logging             = optional(bool, false)
    managed_rule_groups = optional(list(string), [])
    rate_limit          = optional(number)
  })
  description = "What the web ACL does besides the allowlist."
  nullable    = false
  default     = {}
}
