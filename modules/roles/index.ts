import { DataAwsPartition } from "@cdktf/provider-aws/lib/data-aws-partition";
import { DataAwsRegion } from "@cdktf/provider-aws/lib/data-aws-region";
import { IamRole } from "@cdktf/provider-aws/lib/iam-role";
import { IamRolePolicy } from "@cdktf/provider-aws/lib/iam-role-policy";
import { IamRolePolicyAttachment } from "@cdktf/provider-aws/lib/iam-role-policy-attachment";
import type { TerraformIterator } from "cdktf";
import type { Construct } from "constructs";
import { forEach } from "../kit/each";
import { hcl, raw, text } from "../kit/hcl";
import { countIf, inputsOf, Module } from "../kit/module";
import { definition } from "./inputs";
import { allow, trust } from "../kit/policy";
import type { RolesProps } from "./props";
import { secretsOf } from "./secrets";
import { mounting, volumesOf } from "./volumes";

/**
 * The IAM roles of a group. A service's execution role reads exactly the secrets of that service; its task role may
 * mount the service's volumes, and do nothing else until its owner says so. Outputs depend on the attachments, so that a
 * role keeps its rights while anything still uses it: ECS cannot finish a deletion without them.
 */
export class Roles extends Module {
  static readonly definition = definition;
  readonly outputs;
  private readonly partition = new DataAwsPartition(this, "current");

  constructor(scope: Construct, id: string, props: RolesProps) {
    super(scope, id);
    const input = inputsOf(this, definition, props);
    const { name, services, executeCommand, infrastructureRole, loadBalancerRole, serviceConnectTls } = input;
    const { iamRolePath, permissionsBoundaryArn, tags } = input;
    const common = { path: iamRolePath, permissionsBoundary: permissionsBoundaryArn, tags: tags as never };
    const perService = (suffix: string, principal: string, iterator: TerraformIterator) =>
      new IamRole(this, suffix, {
        forEach: iterator,
        namePrefix: text`"\${substr("\${${name}}-\${each.key}", 0, ${37 - suffix.length - 1})}-${raw(suffix)}-"`,
        assumeRolePolicy: trust(principal),
        ...common,
      });

    const execution = perService(
      "execution",
      "ecs-tasks.amazonaws.com",
      forEach(hcl`{ for name, s in ${services} : name => s if s.execution_role == null }`),
    );
    const executionPolicy = new IamRolePolicyAttachment(this, "execution_managed", {
      forEach: forEach(hcl`${execution.fqn}`),
      role: text`each.value.name`,
      policyArn: this.managedPolicy("service-role/AmazonECSTaskExecutionRolePolicy"),
    });
    const secrets = this.readSecrets(services, execution);

    const task = perService(
      "task",
      "ecs-tasks.amazonaws.com",
      forEach(hcl`{ for name, s in ${services} : name => s if s.task_role == null }`),
    );
    const execute = this.executeCommand(services, executeCommand, task);
    const volumes = this.mountVolumes(services, task);

    /** A role in which ECS itself acts for the whole group; gives back what its output needs. */
    const ofGroup = (id: string, shortened: string, wanted: unknown, policy: string) => {
      const role = new IamRole(this, id, {
        count: countIf(wanted),
        namePrefix: shortened,
        assumeRolePolicy: trust("ecs.amazonaws.com"),
        ...common,
      });
      const attached = new IamRolePolicyAttachment(this, `${id}_managed`, {
        count: countIf(wanted),
        role: text`one(${role.fqn}[*].name)`,
        policyArn: this.managedPolicy(policy),
      });
      return { value: hcl`one(${role.fqn}[*].arn)`, dependsOn: [attached] };
    };
    const infrastructure = ofGroup(
      "infrastructure",
      text`"\${substr(${name}, 0, 21)}-infrastructure-"`,
      infrastructureRole,
      "service-role/AmazonECSInfrastructureRoleforExpressGatewayServices",
    );
    const loadBalancer = ofGroup(
      "load_balancer",
      text`"\${substr(${name}, 0, 22)}-load-balancer-"`,
      loadBalancerRole,
      "AmazonECSInfrastructureRolePolicyForLoadBalancers",
    );
    const serviceConnect = ofGroup(
      "service_connect",
      text`"\${substr(${name}, 0, 20)}-service-connect-"`,
      serviceConnectTls,
      "service-role/AmazonECSInfrastructureRolePolicyForServiceConnectTransportLayerSecurity",
    );

    this.outputs = {
      execution_role_arns: {
        value: hcl`{ for name, s in ${services} : name => s.execution_role == null ? ${execution.fqn}[name].arn : s.execution_role.arn }`,
        description: "Service to the role that starts its tasks.",
        dependsOn: [executionPolicy, secrets],
      },
      task_role_arns: {
        value: hcl`{ for name, s in ${services} : name => s.task_role == null ? ${task.fqn}[name].arn : s.task_role.arn }`,
        description: "Service to the role that the application itself acts in.",
        dependsOn: [execute, volumes],
      },
      infrastructure_role_arn: {
        ...infrastructure,
        description: "The role that Express Mode acts in; null when none was asked for.",
      },
      load_balancer_role_arn: {
        ...loadBalancer,
        description: "The role that ECS moves requests in; null when none was asked for.",
      },
      service_connect_role_arn: {
        ...serviceConnect,
        description: "The role that ECS issues Service Connect's certificates in; null when none was asked for.",
      },
    };
  }

