import { CloudformationStack } from "@cdktf/provider-aws/lib/cloudformation-stack";
import { DataResource } from "cdktf/lib/terraform-data-resource";
import { Construct } from "constructs";
import { targetGroups, urlOf } from "../express-service/target-groups";
import { inTwoZones } from "../express-service/zones";
import { accept } from "../kit/findings";
import { hcl, text } from "../kit/hcl";
import { check, inputsOf, Module } from "../kit/module";
import { addressOf } from "../kit/stack";
import { definition } from "./inputs";
import type { ExpressStackServiceProps } from "./props";
import { managedArns, RESOURCE, TASK_DEFINITION, template } from "./template";

/**
 * A service on ECS Express Mode that runs a task definition of its own, by the road that takes one: CloudFormation.
 *
 * What CloudFormation could change by replacement alone is kept from it: it would make the new service before it deletes
 * the old one, by the same name. Terraform replaces the whole stack instead, the new one first too: it needs another name.
 */
export class ExpressStackService extends Module {
  static readonly definition = definition;
  readonly outputs;

  constructor(scope: Construct, id: string, props: ExpressStackServiceProps) {
    super(scope, id);
    const input = inputsOf(this, definition, props);

    const identity = new DataResource(this, "identity", {
      input: hcl`{ cluster = ${input.clusterName}, infrastructure_role_arn = ${input.infrastructureRoleArn} }` as never,
    });
    const stack = new CloudformationStack(this, "this", {
      name: input.name,
      templateBody: text`${template(input)}`,
      parameters: { [TASK_DEFINITION]: input.taskDefinitionArn },
      policyBody: text`jsonencode(${NO_REPLACEMENT})`,
      tags: input.tags as never,
      lifecycle: {
        createBeforeDestroy: true,
        replaceTriggeredBy: [addressOf(identity)],
        ignoreChanges: ["tags"],
        precondition: [inTwoZones(input.name, input.availabilityZones)],
      },
    });
    accept(stack, {
      CKV_AWS_124: "whoever applies waits for the stack and is told how it went; nothing else changes it",
    });

    // An update leaves the stack's outputs unknown until it is applied; these two never change while the stack lives.
    const made = new DataResource(this, "made", {
      input:
        hcl`{ service_arn = ${stack.fqn}.outputs["ServiceArn"], endpoint = ${stack.fqn}.outputs["Endpoint"] }` as never,
      triggersReplace: stack.id as never,
      lifecycle: { ignoreChanges: ["input"] },
    });
    this.pointOutOtherTags(stack, input);

    const serviceArn = hcl`${made.fqn}.output.service_arn`;
    this.outputs = {
      service_arn: { value: serviceArn, description: "The service." },
      service_name: { value: hcl`reverse(split("/", ${serviceArn}))[0]`, description: "The service's name." },
      url: {
        value: urlOf(hcl`${made.fqn}.output.endpoint`),
        description: "The public URL, as AWS made it; it never comes back once the service is gone.",
      },
      target_group_arns: {
        value: targetGroups(this, { wanted: input.findTargetGroups, clusterName: input.clusterName, serviceArn }),
        description: "Its two target groups, in an order that deployments do not change; empty unless asked for.",
      },
      managed_arns: {
        value: managedArns(hcl`${stack.fqn}.outputs`),
        description:
          "What AWS made for it: `load_balancer`, `listener`, `listener_rule`, `certificate`, `scalable_target`, and the lists `target_groups`, `load_balancer_security_groups`, `service_security_groups`, `scaling_policies`, `metric_alarms`. Unknown in the plan of an update.",
      },
    };
  }

  /** Tags are the one thing that is not worth another URL. */
  private pointOutOtherTags(stack: CloudformationStack, { name, tags }: Required<ExpressStackServiceProps>): void {
    const of = (given: unknown) => hcl`jsonencode({ for name, value in ${given} : name => value })`;
    check(
      this,
      "tags_are_those_it_was_made_with",
      hcl`try(${of(hcl`coalesce(${stack.fqn}.tags, {})`)} == ${of(tags)}, true)`,
      text`"The tags of \${${name}} are those it was made with: AWS tags an Express service at its creation alone. A stack of another name, with another URL, has others: raise the service's generation."`,
    );
  }
}

/**
 * CloudFormation may update the service, and neither replace nor delete it.
 *
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/protect-stack-resources.html
 */
const NO_REPLACEMENT = {
  Statement: [
    { Effect: "Allow", Action: "Update:Modify", Principal: "*", Resource: `LogicalResourceId/${RESOURCE}` },
    {
      Effect: "Deny",
      Action: ["Update:Replace", "Update:Delete"],
      Principal: "*",
      Resource: `LogicalResourceId/${RESOURCE}`,
    },
  ],
};
