/** The Resource Groups Tagging API: what carries certain tags, of whatever type. */
import { blocks, text, texts, type State } from "../values";
import type { DataSource } from "./data";

/** The types it is asked for here: Terraform's, by the API's name. */
const TYPES: Readonly<Record<string, readonly string[]>> = {
  "ecs:service": ["aws_ecs_service", "aws_ecs_express_gateway_service"],
};

/** Only what has a tag is listed. */
export const taggedResources: DataSource = (config, { world, region }) => {
  const wanted = texts(config, "resource_type_filters").flatMap((name) => TYPES[name] ?? []);
  const filters = blocks(config, "tag_filter");
  const found = wanted
    .flatMap((type) => world.all(type))
    .map(({ id, state }) => ({ arn: text(state, "arn") ?? id, tags: (state["tags_all"] ?? {}) as State }))
    .filter(({ tags }) => Object.keys(tags).length > 0)
    .filter(({ tags }) =>
      filters.every((filter) => texts(filter, "values").includes(String(tags[text(filter, "key")!]))),
    );
  return {
    id: region,
    resource_tag_mapping_list: found.map(({ arn, tags }) => ({ resource_arn: arn, tags, compliance_details: [] })),
  };
};
