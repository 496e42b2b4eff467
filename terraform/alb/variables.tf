variable "domain" {
  type = object({
    certificate = optional(object({
      arn = string
    }))
    name = string
  })
  description = "A domain for the services: HTTPS, a redirect from HTTP, one host name for each service. Left out: plain HTTP, a port for each service, with a warning."
  nullable    = true
  default     = null

  validation {
    condition = length(concat(
      (var.domain == null ? [] : can(regex("^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z]{2,63}$", var.domain.name)) ? [] : ["domain.name = ${jsonencode(var.domain.name)}: it is not a domain name in lower case. Write a name such as \"example.com\"."]),
    )) == 0
    error_message = join("\n", concat(
      (var.domain == null ? [] : can(regex("^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z]{2,63}$", var.domain.name)) ? [] : ["domain.name = ${jsonencode(var.domain.name)}: it is not a domain name in lower case. Write a name such as \"example.com\"."]),
    ))
  }
}

variable "ipv6" {
  type        = bool
  description = "Whether the subnets have IPv6 ranges; the load balancer is then dual-stack."
  nullable    = false
  default     = false
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

  validation {
    condition = length(concat(
      floor(var.load_balancer.idle_timeout) == var.load_balancer.idle_timeout && var.load_balancer.idle_timeout >= 1 && var.load_balancer.idle_timeout <= 4000 ? [] : ["load_balancer.idle_timeout = ${jsonencode(var.load_balancer.idle_timeout)}: it must be a whole number from 1 to 4000 (seconds). Write a number in that range."],
      can(regex("^ELBSecurityPolicy-(TLS13-1-[23]-|FS-1-2-|TLS-1-2-)[A-Za-z0-9-]+$", var.load_balancer.ssl_policy)) ? [] : ["load_balancer.ssl_policy = ${jsonencode(var.load_balancer.ssl_policy)}: it is not the name of a policy that begins at TLS 1.2. Write a name such as \"ELBSecurityPolicy-TLS13-1-2-Res-PQ-2025-09\" or \"ELBSecurityPolicy-TLS13-1-3-2021-06\"."],
      contains(["monitor", "defensive", "strictest"], var.load_balancer.desync_mitigation_mode) ? [] : ["load_balancer.desync_mitigation_mode = ${jsonencode(var.load_balancer.desync_mitigation_mode)}: it must be one of \"monitor\", \"defensive\", \"strictest\". Write one of these."],
      var.load_balancer.access_logs == null ? [] : can(regex("^([A-Za-z0-9_.-]+(\\/[A-Za-z0-9_.-]+)*)?$", var.load_balancer.access_logs.prefix)) ? [] : ["load_balancer.access_logs.prefix = ${jsonencode(var.load_balancer.access_logs.prefix)}: it neither begins nor ends with `/`. Write a prefix such as \"shop\"."],
      var.load_balancer.access_logs == null ? [] : floor(var.load_balancer.access_logs.expiration_days) == var.load_balancer.access_logs.expiration_days && var.load_balancer.access_logs.expiration_days >= 1 && var.load_balancer.access_logs.expiration_days <= 3650 ? [] : ["load_balancer.access_logs.expiration_days = ${jsonencode(var.load_balancer.access_logs.expiration_days)}: it must be a whole number from 1 to 3650 (days). Write a number in that range."],
    )) == 0
    error_message = join("\n", concat(
      floor(var.load_balancer.idle_timeout) == var.load_balancer.idle_timeout && var.load_balancer.idle_timeout >= 1 && var.load_balancer.idle_timeout <= 4000 ? [] : ["load_balancer.idle_timeout = ${jsonencode(var.load_balancer.idle_timeout)}: it must be a whole number from 1 to 4000 (seconds). Write a number in that range."],
      can(regex("^ELBSecurityPolicy-(TLS13-1-[23]-|FS-1-2-|TLS-1-2-)[A-Za-z0-9-]+$", var.load_balancer.ssl_policy)) ? [] : ["load_balancer.ssl_policy = ${jsonencode(var.load_balancer.ssl_policy)}: it is not the name of a policy that begins at TLS 1.2. Write a name such as \"ELBSecurityPolicy-TLS13-1-2-Res-PQ-2025-09\" or \"ELBSecurityPolicy-TLS13-1-3-2021-06\"."],
      contains(["monitor", "defensive", "strictest"], var.load_balancer.desync_mitigation_mode) ? [] : ["load_balancer.desync_mitigation_mode = ${jsonencode(var.load_balancer.desync_mitigation_mode)}: it must be one of \"monitor\", \"defensive\", \"strictest\". Write one of these."],
      var.load_balancer.access_logs == null ? [] : can(regex("^([A-Za-z0-9_.-]+(\\/[A-Za-z0-9_.-]+)*)?$", var.load_balancer.access_logs.prefix)) ? [] : ["load_balancer.access_logs.prefix = ${jsonencode(var.load_balancer.access_logs.prefix)}: it neither begins nor ends with `/`. Write a prefix such as \"shop\"."],
      var.load_balancer.access_logs == null ? [] : floor(var.load_balancer.access_logs.expiration_days) == var.load_balancer.access_logs.expiration_days && var.load_balancer.access_logs.expiration_days >= 1 && var.load_balancer.access_logs.expiration_days <= 3650 ? [] : ["load_balancer.access_logs.expiration_days = ${jsonencode(var.load_balancer.access_logs.expiration_days)}: it must be a whole number from 1 to 3650 (days). Write a number in that range."],
    ))
  }

  validation {
    condition = length(concat(
      var.load_balancer.access_logs == null ? [] : var.load_balancer.access_logs.bucket == null ? [] : length(var.load_balancer.access_logs.bucket.name) >= 3 ? [] : ["load_balancer.access_logs.bucket.name = ${jsonencode(var.load_balancer.access_logs.bucket.name)}: a bucket has a name. Write the bucket's name."],
      var.load_balancer.adopted == null ? [] : can(regex("^arn:[a-z-]+:elasticloadbalancing:[a-z0-9-]+:[0-9]{12}:listener\\/app\\/[^/]+\\/[^/]+\\/[^/]+$", var.load_balancer.adopted.listener_arn)) ? [] : ["load_balancer.adopted.listener_arn = ${jsonencode(var.load_balancer.adopted.listener_arn)}: an Application Load Balancer's listener is named by its ARN. Write the listener's ARN."],
      var.load_balancer.adopted == null ? [] : length(var.load_balancer.adopted.security_group_id) >= 1 ? [] : ["load_balancer.adopted.security_group_id = ${jsonencode(var.load_balancer.adopted.security_group_id)}: a security group is named by its id. Write the group's id."],
    )) == 0
    error_message = join("\n", concat(
      var.load_balancer.access_logs == null ? [] : var.load_balancer.access_logs.bucket == null ? [] : length(var.load_balancer.access_logs.bucket.name) >= 3 ? [] : ["load_balancer.access_logs.bucket.name = ${jsonencode(var.load_balancer.access_logs.bucket.name)}: a bucket has a name. Write the bucket's name."],
      var.load_balancer.adopted == null ? [] : can(regex("^arn:[a-z-]+:elasticloadbalancing:[a-z0-9-]+:[0-9]{12}:listener\\/app\\/[^/]+\\/[^/]+\\/[^/]+$", var.load_balancer.adopted.listener_arn)) ? [] : ["load_balancer.adopted.listener_arn = ${jsonencode(var.load_balancer.adopted.listener_arn)}: an Application Load Balancer's listener is named by its ARN. Write the listener's ARN."],
      var.load_balancer.adopted == null ? [] : length(var.load_balancer.adopted.security_group_id) >= 1 ? [] : ["load_balancer.adopted.security_group_id = ${jsonencode(var.load_balancer.adopted.security_group_id)}: a security group is named by its id. Write the group's id."],
    ))
  }
}

