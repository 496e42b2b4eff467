/** Gaps that are known, with the reason. They are counted and printed apart; every other gap fails the test. */
export const KNOWN = {
  "first minute":
    "the host-names workflow, just made, puts a name on Express Mode's rule within a minute, and the records do not wait for it",
  order:
    "Terraform makes and changes the services of a track in no fixed order; a plain caller that is deployed before its plain target does not see it until the refresh workflow deploys it once more",
} as const;

export type Known = keyof typeof KNOWN;

/**
 * An apply that is refused as a whole. An object that an engine failed to destroy loses its `create_before_destroy` in the
 * state; a flip on top of that has to destroy it both before and after. What was begun must be applied to its end first.
 */
export const REFUSED = "Error: Cycle";

/** What is wrong in one state of the account. */
export interface Finding {
  readonly check: "public name" | "private name" | "web ACL" | "layer 4" | "serving" | "shared";
  /** The name, load balancer or object that it is wrong with. */
  readonly subject: string;
  readonly why: string;
  readonly known?: Known;
}
