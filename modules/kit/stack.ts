import { AwsProvider } from "@cdktf/provider-aws/lib/provider";
import { TerraformStack, type TerraformElement, type TerraformResource } from "cdktf";
import type { Construct, Node } from "constructs";

/** Ids that take no part in a name: the construct a module consists of, and scopes that only keep ids apart. */
const HIDDEN = /^(this|~.*)$/;

/**
 * A stack whose Terraform names are the construct path joined by `_`, with no hash: `module.alb`, `aws_lb.this`.
 *
 * Ids are unique in a scope whatever the type; what follows an `@` keeps two of them apart and is not part of the name:
 * `this` and `this@target_group` are `aws_lb.this` and `aws_lb_target_group.this`.
 *
 * @throws Error when two elements of one kind would get the same name.
 */
export class ReadableStack extends TerraformStack {
  private readonly taken = new Map<string, string>();

  protected override allocateLogicalId(element: TerraformElement | Node): string {
    const node = "node" in element ? element.node : element;
    const ids = node.scopes.slice(node.scopes.indexOf(this) + 1).map((scope) => scope.node.id);
    const kept = ids.map((part) => part.replace(/@.*/, "")).filter((part) => !HIDDEN.test(part));
    const name = (kept.join("_") || "this").replace(/[^A-Za-z0-9_-]/g, "_");
    this.claim(element, node, name);
    return name;
  }

  private claim(element: TerraformElement | Node, node: Node, name: string): void {
    const kind = "terraformResourceType" in element ? String(element.terraformResourceType) : element.constructor.name;
    const key = `${kind}.${name}`;
    const owner = this.taken.get(key);
    if (owner !== undefined && owner !== node.path)
      throw new Error(`${owner} and ${node.path} both get the name ${key}`);
    this.taken.set(key, node.path);
  }
}

/** A resource's address, for the arguments that take a bare one and no expression. */
export const addressOf = (resource: TerraformResource): string =>
  `${resource.terraformResourceType}.${resource.friendlyUniqueId}`;

/** The provider that every stack of constructs needs at synth. An exported module drops it and keeps the requirement. */
export const awsProvider = (scope: Construct): AwsProvider => new AwsProvider(scope, "~provider");
