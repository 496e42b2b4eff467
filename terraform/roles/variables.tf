variable "execute_command" {
  type = object({
    kms_key_arn   = optional(string)
    log_group_arn = optional(string)
  })
  description = "What a shell of ECS Exec needs besides its channel."
  nullable    = false
  default     = {}

  validation {
    condition = length(concat(
      var.execute_command.kms_key_arn == null ? [] : length(var.execute_command.kms_key_arn) >= 1 ? [] : ["execute_command.kms_key_arn = ${jsonencode(var.execute_command.kms_key_arn)}: a KMS key is named by its ARN. Write the key's ARN."],
    )) == 0
    error_message = join("\n", concat(
      var.execute_command.kms_key_arn == null ? [] : length(var.execute_command.kms_key_arn) >= 1 ? [] : ["execute_command.kms_key_arn = ${jsonencode(var.execute_command.kms_key_arn)}: a KMS key is named by its ARN. Write the key's ARN."],
    ))
  }
}

variable "iam_role_path" {
  type        = string
  description = "The path of every role that is made."
  nullable    = false
  default     = "/"

  validation {
    condition = length(concat(
      can(regex("^\\/([!-.0-~]+\\/)*$", var.iam_role_path)) ? [] : ["iam_role_path = ${jsonencode(var.iam_role_path)}: a path begins and ends with a slash. Write a path such as \"/shop/\"."],
    )) == 0
    error_message = join("\n", concat(
      can(regex("^\\/([!-.0-~]+\\/)*$", var.iam_role_path)) ? [] : ["iam_role_path = ${jsonencode(var.iam_role_path)}: a path begins and ends with a slash. Write a path such as \"/shop/\"."],
    ))
  }
}

variable "infrastructure_role" {
  type        = bool
  description = "Whether to make the role that Express Mode manages its load balancer, certificate and scaling with."
  nullable    = false
  default     = true
}

