import { TerraformIterator, Token, type IResolvable } from "cdktf";

/** `for_each` over an expression that yields a map (or set). Inside, write `each.key` and `each.value` in `hcl`. */
export const forEach = (collection: IResolvable | string): TerraformIterator =>
  TerraformIterator.fromMap(Token.asAny(collection) as never);

/** A dynamic block, for `addOverride("dynamic.<block>", …)`. Inside `content`, the item is `<name>.key` and `<name>.value`. */
export const dynamicBlock = (collection: IResolvable, content: Record<string, unknown>): Record<string, unknown> => ({
  for_each: collection,
  content,
});
