import { EcsExpressGatewayService } from "@cdktf/provider-aws/lib/ecs-express-gateway-service";
import { DataResource } from "cdktf/lib/terraform-data-resource";
import { Construct } from "constructs";
import { dynamicBlock } from "../kit/each";
import { hcl, number, raw, text } from "../kit/hcl";
import { inputsOf, Module } from "../kit/module";
import { addressOf } from "../kit/stack";
import { definition } from "./inputs";
import type { ExpressServiceProps } from "./props";
import { inTwoZones } from "./zones";
import { targetGroups, urlOf } from "./target-groups";

/**
 * A service on ECS Express Mode.
 *
 * Every default is written out: AWS documents two values for some, and the API answers what was left out with its own.
 * Environment and secrets come out sorted by name, as the API gives them back.
 */
export class ExpressService extends Module {
  static readonly definition = definition;
  readonly outputs;

  constructor(scope: Construct, id: string, props: ExpressServiceProps) {
    super(scope, id);
    const input = inputsOf(this, definition, props);
    const of = (attribute: string) => hcl`${input.service}.${raw(attribute)}`;

    // The provider plans a change of the cluster in place, which AWS then refuses (terraform-provider-aws issue 47280).
    // Whether the load balancer is internal is settled when a service is made. Of an imported service it holds nothing, as it
    // is imported itself: what is new, or changes, would replace the service. A null with a type, which a conditional gives, is
    // another value than the null of a service that was made without this argument, and a change too.
    const isPublic = of("public");
    const unlessAdopted = (value: unknown, or = hcl`false`) =>
      hcl`one([for value in [${value}] : value if !(${input.adopted} || ${or})])`;
    const cluster = new DataResource(this, "cluster", {
      input: unlessAdopted(hcl`${input.clusterName}`) as never,
      triggersReplace: unlessAdopted("private", isPublic) as never,
    });
    const service = new EcsExpressGatewayService(this, "this", {
      serviceName: input.name,
      cluster: input.clusterName,
      cpu: text`tostring(${of("cpu")})`,
      memory: text`tostring(${of("memory")})`,
      healthCheckPath: text`${of("health_check_path")}`,
      executionRoleArn: input.executionRoleArn,
      taskRoleArn: input.taskRoleArn,
      infrastructureRoleArn: input.infrastructureRoleArn,
      // Lists of objects, not blocks: Terraform wants every member of each.
      networkConfiguration: [
        { subnets: input.subnetIds as string[], securityGroups: input.securityGroupIds as string[] },
      ],
      scalingTarget: [
        {
          autoScalingMetric: text`${of("scaling")}.auto_scaling_metric`,
          autoScalingTargetValue: number`${of("scaling")}.auto_scaling_target_value`,
          minTaskCount: number`${of("scaling")}.min_task_count`,
          maxTaskCount: number`${of("scaling")}.max_task_count`,
        },
      ],
      primaryContainer: [
        {
          image: text`${of("image")}`,
          containerPort: number`${of("port")}`,
          command: hcl`length(${of("command")}) > 0 ? ${of("command")} : null` as never,
          awsLogsConfiguration: [{ logGroup: input.logGroupName, logStreamPrefix: "ecs" }],
        },
      ],
      waitForSteadyState: input.waitForSteadyState,
      tags: input.tags as never,
      lifecycle: {
        createBeforeDestroy: true,
        replaceTriggeredBy: [addressOf(cluster)],
        precondition: [inTwoZones(input.name, input.availabilityZones)],
        postcondition: [
          {
            condition: hcl`${isPublic} || length([for path in self.ingress_paths : path if path.access_type == "PUBLIC"]) == 0`,
            errorMessage: text`"\${${input.name}} is meant to be private, and AWS has given it a public host name: one of its subnets has a route to an internet gateway. Destroy the service, take the route away, and apply again."`,
          },
        ],
      },
    });
    // A dynamic block over a map goes by its keys in order.
    service.addOverride("primary_container.0.dynamic", {
      environment: dynamicBlock(hcl`${input.environment}`, {
        name: hcl`environment.key`,
        value: hcl`environment.value`,
      }),
      repository_credentials: dynamicBlock(hcl`${of("repository_credentials")}[*]`, {
        credentials_parameter: hcl`repository_credentials.value.secret_arn`,
      }),
      secret: dynamicBlock(of("secrets"), { name: hcl`secret.key`, value_from: hcl`secret.value` }),
    });

    const endpoint = hcl`one([for path in ${service.fqn}.ingress_paths : path.endpoint if path.access_type == "PUBLIC"])`;
    this.outputs = {
      service_arn: { value: service.serviceArn, description: "The service." },
      service_name: { value: service.serviceName, description: "The service's name." },
      url: {
        value: urlOf(endpoint),
        description:
          "The public URL, as AWS made it; it never comes back once the service is gone. Null for a service that is not public.",
      },
      target_group_arns: {
        value: targetGroups(this, {
          wanted: input.findTargetGroups,
          clusterName: input.clusterName,
          serviceArn: service.serviceArn,
        }),
        description: "Its two target groups, in an order that deployments do not change; empty unless asked for.",
      },
    };
  }
}
