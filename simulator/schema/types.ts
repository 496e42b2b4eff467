/**
 * The shape of a provider's schema, as `terraform providers schema -json` prints it.
 * Only what the plugin protocol needs is kept: descriptions are dropped.
 */

/** A Terraform type: a primitive, or a collection or object of other types. */
export type TerraformType =
  | "string"
  | "number"
  | "bool"
  | "dynamic"
  | readonly ["list" | "set" | "map", TerraformType]
  | readonly ["object", { readonly [name: string]: TerraformType }];

/** One attribute: a value written with `=`. */
export interface AttributeSchema {
  type: TerraformType;
  required?: boolean;
  optional?: boolean;
  computed?: boolean;
  sensitive?: boolean;
  write_only?: boolean;
}

/** A block inside a block: written with braces and no `=`. */
export interface NestedBlockSchema {
  nesting_mode: "single" | "list" | "set";
  block: BlockSchema;
  min_items?: number;
  max_items?: number;
}

/** What may stand between the braces of a resource, data source, provider or nested block. */
export interface BlockSchema {
  attributes?: Record<string, AttributeSchema>;
  block_types?: Record<string, NestedBlockSchema>;
}

/** The schema of one resource type, data source type or provider block. */
export interface TypeSchema {
  version: number;
  block: BlockSchema;
}

/** Everything one provider declares. */
export interface ProviderSchema {
  provider: TypeSchema;
  resource_schemas: Record<string, TypeSchema>;
  data_source_schemas: Record<string, TypeSchema>;
}

/** The two providers that are simulated. */
export type ProviderName = "aws" | "null";
