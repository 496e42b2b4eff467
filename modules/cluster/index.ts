import { DataAwsEcsCluster } from "@cdktf/provider-aws/lib/data-aws-ecs-cluster";
import { EcsCluster } from "@cdktf/provider-aws/lib/ecs-cluster";
import { EcsClusterCapacityProviders } from "@cdktf/provider-aws/lib/ecs-cluster-capacity-providers";
import { ServiceDiscoveryHttpNamespace } from "@cdktf/provider-aws/lib/service-discovery-http-namespace";
import type { Construct } from "constructs";
import { accept } from "../kit/findings";
import { hcl, text } from "../kit/hcl";
import { countIf, inputsOf, Module } from "../kit/module";
import { ExecuteCommand } from "./execute-command";
import { definition } from "./inputs";
import type { ClusterProps } from "./props";

/** An ECS cluster on Fargate, with the namespace that Service Connect keeps its names in; each made or adopted. */
export class Cluster extends Module {
  static readonly definition = definition;
  readonly outputs;

  constructor(scope: Construct, id: string, props: ClusterProps) {
    super(scope, id);
    const input = inputsOf(this, definition, props);
    const shells = new ExecuteCommand(this, "~shells", input);
    const made = this.makeCluster(input, shells);
    const adopted = new DataAwsEcsCluster(this, "adopted", {
      count: countIf(hcl`${input.cluster} != null`),
      clusterName: text`${input.cluster}.name`,
    });
    const namespace = this.makeNamespace(input);

    const choose = (ours: unknown, theirs: unknown) => hcl`${input.cluster} == null ? ${ours} : ${theirs}`;
    this.outputs = {
      cluster_name: {
        value: choose(hcl`one(${made.cluster.fqn}[*].name)`, hcl`${input.cluster}.name`),
        description: "The cluster's name.",
        dependsOn: [made.providers],
      },
      cluster_arn: {
        value: choose(hcl`one(${made.cluster.fqn}[*].arn)`, hcl`one(${adopted.fqn}[*].arn)`),
        description: "The cluster's ARN.",
        dependsOn: [made.providers],
      },
      execute_command_log_group_arn: {
        value: shells.logGroupArn,
        description: "The log group that keeps the sessions of ECS Exec; null when they are not kept.",
      },
      namespace_arn: {
        value: hcl`${input.serviceConnectNamespace} == null ? one(${namespace.fqn}[*].arn) : ${input.serviceConnectNamespace}.arn`,
        description: "The ARN of the namespace of Service Connect.",
      },
    };
  }

  private makeCluster(
    { name, cluster: given, containerInsights, tags }: Required<ClusterProps>,
    shells: ExecuteCommand,
  ) {
    const count = countIf(hcl`${given} == null`);
    const cluster = new EcsCluster(this, "this", {
      count,
      name,
      setting: [{ name: "containerInsights", value: containerInsights }],
      tags: tags as never,
    });
    accept(cluster, {
      CKV_AWS_65: "Container Insights are billed as custom metrics; container_insights asks for them",
      CKV_AWS_224:
        "shells are encrypted by TLS and their log by CloudWatch Logs; a key of one's own is the user's choice",
    });
    cluster.addOverride("dynamic.configuration", shells.configuration);
    const providers = new EcsClusterCapacityProviders(this, "fargate", {
      count,
      clusterName: text`one(${cluster.fqn}[*].name)`,
      capacityProviders: ["FARGATE", "FARGATE_SPOT"],
      defaultCapacityProviderStrategy: [{ capacityProvider: "FARGATE", weight: 1 }],
    });
    return { cluster, providers };
  }

  private makeNamespace({ name, serviceConnectNamespace: given, tags }: Required<ClusterProps>) {
    return new ServiceDiscoveryHttpNamespace(this, "service_connect", {
      count: countIf(hcl`${given} == null`),
      name,
      description: "Names of Service Connect",
      tags: tags as never,
    });
  }
}
