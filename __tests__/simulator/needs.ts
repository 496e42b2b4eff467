import { findProgram, findRealProvider, findTofu } from "../../simulator/testing";

/** A test that needs something of the machine: when it is missing, the test is skipped and its name says why. */
export function itNeeds(found: string | undefined, why: string): (title: string, run: () => void) => void {
  return (title, run) => (found === undefined ? it.skip(`${title} (skipped: ${why})`, run) : it(title, run));
}

/** Path of terraform. */
export const TERRAFORM = findProgram("terraform");

/** Path of OpenTofu. */
export const TOFU = findTofu();

/** Path of a real AWS provider's binary. */
export const REAL_PROVIDER = findRealProvider();

/** A test that runs terraform. */
export const itTerraform = itNeeds(TERRAFORM, "no terraform on PATH");
