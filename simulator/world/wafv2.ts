/** The web application firewall. */
import { text, texts, type State, type Value } from "../values";
import { unique } from "./checks";
import type { Context } from "./context";
import { AwsError } from "./errors";
import { combine, type Model, type Models } from "./model";

const scopePath = (object: State): string => (object["scope"] === "CLOUDFRONT" ? "global" : "regional");

const duplicate = (type: string, operation: string): Model =>
  unique(
    type,
    ["name", "scope"],
    operation,
    "WAFDuplicateItemException",
    () =>
      "AWS WAF couldn't perform the operation because some resource in your request is a duplicate of an existing one.",
  );

/** An IP set takes every block but /0. */
function checkAddresses(object: State, operation: string): void {
  const open = texts(object, "addresses").find((address) => address.endsWith("/0"));
  if (open)
    throw new AwsError(
      operation,
      "WAFInvalidParameterException",
      `Error reason: The parameter contains formatting that is not valid., field: IP_ADDRESS, parameter: ${open}`,
    );
}

const ipSet: Model = {
  create(object, context) {
    checkAddresses(object, "WAFV2: CreateIPSet");
    identify(object, context, "ipset");
  },
  update: (object) => checkAddresses(object, "WAFV2: UpdateIPSet"),
  delete({ state }, { world }) {
    const user = world.find("aws_wafv2_web_acl", (acl) => JSON.stringify(acl).includes(text(state, "arn")!));
    if (user) throw associated("WAFV2: DeleteIPSet");
  },
};

const webAcl: Model = {
  create(object, context) {
    identify(object, context, "webacl");
    object["capacity"] = capacityOf(object);
    object["application_integration_url"] = "";
  },
  update(object) {
    object["capacity"] = capacityOf(object);
  },
  planUpdate(planned) {
    planned["capacity"] = null; // marked unknown with everything else that is computed and has no value
  },
  delete({ state }, { world }) {
    if (world.find("aws_wafv2_web_acl_association", (one) => one["web_acl_arn"] === state["arn"]))
      throw associated("WAFV2: DeleteWebACL");
  },
};

function identify(object: State, context: Context, kind: string): void {
  object["id"] = context.uuid();
  object["arn"] = context.arn("wafv2", `${scopePath(object)}/${kind}/${text(object, "name")}/${object["id"]}`);
  object["lock_token"] = context.uuid("lock");
}

function associated(operation: string): AwsError {
  return new AwsError(
    operation,
    "WAFAssociatedItemException",
    "AWS WAF couldn't perform the operation because your resource is being used by another resource or it's associated with another resource.",
  );
}

/** Capacity units of statements, roughly: an exact figure needs AWS. */
const CAPACITY: Readonly<Record<string, number>> = {
  ip_set_reference_statement: 1,
  geo_match_statement: 1,
  label_match_statement: 1,
  byte_match_statement: 10,
  rate_based_statement: 2,
  managed_rule_group_statement: 700,
};

function capacityOf(value: Value): number {
  if (Array.isArray(value)) return value.reduce<number>((sum, item) => sum + capacityOf(item), 0);
  if (value === null || typeof value !== "object") return 0;
  return Object.entries(value).reduce(
    (sum, [name, item]) => sum + (CAPACITY[name] ?? 0) * (Array.isArray(item) ? item.length : 0) + capacityOf(item),
    0,
  );
}

const association: Model = {
  create(object, context) {
    const { world } = context;
    const [acl, resource] = [text(object, "web_acl_arn")!, text(object, "resource_arn")!];
    const taken = world.find("aws_wafv2_web_acl_association", (other) => other["resource_arn"] === resource);
    // AWS would silently move the resource to the new web ACL; the provider's next plans then fight over it.
    if (taken)
      throw new AwsError(
        "WAFV2: AssociateWebACL",
        "WAFAssociatedItemException",
        `${resource} is already associated with ${text(taken.state, "web_acl_arn")}: a resource has one web ACL`,
      );
    if (!world.find("aws_wafv2_web_acl", (state) => state["arn"] === acl)) throw nonexistent();
    if (resource.includes(":loadbalancer/") && !world.get("aws_lb", resource)) throw nonexistent();
    object["id"] = `${acl},${resource}`;
  },
};

function nonexistent(): AwsError {
  return new AwsError(
    "WAFV2: AssociateWebACL",
    "WAFNonexistentItemException",
    "AWS WAF couldn't perform the operation because your resource doesn't exist.",
  );
}

const logging: Model = {
  create(object) {
    const wrong = texts(object, "log_destination_configs").find(
      (arn) => !/(aws-waf-logs-)/.test(arn.split(":").slice(5).join(":")),
    );
    if (wrong)
      throw new AwsError(
        "WAFV2: PutLoggingConfiguration",
        "WAFInvalidParameterException",
        `Error reason: The ARN isn't valid. A valid ARN begins with arn: and includes other information separated by colons or slashes., field: LOG_DESTINATION, parameter: ${wrong}`,
      );
    object["id"] = object["resource_arn"]!;
  },
};

/** Models of the firewall. */
export const WAFV2: Models = {
  aws_wafv2_ip_set: combine(duplicate("aws_wafv2_ip_set", "WAFV2: CreateIPSet"), ipSet),
  aws_wafv2_web_acl: combine(duplicate("aws_wafv2_web_acl", "WAFV2: CreateWebACL"), webAcl),
  aws_wafv2_web_acl_association: association,
  aws_wafv2_web_acl_logging_configuration: logging,
};
