import { DataAwsEcsService } from "@cdktf/provider-aws/lib/data-aws-ecs-service";
import { DataAwsResourcegroupstaggingapiResources } from "@cdktf/provider-aws/lib/data-aws-resourcegroupstaggingapi-resources";
import type { Construct } from "constructs";
import { forEach } from "../kit/each";
import { hcl, text } from "../kit/hcl";
import { countIf, inputsOf, Module } from "../kit/module";
import { definition } from "./inputs";
import type { TaskCountsProps } from "./props";

/**
 * The size of services that something else makes. They are looked up by name and never by reference, so that two
 * tracks may each be as large as the other; and a look-up of a service that does not exist is an error, so AWS is
 * asked first which ones do.
 */
export class TaskCounts extends Module {
  static readonly definition = definition;
  readonly outputs;

  constructor(scope: Construct, id: string, props: TaskCountsProps) {
    super(scope, id);
    const { clusterName, services, tag } = inputsOf(this, definition, props);
    const tagged = new DataAwsResourcegroupstaggingapiResources(this, "this", {
      count: countIf(hcl`length(${services}) > 0`),
      resourceTypeFilters: ["ecs:service"],
      tagFilter: [{ key: text`${tag}.key`, values: [text`${tag}.value`] }],
    });
    const arns = hcl`flatten(${tagged.fqn}[*].resource_tag_mapping_list[*].resource_arn)`;
    const service = new DataAwsEcsService(this, "this@service", {
      forEach: forEach(
        hcl`{ for name, service in ${services} : name => service if anytrue([for arn in ${arns} : endswith(arn, ":service/\${${clusterName}}/\${service}")]) }`,
      ),
      clusterArn: clusterName,
      serviceName: text`each.value`,
    });
    this.outputs = {
      task_counts: {
        value: hcl`{ for name, service in ${service.fqn} : name => service.desired_count }`,
        description: "Service to the number of tasks that ECS keeps; only of those that exist.",
      },
    };
  }
}
