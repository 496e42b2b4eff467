import { App, TerraformOutput, TerraformVariable } from "cdktf";
import { hcl, list, number, text } from "../../modules/kit/hcl";
import { awsProvider, ReadableStack } from "../../modules/kit/stack";
import { describeWith, engines } from "../support/tools";
import { Root } from "../support/root";

jest.setTimeout(60_000);

const outputs = (define: (stack: ReadableStack) => Record<string, unknown>): Record<string, unknown> => {
  const stack = new ReadableStack(new App({ skipValidation: true }), "test");
  awsProvider(stack);
  for (const [name, value] of Object.entries(define(stack)))
    new TerraformOutput(stack, name, { value, staticId: true });
  const { output } = stack.toTerraform() as { output: Record<string, { value: unknown }> };
  return Object.fromEntries(Object.entries(output).map(([name, { value }]) => [name, value]));
};

/** Literals that have been mangled by one tool or another. */
const NASTY = [
  '"quoted"',
  "${not.a.reference}",
  "%{ if true }",
  "$${escaped}",
  "back\\slash",
  "line\nbreak",
  "carriage\rreturn",
  "tab\there",
  "\u2028",
  "\u0001",
  "😀",
  '{"json": "{}"}',
  "",
];

describe("an hcl expression", () => {
  it("splices tokens in bare and literals quoted", () => {
    const made = outputs((stack) => {
      const name = new TerraformVariable(stack, "name", { type: "string" });
      return { joined: hcl`join("-", [${name.stringValue}, ${'a "b"'}, ${3}, ${null}])` };
    });
    expect(made).toEqual({ joined: '${join("-", [var.name, "a \\"b\\"", 3, null])}' });
  });

  it("keeps its braces to itself when it is nested, whatever its type", () => {
    const made = outputs(() => ({ sum: hcl`(${number`1 + 2`}) * length(${list`["a"]`}) + ${text`"x"`}` }));
    expect(made).toEqual({ sum: '${(1 + 2) * length(["a"]) + "x"}' });
  });

  it("writes objects and lists with their tokens in place", () => {
    const made = outputs((stack) => {
      const name = new TerraformVariable(stack, "name", { type: "string" });
      return { object: hcl`${{ a: name.stringValue, "b-c": [1, "${x}"], left: undefined }}` };
    });
    expect(made).toEqual({ object: '${{ "a" = var.name, "b-c" = [1, "$${x}"] }}' });
  });
});

for (const { name, tool } of engines) {
  describeWith(`literals under ${name}`, [tool], (engine) => {
    it("come out as they went in, however nasty", () => {
      const made = outputs(() => Object.fromEntries(NASTY.map((literal, i) => [`o${i}`, hcl`${literal}`])));
      const root = new Root({ engine, main: "" });
      root.write(
        "main.tf.json",
        JSON.stringify({ output: Object.fromEntries(Object.entries(made).map(([key, value]) => [key, { value }])) }),
      );
      root.apply();
      expect(Object.values(root.outputs()).sort()).toEqual([...NASTY].sort());
      root.remove();
    });
  });
}