variable "name" {
  type        = string
  description = "The name of the group of services; it begins the name of what is made for it."
  nullable    = false

  validation {
    condition = length(concat(
      can(regex("^[a-z]([a-z0-9-]{0,30}[a-z0-9])?$", var.name)) ? [] : ["name = ${jsonencode(var.name)}: the name is also the load balancer's: 1 to 32 lower-case letters, digits and hyphens, starting with a letter and not ending with a hyphen. Shorten or rename it."],
    )) == 0
    error_message = join("\n", concat(
      can(regex("^[a-z]([a-z0-9-]{0,30}[a-z0-9])?$", var.name)) ? [] : ["name = ${jsonencode(var.name)}: the name is also the load balancer's: 1 to 32 lower-case letters, digits and hyphens, starting with a letter and not ending with a hyphen. Shorten or rename it."],
    ))
  }
}

variable "security_group_id" {
  type        = string
  description = "The load balancer's security group."
  nullable    = false
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
    app_protocol = optional(string, "http")
    deployment_configuration = optional(object({
      test_listener_port = optional(number)
    }), {})
    deregistration_delay = optional(number, 30)
    health_check = optional(object({
      healthy_threshold   = optional(number, 2)
      interval            = optional(number, 15)
      matcher             = optional(string, "200")
      timeout             = optional(number, 5)
      unhealthy_threshold = optional(number, 3)
    }), {})
    health_check_path      = optional(string, "/")
    host_names             = optional(list(string), [])
    listener_port          = optional(number)
    listener_rule_priority = optional(number)
    path_patterns          = optional(list(string), [])
    port                   = number
    slow_start             = optional(number, 0)
    stickiness = optional(object({
      cookie_duration = optional(number, 86400)
    }))
  }))
  description = "The public services; without one there is no load balancer."
  nullable    = false

  validation {
    condition = length(concat(
      flatten([for k0, v0 in var.services : can(regex("^[a-z]([a-z0-9-]{0,30}[a-z0-9])?$", k0)) ? [] : ["services.${k0} = ${jsonencode(k0)}: a service's name is a DNS label: 1 to 32 lower-case letters, digits and hyphens, starting with a letter and not ending with a hyphen. Rename the service."]]),
      flatten([for k0, v0 in var.services : floor(v0.port) == v0.port && v0.port >= 1 && v0.port <= 65535 ? [] : ["services.${k0}.port = ${jsonencode(v0.port)}: it must be a whole number from 1 to 65535. Write the port the container listens on."]]),
      flatten([for k0, v0 in var.services : contains(["http", "http2", "grpc"], v0.app_protocol) ? [] : ["services.${k0}.app_protocol = ${jsonencode(v0.app_protocol)}: it must be one of \"http\", \"http2\", \"grpc\". Write one of these."]]),
      flatten([for k0, v0 in var.services : can(regex("^\\/[^\\s]*$", v0.health_check_path)) ? [] : ["services.${k0}.health_check_path = ${jsonencode(v0.health_check_path)}: a health check path starts with `/` and holds no space. Write a path such as \"/healthz\"."]]),
      flatten([for k0, v0 in var.services : v0.listener_port == null ? [] : floor(v0.listener_port) == v0.listener_port && v0.listener_port >= 1 && v0.listener_port <= 65535 ? [] : ["services.${k0}.listener_port = ${jsonencode(v0.listener_port)}: it must be a whole number from 1 to 65535. Write a free port."]]),
      flatten([for k0, v0 in var.services : v0.listener_rule_priority == null ? [] : floor(v0.listener_rule_priority) == v0.listener_rule_priority && v0.listener_rule_priority >= 1 && v0.listener_rule_priority <= 50000 ? [] : ["services.${k0}.listener_rule_priority = ${jsonencode(v0.listener_rule_priority)}: it must be a whole number from 1 to 50000. Write a number in that range."]]),
      flatten([for k0, v0 in var.services : v0.adopted == null ? [] : contains(["express", "ecs"], v0.adopted.mode) ? [] : ["services.${k0}.adopted.mode = ${jsonencode(v0.adopted.mode)}: it must be one of \"express\", \"ecs\". Write one of these."]]),
      flatten([for k0, v0 in var.services : v0.adopted == null ? [] : can(regex("^[A-Za-z0-9_-]{1,255}$", v0.adopted.service_name)) ? [] : ["services.${k0}.adopted.service_name = ${jsonencode(v0.adopted.service_name)}: the name of an ECS service is 1 to 255 letters, digits, hyphens and underscores. Write the name as ECS tells it."]]),
      flatten([for k0, v0 in var.services : v0.adopted == null ? [] : v0.adopted.target_group == null ? [] : can(regex("^[A-Za-z0-9]([A-Za-z0-9-]{0,30}[A-Za-z0-9])?$", v0.adopted.target_group.name)) ? [] : ["services.${k0}.adopted.target_group.name = ${jsonencode(v0.adopted.target_group.name)}: a target group's name is 1 to 32 letters, digits and hyphens, with no hyphen at either end. Write the name as Elastic Load Balancing tells it."]]),
      flatten([for k0, v0 in var.services : v0.adopted == null ? [] : v0.adopted.target_group == null ? [] : floor(v0.adopted.target_group.port) == v0.adopted.target_group.port && v0.adopted.target_group.port >= 1 && v0.adopted.target_group.port <= 65535 ? [] : ["services.${k0}.adopted.target_group.port = ${jsonencode(v0.adopted.target_group.port)}: it must be a whole number from 1 to 65535. Write the port as Elastic Load Balancing tells it."]]),
      flatten([for k0, v0 in var.services : v0.adopted == null ? [] : v0.adopted.scaling_policy_name == null ? [] : can(regex("^[ -~]{1,256}$", v0.adopted.scaling_policy_name)) ? [] : ["services.${k0}.adopted.scaling_policy_name = ${jsonencode(v0.adopted.scaling_policy_name)}: a scaling policy's name is 1 to 256 printable characters. Write the name as Application Auto Scaling tells it."]]),
      flatten([for k0, v0 in var.services : flatten([for k1, v1 in v0.host_names : can(regex("^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z]{2,63}$", v1)) ? [] : ["services.${k0}.host_names[${k1}] = ${jsonencode(v1)}: it is not a full host name in lower case. Write a name such as \"www.example.com\"."]])]),
      flatten([for k0, v0 in var.services : flatten([for k1, v1 in v0.path_patterns : can(regex("^\\/[A-Za-z0-9_.$\\/~\"'@:+&*?-]{0,127}$", v1)) ? [] : ["services.${k0}.path_patterns[${k1}] = ${jsonencode(v1)}: a path pattern starts with `/`, has at most 128 characters and holds letters, digits, `_-.$/~\"'@:+&` and the wildcards `*` and `?`. Write a pattern such as \"/api/*\"."]])]),
      flatten([for k0, v0 in var.services : v0.stickiness == null ? [] : floor(v0.stickiness.cookie_duration) == v0.stickiness.cookie_duration && v0.stickiness.cookie_duration >= 1 && v0.stickiness.cookie_duration <= 604800 ? [] : ["services.${k0}.stickiness.cookie_duration = ${jsonencode(v0.stickiness.cookie_duration)}: it must be a whole number from 1 to 604800 (seconds). Write a number in that range."]]),
      flatten([for k0, v0 in var.services : floor(v0.slow_start) == v0.slow_start && v0.slow_start >= 0 && v0.slow_start <= 900 ? [] : ["services.${k0}.slow_start = ${jsonencode(v0.slow_start)}: it must be a whole number from 0 to 900 (seconds). Write a number in that range."]]),
      flatten([for k0, v0 in var.services : floor(v0.deregistration_delay) == v0.deregistration_delay && v0.deregistration_delay >= 0 && v0.deregistration_delay <= 3600 ? [] : ["services.${k0}.deregistration_delay = ${jsonencode(v0.deregistration_delay)}: it must be a whole number from 0 to 3600 (seconds). Write a number in that range."]]),
      flatten([for k0, v0 in var.services : floor(v0.health_check.interval) == v0.health_check.interval && v0.health_check.interval >= 5 && v0.health_check.interval <= 300 ? [] : ["services.${k0}.health_check.interval = ${jsonencode(v0.health_check.interval)}: it must be a whole number from 5 to 300 (seconds). Write a number in that range."]]),
      flatten([for k0, v0 in var.services : floor(v0.health_check.timeout) == v0.health_check.timeout && v0.health_check.timeout >= 2 && v0.health_check.timeout <= 120 ? [] : ["services.${k0}.health_check.timeout = ${jsonencode(v0.health_check.timeout)}: it must be a whole number from 2 to 120 (seconds). Write a number in that range."]]),
      flatten([for k0, v0 in var.services : floor(v0.health_check.healthy_threshold) == v0.health_check.healthy_threshold && v0.health_check.healthy_threshold >= 2 && v0.health_check.healthy_threshold <= 10 ? [] : ["services.${k0}.health_check.healthy_threshold = ${jsonencode(v0.health_check.healthy_threshold)}: it must be a whole number from 2 to 10 (checks). Write a number in that range."]]),
      flatten([for k0, v0 in var.services : floor(v0.health_check.unhealthy_threshold) == v0.health_check.unhealthy_threshold && v0.health_check.unhealthy_threshold >= 2 && v0.health_check.unhealthy_threshold <= 10 ? [] : ["services.${k0}.health_check.unhealthy_threshold = ${jsonencode(v0.health_check.unhealthy_threshold)}: it must be a whole number from 2 to 10 (checks). Write a number in that range."]]),
      flatten([for k0, v0 in var.services : can(regex("^[2-4][0-9]{2}([,-][2-4][0-9]{2})*$", v0.health_check.matcher)) ? [] : ["services.${k0}.health_check.matcher = ${jsonencode(v0.health_check.matcher)}: it is not a list of HTTP statuses from 200 to 499. Write statuses such as \"200\", \"200,302\" or \"200-299\"."]]),
      flatten([for k0, v0 in var.services : v0.deployment_configuration.test_listener_port == null ? [] : floor(v0.deployment_configuration.test_listener_port) == v0.deployment_configuration.test_listener_port && v0.deployment_configuration.test_listener_port >= 1 && v0.deployment_configuration.test_listener_port <= 65535 ? [] : ["services.${k0}.deployment_configuration.test_listener_port = ${jsonencode(v0.deployment_configuration.test_listener_port)}: it must be a whole number from 1 to 65535. Write a free port."]]),
    )) == 0
    error_message = join("\n", concat(
      flatten([for k0, v0 in var.services : can(regex("^[a-z]([a-z0-9-]{0,30}[a-z0-9])?$", k0)) ? [] : ["services.${k0} = ${jsonencode(k0)}: a service's name is a DNS label: 1 to 32 lower-case letters, digits and hyphens, starting with a letter and not ending with a hyphen. Rename the service."]]),
      flatten([for k0, v0 in var.services : floor(v0.port) == v0.port && v0.port >= 1 && v0.port <= 65535 ? [] : ["services.${k0}.port = ${jsonencode(v0.port)}: it must be a whole number from 1 to 65535. Write the port the container listens on."]]),
      flatten([for k0, v0 in var.services : contains(["http", "http2", "grpc"], v0.app_protocol) ? [] : ["services.${k0}.app_protocol = ${jsonencode(v0.app_protocol)}: it must be one of \"http\", \"http2\", \"grpc\". Write one of these."]]),
      flatten([for k0, v0 in var.services : can(regex("^\\/[^\\s]*$", v0.health_check_path)) ? [] : ["services.${k0}.health_check_path = ${jsonencode(v0.health_check_path)}: a health check path starts with `/` and holds no space. Write a path such as \"/healthz\"."]]),
      flatten([for k0, v0 in var.services : v0.listener_port == null ? [] : floor(v0.listener_port) == v0.listener_port && v0.listener_port >= 1 && v0.listener_port <= 65535 ? [] : ["services.${k0}.listener_port = ${jsonencode(v0.listener_port)}: it must be a whole number from 1 to 65535. Write a free port."]]),
      flatten([for k0, v0 in var.services : v0.listener_rule_priority == null ? [] : floor(v0.listener_rule_priority) == v0.listener_rule_priority && v0.listener_rule_priority >= 1 && v0.listener_rule_priority <= 50000 ? [] : ["services.${k0}.listener_rule_priority = ${jsonencode(v0.listener_rule_priority)}: it must be a whole number from 1 to 50000. Write a number in that range."]]),
      flatten([for k0, v0 in var.services : v0.adopted == null ? [] : contains(["express", "ecs"], v0.adopted.mode) ? [] : ["services.${k0}.adopted.mode = ${jsonencode(v0.adopted.mode)}: it must be one of \"express\", \"ecs\". Write one of these."]]),
      flatten([for k0, v0 in var.services : v0.adopted == null ? [] : can(regex("^[A-Za-z0-9_-]{1,255}$", v0.adopted.service_name)) ? [] : ["services.${k0}.adopted.service_name = ${jsonencode(v0.adopted.service_name)}: the name of an ECS service is 1 to 255 letters, digits, hyphens and underscores. Write the name as ECS tells it."]]),
      flatten([for k0, v0 in var.services : v0.adopted == null ? [] : v0.adopted.target_group == null ? [] : can(regex("^[A-Za-z0-9]([A-Za-z0-9-]{0,30}[A-Za-z0-9])?$", v0.adopted.target_group.name)) ? [] : ["services.${k0}.adopted.target_group.name = ${jsonencode(v0.adopted.target_group.name)}: a target group's name is 1 to 32 letters, digits and hyphens, with no hyphen at either end. Write the name as Elastic Load Balancing tells it."]]),
      flatten([for k0, v0 in var.services : v0.adopted == null ? [] : v0.adopted.target_group == null ? [] : floor(v0.adopted.target_group.port) == v0.adopted.target_group.port && v0.adopted.target_group.port >= 1 && v0.adopted.target_group.port <= 65535 ? [] : ["services.${k0}.adopted.target_group.port = ${jsonencode(v0.adopted.target_group.port)}: it must be a whole number from 1 to 65535. Write the port as Elastic Load Balancing tells it."]]),
      flatten([for k0, v0 in var.services : v0.adopted == null ? [] : v0.adopted.scaling_policy_name == null ? [] : can(regex("^[ -~]{1,256}$", v0.adopted.scaling_policy_name)) ? [] : ["services.${k0}.adopted.scaling_policy_name = ${jsonencode(v0.adopted.scaling_policy_name)}: a scaling policy's name is 1 to 256 printable characters. Write the name as Application Auto Scaling tells it."]]),
      flatten([for k0, v0 in var.services : flatten([for k1, v1 in v0.host_names : can(regex("^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z]{2,63}$", v1)) ? [] : ["services.${k0}.host_names[${k1}] = ${jsonencode(v1)}: it is not a full host name in lower case. Write a name such as \"www.example.com\"."]])]),
      flatten([for k0, v0 in var.services : flatten([for k1, v1 in v0.path_patterns : can(regex("^\\/[A-Za-z0-9_.$\\/~\"'@:+&*?-]{0,127}$", v1)) ? [] : ["services.${k0}.path_patterns[${k1}] = ${jsonencode(v1)}: a path pattern starts with `/`, has at most 128 characters and holds letters, digits, `_-.$/~\"'@:+&` and the wildcards `*` and `?`. Write a pattern such as \"/api/*\"."]])]),
      flatten([for k0, v0 in var.services : v0.stickiness == null ? [] : floor(v0.stickiness.cookie_duration) == v0.stickiness.cookie_duration && v0.stickiness.cookie_duration >= 1 && v0.stickiness.cookie_duration <= 604800 ? [] : ["services.${k0}.stickiness.cookie_duration = ${jsonencode(v0.stickiness.cookie_duration)}: it must be a whole number from 1 to 604800 (seconds). Write a number in that range."]]),
      flatten([for k0, v0 in var.services : floor(v0.slow_start) == v0.slow_start && v0.slow_start >= 0 && v0.slow_start <= 900 ? [] : ["services.${k0}.slow_start = ${jsonencode(v0.slow_start)}: it must be a whole number from 0 to 900 (seconds). Write a number in that range."]]),
      flatten([for k0, v0 in var.services : floor(v0.deregistration_delay) == v0.deregistration_delay && v0.deregistration_delay >= 0 && v0.deregistration_delay <= 3600 ? [] : ["services.${k0}.deregistration_delay = ${jsonencode(v0.deregistration_delay)}: it must be a whole number from 0 to 3600 (seconds). Write a number in that range."]]),
      flatten([for k0, v0 in var.services : floor(v0.health_check.interval) == v0.health_check.interval && v0.health_check.interval >= 5 && v0.health_check.interval <= 300 ? [] : ["services.${k0}.health_check.interval = ${jsonencode(v0.health_check.interval)}: it must be a whole number from 5 to 300 (seconds). Write a number in that range."]]),
      flatten([for k0, v0 in var.services : floor(v0.health_check.timeout) == v0.health_check.timeout && v0.health_check.timeout >= 2 && v0.health_check.timeout <= 120 ? [] : ["services.${k0}.health_check.timeout = ${jsonencode(v0.health_check.timeout)}: it must be a whole number from 2 to 120 (seconds). Write a number in that range."]]),
      flatten([for k0, v0 in var.services : floor(v0.health_check.healthy_threshold) == v0.health_check.healthy_threshold && v0.health_check.healthy_threshold >= 2 && v0.health_check.healthy_threshold <= 10 ? [] : ["services.${k0}.health_check.healthy_threshold = ${jsonencode(v0.health_check.healthy_threshold)}: it must be a whole number from 2 to 10 (checks). Write a number in that range."]]),
      flatten([for k0, v0 in var.services : floor(v0.health_check.unhealthy_threshold) == v0.health_check.unhealthy_threshold && v0.health_check.unhealthy_threshold >= 2 && v0.health_check.unhealthy_threshold <= 10 ? [] : ["services.${k0}.health_check.unhealthy_threshold = ${jsonencode(v0.health_check.unhealthy_threshold)}: it must be a whole number from 2 to 10 (checks). Write a number in that range."]]),
      flatten([for k0, v0 in var.services : can(regex("^[2-4][0-9]{2}([,-][2-4][0-9]{2})*$", v0.health_check.matcher)) ? [] : ["services.${k0}.health_check.matcher = ${jsonencode(v0.health_check.matcher)}: it is not a list of HTTP statuses from 200 to 499. Write statuses such as \"200\", \"200,302\" or \"200-299\"."]]),
      flatten([for k0, v0 in var.services : v0.deployment_configuration.test_listener_port == null ? [] : floor(v0.deployment_configuration.test_listener_port) == v0.deployment_configuration.test_listener_port && v0.deployment_configuration.test_listener_port >= 1 && v0.deployment_configuration.test_listener_port <= 65535 ? [] : ["services.${k0}.deployment_configuration.test_listener_port = ${jsonencode(v0.deployment_configuration.test_listener_port)}: it must be a whole number from 1 to 65535. Write a free port."]]),
    ))
  }
}

variable "source_ips" {
  type        = list(string)
  description = "Blocks that each rule admits alone, for an adopted load balancer. None: whoever reaches it."
  nullable    = false
  default     = []
}

variable "subnet_ids" {
  type        = list(string)
  description = "Public subnets, in two zones or more; private ones when `load_balancer.internal`."
  nullable    = false
}

variable "tags" {
  type        = map(string)
  description = "Tags of everything that is made."
  nullable    = false
  default     = {}
}

variable "vpc_id" {
  type        = string
  description = "The VPC."
  nullable    = false
}
