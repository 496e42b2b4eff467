import { EcsCluster } from "@cdktf/provider-aws/lib/ecs-cluster";
import { EcsClusterCapacityProviders } from "@cdktf/provider-aws/lib/ecs-cluster-capacity-providers";
import { ServiceDiscoveryHttpNamespace } from "@cdktf/provider-aws/lib/service-discovery-http-namespace";
import type { Construct } from "constructs";
import { inputsOf, Module } from "../kit/module";
import { definition } from "./inputs";
import type { ClusterProps } from "./props";

/** An ECS cluster on Fargate, with the namespace that Service Connect keeps its names in. */
export class Cluster extends Module {
  static readonly definition = definition;
  readonly outputs;

  constructor(scope: Construct, id: string, props: ClusterProps) {
    super(scope, id);
    const { name, containerInsights, tags } = inputsOf(this, definition, props);

    const cluster = new EcsCluster(this, "this", {
      name,
      setting: [{ name: "containerInsights", value: containerInsights }],
      tags: tags as never,
    });
    const providers = new EcsClusterCapacityProviders(this, "fargate", {
      clusterName: cluster.name,
      capacityProviders: ["FARGATE", "FARGATE_SPOT"],
      defaultCapacityProviderStrategy: [{ capacityProvider: "FARGATE", weight: 1 }],
    });
    const namespace = new ServiceDiscoveryHttpNamespace(this, "service_connect", {
      name,
      description: `Names of Service Connect`,
      tags: tags as never,
    });

    this.outputs = {
      cluster_name: { value: cluster.name, description: "The cluster's name.", dependsOn: [providers] },
      cluster_arn: { value: cluster.arn, description: "The cluster's ARN.", dependsOn: [providers] },
      namespace_arn: { value: namespace.arn, description: "The ARN of the namespace of Service Connect." },
    };
  }
}