variable "load_balancer_role" {
  type        = bool
  description = "Whether to make the role in which ECS moves requests between target groups, for deployments other than rolling ones."
  nullable    = false
  default     = false
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

variable "permissions_boundary_arn" {
  type        = string
  description = "A permissions boundary for every role that is made. Left out: none."
  nullable    = true
  default     = null

  validation {
    condition = length(concat(
      (var.permissions_boundary_arn == null ? [] : length(var.permissions_boundary_arn) >= 1 ? [] : ["permissions_boundary_arn = ${jsonencode(var.permissions_boundary_arn)}: a policy is named by its ARN. Write the policy's ARN."]),
    )) == 0
    error_message = join("\n", concat(
      (var.permissions_boundary_arn == null ? [] : length(var.permissions_boundary_arn) >= 1 ? [] : ["permissions_boundary_arn = ${jsonencode(var.permissions_boundary_arn)}: a policy is named by its ARN. Write the policy's ARN."]),
    ))
  }
}

variable "service_connect_tls" {
  type        = bool
  description = "Whether to make the role that ECS issues Service Connect's certificates in."
  nullable    = false
  default     = false
}

variable "services" {
  type = map(object({
    enable_execute_command = optional(bool, false)
    execution_role = optional(object({
      arn = string
    }))
    express_overlay_dev = optional(object({
      enable_execute_command = optional(bool, false)
    }))
    log_router = optional(object({
      secret_options = optional(map(string), {})
    }))
    repository_credentials = optional(object({
      kms_key_arn = optional(string)
      secret_arn  = string
    }))
    secrets              = optional(map(string), {})
    secrets_kms_key_arns = optional(list(string), [])
    sidecars = optional(map(object({
      repository_credentials = optional(object({
        kms_key_arn = optional(string)
        secret_arn  = string
      }))
      secrets = optional(map(string), {})
      volumes = optional(map(object({
        mount_path = string
        read_only  = optional(bool, false)
      })), {})
    })), {})
    task_role = optional(object({
      arn = string
    }))
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
  description = "What of each service bears on its roles."
  nullable    = false

  validation {
    condition = length(concat(
      flatten([for k0, v0 in var.services : can(regex("^[a-z]([a-z0-9-]{0,30}[a-z0-9])?$", k0)) ? [] : ["services.${k0} = ${jsonencode(k0)}: a service's name is a DNS label: 1 to 32 lower-case letters, digits and hyphens, starting with a letter and not ending with a hyphen. Rename the service."]]),
      flatten([for k0, v0 in var.services : flatten([for k1, v1 in v0.secrets : can(regex("^[A-Za-z_][A-Za-z0-9_.-]*$", k1)) ? [] : ["services.${k0}.secrets.${k1} = ${jsonencode(k1)}: the name of an environment variable starts with a letter or underscore and holds letters, digits, `_`, `.` and `-`. Rename the variable."]])]),
      flatten([for k0, v0 in var.services : flatten([for k1, v1 in v0.volumes : can(regex("^[a-z][a-z0-9_-]{0,254}$", k1)) ? [] : ["services.${k0}.volumes.${k1} = ${jsonencode(k1)}: a container's name here is small letters, digits, `_` and `-`, starting with a letter, 255 at the most. Rename it."]])]),
      flatten([for k0, v0 in var.services : flatten([for k1, v1 in v0.volumes : v1.mount_path == null ? [] : can(regex("^\\/[^\\s]*$", v1.mount_path)) ? [] : ["services.${k0}.volumes.${k1}.mount_path = ${jsonencode(v1.mount_path)}: a path in a container starts with `/` and holds no space. Write a path such as \"/data\"."]])]),
      flatten([for k0, v0 in var.services : flatten([for k1, v1 in v0.volumes : v1.efs == null ? [] : v1.efs.root_directory == null ? [] : can(regex("^\\/[^\\s]*$", v1.efs.root_directory)) ? [] : ["services.${k0}.volumes.${k1}.efs.root_directory = ${jsonencode(v1.efs.root_directory)}: a path in a container starts with `/` and holds no space. Write a path such as \"/data\"."]])]),
      flatten([for k0, v0 in var.services : flatten([for k1, v1 in v0.sidecars : flatten([for k2, v2 in v1.secrets : can(regex("^[A-Za-z_][A-Za-z0-9_.-]*$", k2)) ? [] : ["services.${k0}.sidecars.${k1}.secrets.${k2} = ${jsonencode(k2)}: the name of an environment variable starts with a letter or underscore and holds letters, digits, `_`, `.` and `-`. Rename the variable."]])])]),
      flatten([for k0, v0 in var.services : flatten([for k1, v1 in v0.sidecars : flatten([for k2, v2 in v1.volumes : can(regex("^[a-z][a-z0-9_-]{0,254}$", k2)) ? [] : ["services.${k0}.sidecars.${k1}.volumes.${k2} = ${jsonencode(k2)}: a container's name here is small letters, digits, `_` and `-`, starting with a letter, 255 at the most. Rename it."]])])]),
      flatten([for k0, v0 in var.services : flatten([for k1, v1 in v0.sidecars : flatten([for k2, v2 in v1.volumes : can(regex("^\\/[^\\s]*$", v2.mount_path)) ? [] : ["services.${k0}.sidecars.${k1}.volumes.${k2}.mount_path = ${jsonencode(v2.mount_path)}: a path in a container starts with `/` and holds no space. Write a path such as \"/data\"."]])])]),
    )) == 0
    error_message = join("\n", concat(
      flatten([for k0, v0 in var.services : can(regex("^[a-z]([a-z0-9-]{0,30}[a-z0-9])?$", k0)) ? [] : ["services.${k0} = ${jsonencode(k0)}: a service's name is a DNS label: 1 to 32 lower-case letters, digits and hyphens, starting with a letter and not ending with a hyphen. Rename the service."]]),
      flatten([for k0, v0 in var.services : flatten([for k1, v1 in v0.secrets : can(regex("^[A-Za-z_][A-Za-z0-9_.-]*$", k1)) ? [] : ["services.${k0}.secrets.${k1} = ${jsonencode(k1)}: the name of an environment variable starts with a letter or underscore and holds letters, digits, `_`, `.` and `-`. Rename the variable."]])]),
      flatten([for k0, v0 in var.services : flatten([for k1, v1 in v0.volumes : can(regex("^[a-z][a-z0-9_-]{0,254}$", k1)) ? [] : ["services.${k0}.volumes.${k1} = ${jsonencode(k1)}: a container's name here is small letters, digits, `_` and `-`, starting with a letter, 255 at the most. Rename it."]])]),
      flatten([for k0, v0 in var.services : flatten([for k1, v1 in v0.volumes : v1.mount_path == null ? [] : can(regex("^\\/[^\\s]*$", v1.mount_path)) ? [] : ["services.${k0}.volumes.${k1}.mount_path = ${jsonencode(v1.mount_path)}: a path in a container starts with `/` and holds no space. Write a path such as \"/data\"."]])]),
      flatten([for k0, v0 in var.services : flatten([for k1, v1 in v0.volumes : v1.efs == null ? [] : v1.efs.root_directory == null ? [] : can(regex("^\\/[^\\s]*$", v1.efs.root_directory)) ? [] : ["services.${k0}.volumes.${k1}.efs.root_directory = ${jsonencode(v1.efs.root_directory)}: a path in a container starts with `/` and holds no space. Write a path such as \"/data\"."]])]),
      flatten([for k0, v0 in var.services : flatten([for k1, v1 in v0.sidecars : flatten([for k2, v2 in v1.secrets : can(regex("^[A-Za-z_][A-Za-z0-9_.-]*$", k2)) ? [] : ["services.${k0}.sidecars.${k1}.secrets.${k2} = ${jsonencode(k2)}: the name of an environment variable starts with a letter or underscore and holds letters, digits, `_`, `.` and `-`. Rename the variable."]])])]),
      flatten([for k0, v0 in var.services : flatten([for k1, v1 in v0.sidecars : flatten([for k2, v2 in v1.volumes : can(regex("^[a-z][a-z0-9_-]{0,254}$", k2)) ? [] : ["services.${k0}.sidecars.${k1}.volumes.${k2} = ${jsonencode(k2)}: a container's name here is small letters, digits, `_` and `-`, starting with a letter, 255 at the most. Rename it."]])])]),
      flatten([for k0, v0 in var.services : flatten([for k1, v1 in v0.sidecars : flatten([for k2, v2 in v1.volumes : can(regex("^\\/[^\\s]*$", v2.mount_path)) ? [] : ["services.${k0}.sidecars.${k1}.volumes.${k2}.mount_path = ${jsonencode(v2.mount_path)}: a path in a container starts with `/` and holds no space. Write a path such as \"/data\"."]])])]),
    ))
  }

  validation {
    condition = length(concat(
      flatten([for k0, v0 in var.services : flatten([for k1, v1 in v0.secrets : can(regex("^arn:[a-z-]+:(secretsmanager:[a-z0-9-]+:[0-9]{12}:secret:|ssm:[a-z0-9-]+:[0-9]{12}:parameter\\/)[^\\s]+$", v1)) ? [] : ["services.${k0}.secrets.${k1}: a secret is named by the ARN of a Secrets Manager secret (with `:json-key:version-stage:version-id` behind it if need be) or of an SSM parameter; Express Mode takes no bare parameter name. Write the ARN."]])]),
      flatten([for k0, v0 in var.services : flatten([for k1, v1 in v0.secrets_kms_key_arns : length(v1) >= 1 ? [] : ["services.${k0}.secrets_kms_key_arns[${k1}] = ${jsonencode(v1)}: a KMS key is named by its ARN. Write the key's ARN."]])]),
      flatten([for k0, v0 in var.services : v0.repository_credentials == null ? [] : can(regex("^arn:[a-z-]+:secretsmanager:[a-z0-9-]+:[0-9]{12}:secret:[^\\s:]+$", v0.repository_credentials.secret_arn)) ? [] : ["services.${k0}.repository_credentials.secret_arn: credentials of a registry are named by the ARN of a Secrets Manager secret, with nothing behind it. Write the ARN."]]),
      flatten([for k0, v0 in var.services : v0.repository_credentials == null ? [] : v0.repository_credentials.kms_key_arn == null ? [] : length(v0.repository_credentials.kms_key_arn) >= 1 ? [] : ["services.${k0}.repository_credentials.kms_key_arn = ${jsonencode(v0.repository_credentials.kms_key_arn)}: a KMS key is named by its ARN. Write the key's ARN."]]),
      flatten([for k0, v0 in var.services : flatten([for k1, v1 in v0.volumes : v1.efs == null ? [] : can(regex("^fs-[0-9a-f]+$", v1.efs.file_system_id)) ? [] : ["services.${k0}.volumes.${k1}.efs.file_system_id = ${jsonencode(v1.efs.file_system_id)}: an EFS file system is named by its id. Write the id, such as fs-0123456789abcdef0."]])]),
      flatten([for k0, v0 in var.services : flatten([for k1, v1 in v0.volumes : v1.efs == null ? [] : v1.efs.access_point_id == null ? [] : can(regex("^fsap-[0-9a-f]+$", v1.efs.access_point_id)) ? [] : ["services.${k0}.volumes.${k1}.efs.access_point_id = ${jsonencode(v1.efs.access_point_id)}: an access point is named by its id. Write the id, such as fsap-0123456789abcdef0."]])]),
      flatten([for k0, v0 in var.services : v0.task_role == null ? [] : length(v0.task_role.arn) >= 1 ? [] : ["services.${k0}.task_role.arn = ${jsonencode(v0.task_role.arn)}: a role is named by its ARN. Write the role's ARN."]]),
      flatten([for k0, v0 in var.services : v0.execution_role == null ? [] : length(v0.execution_role.arn) >= 1 ? [] : ["services.${k0}.execution_role.arn = ${jsonencode(v0.execution_role.arn)}: a role is named by its ARN. Write the role's ARN."]]),
      flatten([for k0, v0 in var.services : flatten([for k1, v1 in v0.sidecars : flatten([for k2, v2 in v1.secrets : can(regex("^arn:[a-z-]+:(secretsmanager:[a-z0-9-]+:[0-9]{12}:secret:|ssm:[a-z0-9-]+:[0-9]{12}:parameter\\/)[^\\s]+$", v2)) ? [] : ["services.${k0}.sidecars.${k1}.secrets.${k2}: a secret is named by the ARN of a Secrets Manager secret (with `:json-key:version-stage:version-id` behind it if need be) or of an SSM parameter; Express Mode takes no bare parameter name. Write the ARN."]])])]),
      flatten([for k0, v0 in var.services : flatten([for k1, v1 in v0.sidecars : v1.repository_credentials == null ? [] : can(regex("^arn:[a-z-]+:secretsmanager:[a-z0-9-]+:[0-9]{12}:secret:[^\\s:]+$", v1.repository_credentials.secret_arn)) ? [] : ["services.${k0}.sidecars.${k1}.repository_credentials.secret_arn: credentials of a registry are named by the ARN of a Secrets Manager secret, with nothing behind it. Write the ARN."]])]),
      flatten([for k0, v0 in var.services : flatten([for k1, v1 in v0.sidecars : v1.repository_credentials == null ? [] : v1.repository_credentials.kms_key_arn == null ? [] : length(v1.repository_credentials.kms_key_arn) >= 1 ? [] : ["services.${k0}.sidecars.${k1}.repository_credentials.kms_key_arn = ${jsonencode(v1.repository_credentials.kms_key_arn)}: a KMS key is named by its ARN. Write the key's ARN."]])]),
      flatten([for k0, v0 in var.services : v0.log_router == null ? [] : flatten([for k1, v1 in v0.log_router.secret_options : can(regex("^arn:[a-z-]+:(secretsmanager:[a-z0-9-]+:[0-9]{12}:secret:|ssm:[a-z0-9-]+:[0-9]{12}:parameter\\/)[^\\s]+$", v1)) ? [] : ["services.${k0}.log_router.secret_options.${k1}: a secret is named by the ARN of a Secrets Manager secret (with `:json-key:version-stage:version-id` behind it if need be) or of an SSM parameter; Express Mode takes no bare parameter name. Write the ARN."]])]),
    )) == 0
    error_message = join("\n", concat(
      flatten([for k0, v0 in var.services : flatten([for k1, v1 in v0.secrets : can(regex("^arn:[a-z-]+:(secretsmanager:[a-z0-9-]+:[0-9]{12}:secret:|ssm:[a-z0-9-]+:[0-9]{12}:parameter\\/)[^\\s]+$", v1)) ? [] : ["services.${k0}.secrets.${k1}: a secret is named by the ARN of a Secrets Manager secret (with `:json-key:version-stage:version-id` behind it if need be) or of an SSM parameter; Express Mode takes no bare parameter name. Write the ARN."]])]),
      flatten([for k0, v0 in var.services : flatten([for k1, v1 in v0.secrets_kms_key_arns : length(v1) >= 1 ? [] : ["services.${k0}.secrets_kms_key_arns[${k1}] = ${jsonencode(v1)}: a KMS key is named by its ARN. Write the key's ARN."]])]),
      flatten([for k0, v0 in var.services : v0.repository_credentials == null ? [] : can(regex("^arn:[a-z-]+:secretsmanager:[a-z0-9-]+:[0-9]{12}:secret:[^\\s:]+$", v0.repository_credentials.secret_arn)) ? [] : ["services.${k0}.repository_credentials.secret_arn: credentials of a registry are named by the ARN of a Secrets Manager secret, with nothing behind it. Write the ARN."]]),
      flatten([for k0, v0 in var.services : v0.repository_credentials == null ? [] : v0.repository_credentials.kms_key_arn == null ? [] : length(v0.repository_credentials.kms_key_arn) >= 1 ? [] : ["services.${k0}.repository_credentials.kms_key_arn = ${jsonencode(v0.repository_credentials.kms_key_arn)}: a KMS key is named by its ARN. Write the key's ARN."]]),
      flatten([for k0, v0 in var.services : flatten([for k1, v1 in v0.volumes : v1.efs == null ? [] : can(regex("^fs-[0-9a-f]+$", v1.efs.file_system_id)) ? [] : ["services.${k0}.volumes.${k1}.efs.file_system_id = ${jsonencode(v1.efs.file_system_id)}: an EFS file system is named by its id. Write the id, such as fs-0123456789abcdef0."]])]),
      flatten([for k0, v0 in var.services : flatten([for k1, v1 in v0.volumes : v1.efs == null ? [] : v1.efs.access_point_id == null ? [] : can(regex("^fsap-[0-9a-f]+$", v1.efs.access_point_id)) ? [] : ["services.${k0}.volumes.${k1}.efs.access_point_id = ${jsonencode(v1.efs.access_point_id)}: an access point is named by its id. Write the id, such as fsap-0123456789abcdef0."]])]),
      flatten([for k0, v0 in var.services : v0.task_role == null ? [] : length(v0.task_role.arn) >= 1 ? [] : ["services.${k0}.task_role.arn = ${jsonencode(v0.task_role.arn)}: a role is named by its ARN. Write the role's ARN."]]),
      flatten([for k0, v0 in var.services : v0.execution_role == null ? [] : length(v0.execution_role.arn) >= 1 ? [] : ["services.${k0}.execution_role.arn = ${jsonencode(v0.execution_role.arn)}: a role is named by its ARN. Write the role's ARN."]]),
      flatten([for k0, v0 in var.services : flatten([for k1, v1 in v0.sidecars : flatten([for k2, v2 in v1.secrets : can(regex("^arn:[a-z-]+:(secretsmanager:[a-z0-9-]+:[0-9]{12}:secret:|ssm:[a-z0-9-]+:[0-9]{12}:parameter\\/)[^\\s]+$", v2)) ? [] : ["services.${k0}.sidecars.${k1}.secrets.${k2}: a secret is named by the ARN of a Secrets Manager secret (with `:json-key:version-stage:version-id` behind it if need be) or of an SSM parameter; Express Mode takes no bare parameter name. Write the ARN."]])])]),
      flatten([for k0, v0 in var.services : flatten([for k1, v1 in v0.sidecars : v1.repository_credentials == null ? [] : can(regex("^arn:[a-z-]+:secretsmanager:[a-z0-9-]+:[0-9]{12}:secret:[^\\s:]+$", v1.repository_credentials.secret_arn)) ? [] : ["services.${k0}.sidecars.${k1}.repository_credentials.secret_arn: credentials of a registry are named by the ARN of a Secrets Manager secret, with nothing behind it. Write the ARN."]])]),
      flatten([for k0, v0 in var.services : flatten([for k1, v1 in v0.sidecars : v1.repository_credentials == null ? [] : v1.repository_credentials.kms_key_arn == null ? [] : length(v1.repository_credentials.kms_key_arn) >= 1 ? [] : ["services.${k0}.sidecars.${k1}.repository_credentials.kms_key_arn = ${jsonencode(v1.repository_credentials.kms_key_arn)}: a KMS key is named by its ARN. Write the key's ARN."]])]),
      flatten([for k0, v0 in var.services : v0.log_router == null ? [] : flatten([for k1, v1 in v0.log_router.secret_options : can(regex("^arn:[a-z-]+:(secretsmanager:[a-z0-9-]+:[0-9]{12}:secret:|ssm:[a-z0-9-]+:[0-9]{12}:parameter\\/)[^\\s]+$", v1)) ? [] : ["services.${k0}.log_router.secret_options.${k1}: a secret is named by the ARN of a Secrets Manager secret (with `:json-key:version-stage:version-id` behind it if need be) or of an SSM parameter; Express Mode takes no bare parameter name. Write the ARN."]])]),
    ))
  }
}

variable "tags" {
  type        = map(string)
  description = "Tags of everything that is made."
  nullable    = false
  default     = {}
}
