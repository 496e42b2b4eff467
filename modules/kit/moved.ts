import { TerraformStack } from "cdktf";
import type { Construct } from "constructs";

/** An address that was renamed, as seen from the module that declares it. */
export interface Move {
  readonly from: string;
  readonly to: string;
}

const moves = new WeakMap<TerraformStack, Move[]>();

/**
 * A `moved` block: whoever applied the old address keeps the object under the new one, instead of losing it and getting
 * another. It stands in the module that owns both addresses; for a move between modules that is the one that calls them.
 *
 * An address without a key carries every instance over under the key that it has. Keys that callers choose (the names of
 * their services) cannot be written here: a module knows no literal for them.
 *
 * @see https://developer.hashicorp.com/terraform/language/modules/develop/refactoring (read 2026-11-21)
 */
export function moved(scope: Construct, move: Move): void {
  const stack = TerraformStack.of(scope);
  const all = [...(moves.get(stack) ?? []), move];
  moves.set(stack, all);
  stack.addOverride("moved", all);
}
