import { z } from "zod";
import type { Capability } from "./capability";

/** A JSON Schema node with this project's metadata: what a zod spec becomes, and what everything else is derived from. */
export interface SchemaNode {
  readonly type?: "string" | "number" | "integer" | "boolean" | "array" | "object";
  readonly description?: string;
  readonly default?: unknown;
  readonly enum?: readonly (string | number)[];
  readonly pattern?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minLength?: number;
  readonly minItems?: number;
  readonly items?: SchemaNode;
  readonly properties?: Readonly<Record<string, SchemaNode>>;
  readonly required?: readonly string[];
  readonly propertyNames?: SchemaNode;
  readonly additionalProperties?: SchemaNode | false;
  /** Why a value that breaks `pattern`, `minLength` or `minItems` cannot stand. */
  readonly why?: string;
  /** The way out of any refused value. */
  readonly fix?: string;
  readonly unit?: string;
  readonly source?: string;
  readonly example?: unknown;
  /** What happens when the option is left out, where that is not a value. */
  readonly default_is?: string;
  readonly capability?: Capability;
  /** The value may be sensitive: messages do not repeat it. */
  readonly secret?: boolean;
  /** The value often comes from another resource, and is then unknown when Terraform plans. */
  readonly reference?: boolean;
}

/** An object node: a module's whole input. */
export type ObjectNode = SchemaNode & { readonly properties: Readonly<Record<string, SchemaNode>> };

const cache = new WeakMap<z.ZodType, SchemaNode>();

/** The schema of a zod spec, as a caller writes it (defaults not yet filled). */
export function schemaOf(spec: z.ZodObject): ObjectNode;
export function schemaOf(spec: z.ZodType): SchemaNode;
export function schemaOf(spec: z.ZodType): SchemaNode {
  const known = cache.get(spec);
  if (known) return known;
  const node = z.toJSONSchema(spec, { io: "input", reused: "inline" }) as SchemaNode;
  cache.set(spec, node);
  return node;
}

/** Whether the node is a map from names to values, as opposed to an object with known members. */
export const isMap = (node: SchemaNode): node is SchemaNode & { additionalProperties: SchemaNode } =>
  node.type === "object" && !node.properties && typeof node.additionalProperties === "object";

/** Whether a caller may leave the member out. */
export const isOptional = (parent: SchemaNode, name: string): boolean => !parent.required?.includes(name);

export const camelCase = (name: string): string =>
  name.replace(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
