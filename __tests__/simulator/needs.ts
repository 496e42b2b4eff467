import { realProvider, terraform, tofu, type Tool } from "../support/tools";

/** A test that needs something of the machine: when it is missing, the test is skipped and its name says why. */
export function itNeeds(found: string | undefined, why: string): (title: string, run: () => void) => void {
  return (title, run) => (found === undefined ? it.skip(`${title} (skipped: ${why})`, run) : it(title, run));
}

const pathOf = (tool: Tool): string | undefined => ("path" in tool ? tool.path : undefined);

/** Path of terraform. */
export const TERRAFORM = pathOf(terraform);

/** Path of OpenTofu. */
export const TOFU = pathOf(tofu);

/** Path of a real AWS provider's binary. */
export const REAL_PROVIDER = pathOf(realProvider);

/** A test that runs terraform. */
export const itTerraform = itNeeds(TERRAFORM, "no terraform on PATH");
