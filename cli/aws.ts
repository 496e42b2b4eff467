/** Attempts of one call. The adaptive mode slows the whole client down when AWS throttles it. @see https://docs.aws.amazon.com/sdkref/latest/guide/feature-retry-behavior.html */
export const RETRY = { maxAttempts: 8, retryMode: "adaptive" } as const;

/** What went on while reading: for stderr. */
export type Tell = (text: string) => void;

/** AWS's words for what went wrong, in one line. */
export function said(error: unknown): string {
  const { name, message } = error as Error;
  return `${name === "Error" ? "" : `${name}: `}${message.split("\n")[0]}`.replace(/\.$/, "");
}
