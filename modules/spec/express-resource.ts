import { z } from "zod";
import { both, type Capability, honoured, refused } from "../kit/capability";

/** The resources that an Express service can be made by; Terraform's own names. */
export const EXPRESS_RESOURCES = ["aws_ecs_express_gateway_service", "aws_cloudformation_stack"] as const;

/** The one through which Express Mode takes a task definition. */
export const STACK = EXPRESS_RESOURCES[1];

const BY_STACK = { option: "express_resource", value: STACK };
const CHOICE = `set ${BY_STACK.option} = "${STACK}"`;

/** Refused on Express Mode, unless the service goes by a stack. */
export const byTheStack = (why: string, instead?: string): Capability => ({
  express: refused(why, instead ? `${instead}, or ${CHOICE}` : `${CHOICE} or mode = "ecs" for this service`, BY_STACK),
  ecs: honoured,
});

/** What only a task definition can say: the provider's container for Express is an image, a port, a command, variables and credentials. */
export const inTaskDefinition = (what: string): Capability =>
  byTheStack(`the provider's Express resource has no argument for ${what}`);

export const expressResource = z.enum(EXPRESS_RESOURCES).default(EXPRESS_RESOURCES[0]).meta({
  description:
    "What makes the service on Express Mode. A CloudFormation stack takes a task definition, which the provider's resource cannot yet: sidecars, volumes, ARM64 and the like. The two modes then share that task definition. Changing this gives the service another URL.",
  capability: both,
  source:
    "https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ecs-expressgatewayservice.html",
});
