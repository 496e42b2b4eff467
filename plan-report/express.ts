import type { Change } from "./changes";

/**
 * Whether a service on Express Mode is public: by the paths that AWS made, or, before they are there, by its name, which has
 * `-private` and maybe a generation at its end.
 */
export function isExposed(values: Change["before"]): boolean {
  const paths = (values["ingress_paths"] ?? []) as { access_type?: string }[];
  return paths.length
    ? paths.some(({ access_type: access }) => access === "PUBLIC")
    : !/-private(-\d+)?$/.test(String(values["service_name"] ?? values["name"]));
}
