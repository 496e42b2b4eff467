import { changed, type Draft } from "../finding";
import { unknownsIn } from "../unknown";
import { isObject, type Json } from "./piece";

/** Members that are not free text: an unknown there means App Runner's default. */
const TYPED = new Set([
  "Cpu",
  "Memory",
  "Port",
  "Protocol",
  "Interval",
  "Timeout",
  "HealthyThreshold",
  "UnhealthyThreshold",
  "MinSize",
  "MaxSize",
  "MaxConcurrency",
  "IsPubliclyAccessible",
  "EgressType",
  "IpAddressType",
  "ObservabilityEnabled",
  "AutoDeploymentsEnabled",
  "EnableWWWSubdomain",
  "ImageRepositoryType",
  "ConfigurationSource",
]);
const TEXTS = new Set(["Cpu", "Memory", "Port"]);
const NUMBERS = new Set([
  "Interval",
  "Timeout",
  "HealthyThreshold",
  "UnhealthyThreshold",
  "MinSize",
  "MaxSize",
  "MaxConcurrency",
]);
const BOOLEANS = new Set([
  "IsPubliclyAccessible",
  "ObservabilityEnabled",
  "AutoDeploymentsEnabled",
  "EnableWWWSubdomain",
]);
const ENUMS = new Set(["Protocol", "EgressType", "IpAddressType", "ImageRepositoryType", "ConfigurationSource"]);
const MAPS = new Set(["RuntimeEnvironmentVariables", "RuntimeEnvironmentSecrets"]);

/** vCPUs and GB in the words of the console, as the API's units. */
const UNITS: Readonly<Record<string, number>> = { vcpu: 1024, gb: 1024 };

/**
 * The forms that hand-written files, older examples and other tools use, in the one form the API answers with. What was
 * read leniently is remarked.
 */
export function lenient(value: Json): { value: Json; remarks: Draft[] } {
  const remarks: Draft[] = [];
  return { value: object(value, "", remarks), remarks };
}

function object(value: Json, path: string, remarks: Draft[]): Json {
  const members = Object.entries(value).flatMap(([given, member]): [string, unknown][] => {
    const name = given === "CPU" ? "Cpu" : given;
    const at = path ? `${path}.${name}` : name;
    if (member === null || member === undefined) return [];
    if (TYPED.has(name) && unknownsIn(member).length) {
      remarks.push(
        changed(
          "behaviour",
          at,
          "App Runner's default",
          `the file does not hold its value: it is ${unknownsIn(member).join(", ")}`,
          `Give it: --value '${unknownsIn(member)[0]}=…'`,
        ),
      );
      return [];
    }
    return [[name, MAPS.has(name) ? map(member, at, remarks) : typed(name, member, at, remarks)]];
  });
  return Object.fromEntries(members);
}

function typed(name: string, value: unknown, at: string, remarks: Draft[]): unknown {
  if (TEXTS.has(name)) return units(name, value);
  if (NUMBERS.has(name) && typeof value === "string" && /^[0-9]+$/.test(value)) return Number(value);
  if (BOOLEANS.has(name) && (value === "true" || value === "false")) return value === "true";
  if (ENUMS.has(name) && typeof value === "string") return value.toUpperCase();
  if (Array.isArray(value))
    return value.map((item, i) => (isObject(item) ? object(item, `${at}[${i}]`, remarks) : item));
  return isObject(value) ? object(value, at, remarks) : value;
}

/** `1024`, `"1024"`, `"1 vCPU"`, `"0.5 GB"`, and for a port 8080. */
function units(name: string, value: unknown): unknown {
  if (typeof value === "number") return name !== "Port" && value < 64 ? String(value * 1024) : String(value);
  const [, number, unit] = typeof value === "string" ? (/^\s*([0-9.]+)\s*(vcpu|gb)\s*$/i.exec(value) ?? []) : [];
  return number && unit ? String(Number(number) * (UNITS[unit.toLowerCase()] ?? 1)) : value;
}

/** A map; also `[{ NAME: "x" }]` of older CLI examples and `[{ Name, Value }]` of CloudFormation. */
function map(value: unknown, at: string, remarks: Draft[]): unknown {
  if (isObject(value)) return textValues(value);
  if (!Array.isArray(value) || !value.every(isObject)) return value;
  const pairs = value.every((item) => "Name" in item || "name" in item);
  if (!pairs)
    remarks.push(
      changed(
        "cosmetic",
        at,
        "read as a map",
        "written as a list of maps with one member each, as older examples of the AWS CLI show it",
        "App Runner answers with a map: check that this file is what runs",
      ),
    );
  return textValues(
    pairs
      ? Object.fromEntries(
          value.map((item) => [
            String(item["Name"] ?? item["name"]),
            item["Value"] ?? item["value"] ?? item["ValueFrom"] ?? item["value-from"],
          ]),
        )
      : Object.assign({}, ...value),
  );
}

const textValues = (value: Json): Json =>
  Object.fromEntries(
    Object.entries(value).map(([name, member]) => [
      name,
      typeof member === "number" || typeof member === "boolean" ? String(member) : member,
    ]),
  );
