import { below, type Place } from "../source";
import { isObject, type Json, nothing, type Piece, type Reading } from "./piece";
import { KIND, tagsOf, valueOf } from "./terraform-names";

/** What `terraform show -json` prints, of a state or of a plan. @see https://developer.hashicorp.com/terraform/internals/json-format */
export const isShown = (value: Json): boolean =>
  "format_version" in value && ("values" in value || "planned_values" in value || "terraform_version" in value);

/** A state file itself, version 4. */
export const isState = (value: Json): boolean => value["version"] === 4 && Array.isArray(value["resources"]);

/** The resources of a shown state or plan, modules and all. */
export function readShown(value: Json, place: Place): Reading {
  const key = isObject(value["values"]) ? "values" : "planned_values";
  const root = isObject(value[key]) ? value[key]["root_module"] : undefined;
  return { ...nothing, pieces: isObject(root) ? moduleOf(root, below(place, key, "root_module")) : [] };
}

function moduleOf(module: Json, place: Place): Piece[] {
  const resources = Array.isArray(module["resources"]) ? module["resources"] : [];
  const children = Array.isArray(module["child_modules"]) ? module["child_modules"] : [];
  return [
    ...resources.flatMap((resource, i) =>
      isObject(resource) && resource["mode"] !== "data"
        ? resourceOf(
            String(resource["type"]),
            String(resource["address"]),
            resource["values"],
            below(place, "resources", i, "values"),
          )
        : [],
    ),
    ...children.flatMap((child, i) => (isObject(child) ? moduleOf(child, below(place, "child_modules", i)) : [])),
  ];
}

export function readState(value: Json, place: Place): Reading {
  const resources = (value["resources"] as unknown[]).filter(isObject);
  const pieces = resources.flatMap((resource, i) =>
    (Array.isArray(resource["instances"]) && resource["mode"] !== "data" ? resource["instances"] : []).flatMap(
      (instance: unknown, j: number) => {
        const address = [resource["module"], resource["type"], resource["name"]].filter(Boolean).join(".");
        return isObject(instance)
          ? resourceOf(
              String(resource["type"]),
              `${address}[${j}]`,
              instance["attributes"],
              below(place, "resources", i, "instances", j, "attributes"),
            )
          : [];
      },
    ),
  );
  return { ...nothing, pieces };
}

function resourceOf(type: string, address: string, values: unknown, place: Place): Piece[] {
  const kind = KIND[type];
  if (!kind || !isObject(values)) return [];
  const id = typeof values["arn"] === "string" ? values["arn"] : `${place.file}#${address}`;
  const bundle = kind === "Service" ? values : undefined;
  const own: Piece = {
    kind,
    value: valueOf(type, values, id),
    place,
    id,
    ...(bundle ? { bundle } : {}),
    ...(type === "aws_wafv2_web_acl_association" ? { of: String(values["resource_arn"]) } : {}),
  };
  const tags = kind === "Service" ? tagsOf(values) : undefined;
  return tags ? [own, { kind: "Tags", value: tags, place, bundle: values }] : [own];
}
