/** Parts of workflows in the Amazon States Language. */

/** What an execution asks for when it is to look at everything. */
export const EVERYTHING = "*";

/** Throttling and passing faults are tried again; what still fails is left to the next scheduled run. */
export const RETRY = [
  {
    ErrorEquals: ["States.ALL"],
    IntervalSeconds: 1,
    MaxAttempts: 4,
    BackoffRate: 2,
    MaxDelaySeconds: 8,
    JitterStrategy: "FULL",
  },
];
export const LEAVE = { ErrorEquals: ["States.ALL"], ResultPath: "$.error", Next: "LeftToTheSchedule" };

/** An error that is an answer: it is not tried again. The name ends in `Exception` whether or not the API's own does. */
export const answer = (error: string, next: string): { readonly retry: object; readonly caught: object } => ({
  retry: { ErrorEquals: [error], MaxAttempts: 0 },
  caught: { ErrorEquals: [error], ResultPath: "$.error", Next: next },
});

/** Both ends are empty: a Map gathers what its items end with, and cannot catch that growing past 256 KiB. */
export const ENDS = {
  Done: { Type: "Pass", Result: {}, End: true },
  LeftToTheSchedule: { Type: "Pass", Result: {}, End: true },
};

/** A call of an AWS API; only what is selected of its answer is kept. */
export const api = (action: string, Parameters: object, rest: object): object => ({
  Type: "Task",
  Resource: `arn:aws:states:::aws-sdk:${action}`,
  Parameters,
  Retry: RETRY,
  Catch: [LEAVE],
  ...rest,
});

/** Whether something was selected and is `value`. */
export const selected = (path: string, value: string): object[] => [
  { Variable: path, IsPresent: true },
  { Variable: path, StringEquals: value },
];

/** The states for each of some items, a few items at a time. */
export const each = (
  ItemsPath: string,
  ItemSelector: object,
  StartAt: string,
  States: object,
  rest: object,
): object => ({
  Type: "Map",
  ItemsPath,
  ItemSelector,
  MaxConcurrency: 5,
  ItemProcessor: { ProcessorConfig: { Mode: "INLINE" }, StartAt, States },
  ...rest,
});
