import { changed, type Draft, lost, noted } from "../finding";
import type { Rule } from "./rule";

/** Members that say when and as what App Runner keeps the service. */
const RECORDS = ["ServiceId", "ServiceArn", "CreatedAt", "UpdatedAt", "DeletedAt"];

/**
 * The service's name is a key of the input: a DNS label.
 *
 * @see https://docs.aws.amazon.com/apprunner/latest/api/API_Service.html
 */
export const identity: Rule = ({ service, name }, { key }) => {
  const renamed =
    key === name
      ? changed("cosmetic", "ServiceName", `services.${key}`, "the key of the service")
      : changed(
          "cosmetic",
          "ServiceName",
          `services.${key}`,
          `"${name}" is not a DNS label, or its domain has another name: it becomes "${key}"`,
        );
  const records = RECORDS.filter((record) => service[record] !== undefined).map((record) =>
    noted(record, "App Runner's own record: nothing to carry"),
  );
  const url: Draft[] =
    service.ServiceUrl === undefined
      ? []
      : [
          lost(
            "behaviour",
            "ServiceUrl",
            `https://${service.ServiceUrl} is App Runner's and ends with the service; nothing redirects from it`,
            "Move every caller to the new address (output `urls`) before you delete the service",
          ),
        ];
  return { drafts: [key === name ? { ...renamed, severity: null } : renamed, ...url, ...records] };
};

/** A name as a DNS label of 32 characters at most: what the input takes as a service's name. */
export function label(name: string): string {
  const plain = name
    .toLowerCase()
    .replace(/[^a-z0-9-]+/g, "-")
    .replace(/^-+/, "");
  const lettered = /^[a-z]/.test(plain) ? plain : `s-${plain}`;
  return lettered.slice(0, 32).replace(/-+$/, "") || "app";
}

/** Labels for names, in order, each one once. */
export function labels(names: readonly string[]): string[] {
  const taken = new Set<string>();
  return names.map((name) => {
    const wanted = label(name);
    let given = wanted;
    for (let i = 2; taken.has(given); i++) given = `${wanted.slice(0, 31 - String(i).length).replace(/-+$/, "")}-${i}`;
    taken.add(given);
    return given;
  });
}
