/**
 * Failures and delays on demand.
 *
 *     SWITCHYARD_SIMULATOR_FAIL=<type>[:<operation>][:<n>]           the n-th such call fails, once; the first when n is left out
 *     SWITCHYARD_SIMULATOR_SLOW=<type|*>[:<operation>]=<ms>[,…]      such calls take so many milliseconds
 *
 * An operation is `create`, `update`, `delete` or `read`; without one, every change counts, but no read.
 */

/** What terraform asks the provider to do with one object. */
export type Operation = "create" | "update" | "delete" | "read";

interface Rule {
  type: string;
  operation: Operation | undefined;
}

/** The failure that was asked for. */
export interface Failure extends Rule {
  call: number;
}

/** Parses SWITCHYARD_SIMULATOR_FAIL; undefined when it is empty. */
export function parseFailure(text: string): Failure | undefined {
  if (text === "") return undefined;
  const [type, ...rest] = text.split(":") as [string, ...string[]];
  const call = rest.find((part) => /^\d+$/.test(part));
  const operation = rest.find((part) => !/^\d+$/.test(part));
  return {
    type,
    operation: operation === undefined ? undefined : asOperation(operation, text),
    call: Number(call ?? 1),
  };
}

/** Parses SWITCHYARD_SIMULATOR_SLOW and returns the delay of a call in milliseconds. */
export function parseDelays(text: string): (type: string, operation: Operation) => number {
  const rules = text
    .split(",")
    .filter(Boolean)
    .map((part) => {
      const [target = "", ms = ""] = part.split("=");
      const [type = "", operation] = target.split(":");
      if (!/^\d+$/.test(ms))
        throw new Error(`SWITCHYARD_SIMULATOR_SLOW: "${part}" is not <type|*>[:<operation>]=<milliseconds>`);
      return { type, operation: operation === undefined ? undefined : asOperation(operation, text), ms: Number(ms) };
    });
  return (type, operation) => rules.find((rule) => matches(rule, type, operation))?.ms ?? 0;
}

/** Whether a rule is about a call. */
export function matches(rule: Rule, type: string, operation: Operation): boolean {
  if (rule.type !== "*" && rule.type !== type) return false;
  return rule.operation === undefined ? operation !== "read" : rule.operation === operation;
}

function asOperation(text: string, whole: string): Operation {
  if (text === "create" || text === "update" || text === "delete" || text === "read") return text;
  throw new Error(`"${text}" in "${whole}" is not one of create, update, delete, read`);
}
