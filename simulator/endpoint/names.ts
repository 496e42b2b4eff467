/** Between the API's names (`primaryContainer: {…}`) and Terraform's (`primary_container = [{…}]`). */
import { Unknown, type State, type Value } from "../values";
import type { Answer } from "./client";

/** What the API has once, Terraform has as a list of one. */
const SINGLE: readonly string[] = [
  "network_configuration",
  "primary_container",
  "scaling_target",
  "aws_logs_configuration",
  "repository_credentials",
];
/** Lists whose name Terraform has in the singular. */
const PLURAL: Readonly<Record<string, string>> = { secret: "secrets", load_balancer: "loadBalancers" };
const SINGULAR = Object.fromEntries(Object.entries(PLURAL).map(([one, many]) => [many, one]));

/** The members that are written and known, in the API's names. */
export function toApi(state: State): Answer {
  const written = Object.entries(state).filter(([, value]) => value !== null && !(value instanceof Unknown));
  return Object.fromEntries(
    written
      .map(([name, value]): [string, unknown] => {
        const items = Array.isArray(value) ? value.map((item) => (isObject(item) ? toApi(item) : item)) : value;
        return [PLURAL[name] ?? camel(name), SINGLE.includes(name) ? (items as Answer[])[0] : items];
      })
      .filter(([, value]) => value !== undefined),
  );
}

/** An answer's members in Terraform's names. */
export function fromApi(answer: Answer): State {
  return Object.fromEntries(
    Object.entries(answer).map(([key, value]): [string, Value] => {
      const name = SINGULAR[key] ?? snake(key);
      const converted = convert(value);
      return [name, SINGLE.includes(name) ? [converted] : converted];
    }),
  );
}

function convert(value: unknown): Value {
  if (Array.isArray(value)) return value.map(convert);
  return isObject(value) ? fromApi(value as Answer) : (value as Value);
}

const isObject = (value: unknown): value is State =>
  typeof value === "object" && value !== null && !Array.isArray(value) && !(value instanceof Unknown);
const camel = (name: string): string => name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
const snake = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
