import { describeWith, engines } from "../support/tools";
import { badInputs, change, goodInput } from "../support/inputs";
import { flat, Root } from "../support/root";

jest.setTimeout(300_000);

/** Terraform breaks lines and draws a frame; a sentence is compared without either. */

const callsWith = (input: object): string =>
  `provider "aws" {}\nlocals { given = jsondecode(file("given.json")) }\nmodule "shop" {\n  source = "\${modules}/switchyard"\n${Object.keys(
    input,
  )
    .map((name) => `  ${name} = local.given.${name}`)
    .join("\n")}\n}\n`;

for (const { name, tool } of engines) {
  describeWith(`the input, as ${name} sees it at plan`, [tool], (engine) => {
    let root: Root;
    beforeAll(() => {
      root = new Root({ engine, main: callsWith(goodInput) });
    });
    afterAll(() => root.remove());

    const plan = (input: object) => {
      root.write("given.json", JSON.stringify(input));
      root.write("main.tf", callsWith(input));
      return root.run("plan", "-input=false");
    };

    it("is accepted when it is right", () => {
      expect(plan(goodInput)).toMatchObject({ ok: true });
    });

    // Each engine sees each refusal; OpenTofu the ones whose expressions are the least ordinary.
    const seen = name === "terraform" ? badInputs : badInputs.filter(({ says }) => says.length > 1);
    it.each(seen)("refuses $title, in the words of the TypeScript door", ({ input, says }) => {
      const { ok, output } = plan(input);
      expect(ok).toBe(false);
      for (const sentence of says) expect(flat(output)).toContain(flat(sentence));
    });

    it("points out a block inside another one, and goes on", () => {
      const { ok, output } = plan(change({ allowed_cidrs: ["10.0.0.0/8", "10.1.0.0/16"] }));
      expect(ok).toBe(true);
      expect(flat(output)).toContain("10.1.0.0/16 lies inside 10.0.0.0/8");
    });
  });
}