  /** @see https://docs.aws.amazon.com/aws-managed-policy/latest/reference/about-managed-policy-reference.html */
  private managedPolicy(path: string): string {
    return text`"arn:\${${this.partition.partition}}:iam::aws:policy/${raw(path)}"`;
  }

  /** Reading a secret is allowed by its whole ARN: the key, stage and version that may follow in `secrets` are no part of it. */
  private readSecrets(services: unknown, execution: IamRole): IamRolePolicy {
    const secretsManager = hcl`[for arn in each.value.arns : join(":", slice(split(":", arn), 0, 7)) if strcontains(arn, ":secretsmanager:")]`;
    const parameters = hcl`[for arn in each.value.arns : arn if strcontains(arn, ":ssm:")]`;
    return new IamRolePolicy(this, "secrets", {
      forEach: forEach(hcl`{ for name, read in ${secretsOf(services)} : name => read if length(read.arns) > 0 }`),
      name: "secrets",
      role: text`${execution.fqn}[each.key].name`,
      policy: allow([
        [["secretsmanager:GetSecretValue"], secretsManager],
        [["ssm:GetParameters"], parameters],
        [["kms:Decrypt"], hcl`each.value.kms_key_arns`],
      ]),
    });
  }

  private mountVolumes(services: unknown, task: IamRole): IamRolePolicy {
    const region = new DataAwsRegion(this, "current@region").id;
    return new IamRolePolicy(this, "volumes", {
      forEach: forEach(volumesOf(services)),
      name: "volumes",
      role: text`${task.fqn}[each.key].name`,
      policy: mounting(this.partition.partition, region, hcl`split(":", ${task.fqn}[each.key].arn)[4]`),
    });
  }

  /**
   * The channel, and what the agent in the task does about logs and encryption itself.
   *
   * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-iam-roles.html#ecs-exec-required-iam-permissions
   * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs-exec.html#ecs-exec-logging
   */
  private executeCommand(services: unknown, given: unknown, task: IamRole): IamRolePolicy {
    const channel = ["CreateControlChannel", "CreateDataChannel", "OpenControlChannel", "OpenDataChannel"];
    const logGroups = hcl`${given}.log_group_arn[*]`;
    return new IamRolePolicy(this, "execute_command", {
      forEach: forEach(
        hcl`{ for name, s in ${services} : name => s if (s.enable_execute_command || try(s.express_overlay_dev.enable_execute_command, false)) && s.task_role == null }`,
      ),
      name: "execute-command",
      role: text`${task.fqn}[each.key].name`,
      policy: allow([
        [channel.map((action) => `ssmmessages:${action}`), hcl`["*"]`],
        [["logs:DescribeLogGroups"], hcl`[for arn in ${logGroups} : "*"]`],
        [
          ["logs:CreateLogStream", "logs:DescribeLogStreams", "logs:PutLogEvents"],
          hcl`[for arn in ${logGroups} : "\${arn}:*"]`,
        ],
        [["kms:Decrypt"], hcl`${given}.kms_key_arn[*]`],
      ]),
    });
  }
}
