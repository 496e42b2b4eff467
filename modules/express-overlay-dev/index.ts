import { type IResolvable, TerraformLocal } from "cdktf";
import { Construct } from "constructs";
import { hcl, text } from "../kit/hcl";
import { inputsOf, Module } from "../kit/module";
import { Workflow } from "../workflow";
import { EVERYTHING } from "../workflow/states";
import { definition } from "./inputs";
import type { ExpressOverlayDevProps } from "./props";
import { SERVICE_TAG, workflow } from "./workflow";

/** How often every service is looked at, whatever events came or were lost. */
const RECONCILE = "rate(5 minutes)";

/**
 * For development and test only. Express Mode makes a service one way; what it leaves out is put on afterwards, by a task
 * definition derived from the running one. Whenever Express Mode has made a new revision, that is done again.
 */
export class ExpressOverlayDev extends Module {
  static readonly definition = definition;
  readonly outputs;

  constructor(scope: Construct, id: string, props: ExpressOverlayDevProps) {
    super(scope, id);
    const input = inputsOf(this, definition, props);
    const { name, clusterArn, logRetentionInDays, logKmsKeyArn, iamRolePath, permissionsBoundaryArn, tags } = input;
    const targets = new TerraformLocal(
      new Construct(this, "~local"),
      "targets",
      targetsHcl(name, clusterArn, input.services, tags),
    ).expression as IResolvable;

    new Workflow(this, "this", {
      name,
      is: "express-overlay-dev",
      enabled: hcl`length(${input.services}) > 0`,
      definition: workflow(clusterArn, targets, tags),
      mayCall: mayCall(clusterArn, targets, input.services),
      on: {
        id: "deployments",
        description: "For development and test only: a service of the cluster was deployed",
        pattern: text`jsonencode(${{
          source: ["aws.ecs"],
          "detail-type": ["ECS Deployment State Change"],
          resources: [{ prefix: text`"\${replace(${clusterArn}, ":cluster/", ":service/")}/"` }],
          detail: { eventName: ["SERVICE_DEPLOYMENT_COMPLETED"] },
        }})`,
        inputPaths: { service: "$.resources[0]" },
        inputTemplate: '{"service": <service>}',
      },
      every: {
        id: "reconcile",
        description: "For development and test only: looks for services that Express Mode deployed without the overlay",
        rate: RECONCILE,
        input: { service: EVERYTHING },
      },
      logRetentionInDays,
      logKmsKeyArn,
      iamRolePath,
      permissionsBoundaryArn,
      tags: tags as never,
    });

    this.outputs = {
      task_definition_families: {
        value: hcl`{ for key, s in ${input.services} : key => "\${${name}}-\${key}-overlay-dev" }`,
        description:
          "For development and test only: service to the family of the task definitions that are made for it.",
      },
    };
  }
}

/**
 * What the workflow is told of each service, in the API's words, and a hash of it: what a task definition made for it
 * is known by.
 */
const targetsHcl = (name: string, clusterArn: string, services: unknown, tags: unknown): IResolvable => {
  const sidecars = hcl`[for container, c in s.overlay.sidecars : { for field, content in {
    Name              = container
    Image             = c.image
    Essential         = c.essential
    MemoryReservation = c.memory_reservation
    Command           = length(c.command) > 0 ? c.command : null
    Environment       = [for variable, value in c.environment : { Name = variable, Value = value }]
    LogConfiguration  = {
      LogDriver = "awslogs"
      Options   = { awslogs-group = s.log_group_name, awslogs-region = split(":", ${clusterArn})[3], awslogs-stream-prefix = "ecs" }
    }
  } : field => content if content != null }]`;
  const reserved = hcl`sum(concat([0], [for c in s.overlay.sidecars : c.memory_reservation]))`;
  const one = hcl`{
    service  = s.service_arn
    family   = "\${${name}}-\${key}-overlay-dev"
    runtime  = { for field, value in { CpuArchitecture = s.overlay.cpu_architecture } : field => value if value != null }
    main     = { for field in ["MemoryReservation"] : field => s.memory - ${reserved} if length(s.overlay.sidecars) > 0 }
    sidecars = ${sidecars}
    capacity = [{ CapacityProvider = s.overlay.capacity_provider, Base = s.overlay.capacity_provider == "FARGATE" ? 1 : 0, Weight = 1 }]
    shell    = s.overlay.enable_execute_command
    tags     = s.overlay.propagate_tags
  }`;
  return hcl`[for target in [for key, s in ${services} : ${one}] : merge(target, { overlay = substr(sha256(jsonencode([target, ${tags}])), 0, 16) })]`;
};

/**
 * Just what the workflow calls. Three of the calls know no resource; registering one needs the tag that names one of
 * these services, and roles are passed to tasks alone.
 *
 * @see https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonelasticcontainerservice.html (read 2026-11-21)
 */
const mayCall = (clusterArn: string, targets: IResolvable, services: unknown): IResolvable => {
  const arns = hcl`[for target in ${targets} : target.service]`;
  const revisions = hcl`[for target in ${targets} : "\${split(":cluster/", ${clusterArn})[0]}:task-definition/\${target.family}:*"]`;
  return hcl`[
    { Effect = "Allow", Action = ["ecs:DescribeServices", "ecs:ListServiceDeployments"], Resource = ${arns} },
    { Effect = "Allow", Action = ["ecs:UpdateService"], Resource = ${arns}, Condition = { ArnLike = { "ecs:task-definition" = ${revisions} } } },
    { Effect = "Allow", Action = ["ecs:DescribeTaskDefinition"], Resource = "*" },
    { Effect = "Allow", Action = ["ecs:RegisterTaskDefinition"], Resource = "*", Condition = { StringEquals = { ${`aws:RequestTag/${SERVICE_TAG}`} = ${arns} } } },
    { Effect = "Allow", Action = ["ecs:TagResource"], Resource = ${revisions} },
    { Effect = "Allow", Action = ["iam:PassRole"], Resource = distinct(flatten([for s in ${services} : [s.execution_role_arn, s.task_role_arn]])), Condition = { StringEquals = { "iam:PassedToService" = "ecs-tasks.amazonaws.com" } } },
  ]`;
};
