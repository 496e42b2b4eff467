import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { previousRelease, unpack } from "../../scripts/release";
import { type Change, Root } from "../support/root";
import { describeWith, engines } from "../support/tools";
import { cases } from "./cases";

jest.setTimeout(300_000);

const release = previousRelease();
const modules = mkdtempSync(join(tmpdir(), `switchyard-${release}-`));
beforeAll(() => {
  for (const [path, content] of Object.entries(unpack(release))) {
    mkdirSync(dirname(join(modules, path)), { recursive: true });
    writeFileSync(join(modules, path), content);
  }
});
afterAll(() => rmSync(modules, { recursive: true, force: true }));

const destroyed = (changes: readonly Change[]): string[] =>
  changes
    .filter(({ actions }) => actions.some((action) => action === "delete" || action === "forget"))
    .map(({ address }) => address)
    .sort();

for (const { name, tool } of engines) {
  describeWith(`an upgrade from ${release} on the simulator under ${name}`, [tool], (engine) => {
    describe.each(cases)("of $title", ({ main, moves = "", exceptions }) => {
      let root: Root;
      let urls: unknown;
      beforeAll(() => {
        root = new Root({ engine, main, modules });
        root.apply();
        urls = root.outputs()["urls"];
        root.write("main.tf", main + moves);
        root.init();
      });
      afterAll(() => root?.remove());

      it("destroys and replaces nothing but what has a written reason", () => {
        const gone = destroyed(root.plan());
        expect(gone.filter((address) => !exceptions.some((each) => each.address.test(address)))).toEqual([]);
        expect(exceptions.filter((each) => !gone.some((address) => each.address.test(address)))).toEqual([]);
      });

      it("applies, keeps the URLs and leaves nothing to do", () => {
        root.apply();
        expect(root.outputs()["urls"]).toEqual(urls);
        expect(root.plan()).toEqual([]);
      });
    });
  });
}
