import * as fc from "fast-check";
import { jsonReport, migrate, outputFiles } from "../../apprunner";
import { schemaOf } from "../../modules/kit/schema";
import { withDefaults } from "../../modules/kit/resolve";
import { input } from "../../modules/spec/input";
import { inputProblems } from "../../modules/spec/validate";
import { describeWith, terraform } from "../support/tools";
import { service } from "./generated";
import { MigratedRoot } from "./plan";

jest.setTimeout(300_000);

const mode = fc.constantFrom("auto", "express", "ecs") as fc.Arbitrary<"auto" | "express" | "ecs">;
const text = (bundles: readonly object[]) => [{ file: "given.json", text: JSON.stringify(bundles) }];
const problemsOf = (given: unknown) => inputProblems(withDefaults(schemaOf(input), given));

describe("any valid App Runner service", () => {
  it("converts to an input that the spec accepts, or is refused with a reason", async () => {
    await fc.assert(
      fc.asyncProperty(service, mode, fc.constantFrom({}, { hostedZoneId: "Z1" }), async (bundle, asked, zone) => {
        const { groups, blocked } = await migrate(text([bundle]), { mode: asked, ...zone });
        expect(groups).toHaveLength(1);
        const [group] = groups;
        const blockers = group!.allFindings.filter(({ severity }) => severity === "blocker");
        if (group!.input) expect(problemsOf(group!.input)).toEqual([]);
        else expect(blockers.map(({ what }) => what)).not.toEqual([]);
        if (blockers.length) expect(blocked).toBe(true);
      }),
      { numRuns: 400 },
    );
  });

  it("converts together with others, and no service is lost on the way", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(service, { minLength: 2, maxLength: 6 }), mode, async (bundles, asked) => {
        const { groups } = await migrate(text(bundles), { mode: asked, allowedCidrs: ["203.0.113.0/24"] });
        expect(groups.flatMap(({ services }) => services)).toHaveLength(bundles.length);
        for (const group of groups) {
          const written = group.services.filter((each) => each.written).map(({ key }) => key);
          if (group.input) expect(Object.keys(group.input.services).sort()).toEqual(written.sort());
          if (group.input) expect(problemsOf(group.input)).toEqual([]);
        }
      }),
      { numRuns: 100 },
    );
  });

  it("shows no value that looks like a secret, in any file or report", async () => {
    const secret = fc.string({
      unit: fc.constantFrom(..."ABCDEFGHJKLMNPQRSTUVWXYZ23456789"),
      minLength: 24,
      maxLength: 40,
    });
    await fc.assert(
      fc.asyncProperty(
        service,
        secret,
        fc.constantFrom("DB_PASSWORD", "ApiToken", "stripe.secret", "X-API-KEY", "auth token"),
        async (bundle, hidden, name) => {
          const given = structuredClone(bundle) as any;
          const runtime = given.Service.SourceConfiguration.ImageRepository
            ? (given.Service.SourceConfiguration.ImageRepository.ImageConfiguration ??= {})
            : given.Service.SourceConfiguration.CodeRepository.CodeConfiguration.CodeConfigurationValues;
          runtime.RuntimeEnvironmentVariables = {
            ...runtime.RuntimeEnvironmentVariables,
            [name]: hidden,
            DATABASE: `postgres://user:${hidden}@db/x`,
          };
          runtime.StartCommand = `run --password=${hidden}`;
          const migration = await migrate(text([given]));
          const all = [...outputFiles(migration).map((file) => file.text), jsonReport(migration)].join("\n");
          expect(all).not.toContain(hidden);
          if (!(name in (runtime.RuntimeEnvironmentSecrets ?? {})))
            expect(migration.groups[0]!.allFindings.find(({ field }) => field.endsWith(`.${name}`))).toBeDefined();
        },
      ),
      { numRuns: 100 },
    );
  });
});

describeWith("a sample of them", [terraform], (engine) => {
  const sample = fc.sample(fc.record({ bundle: service, mode }), { seed: 20261121, numRuns: 14 });
  let root: MigratedRoot | undefined;
  afterAll(() => root?.remove());

  it.each(sample.map((each, i) => ({ ...each, i })))(
    "plans on the simulator at once, or is refused with a reason ($i, $mode)",
    async ({ bundle, mode: asked }) => {
      const migration = await migrate(text([bundle]), { mode: asked });
      const [group] = migration.groups;
      if (!group?.input) {
        expect(group?.allFindings.filter(({ severity }) => severity === "blocker")).not.toEqual([]);
        return;
      }
      if (root) root.use(migration);
      else root = new MigratedRoot(engine, migration);
      const changes = root.plan();
      expect(changes.filter(({ type }) => /^aws_ecs_(service|express_gateway_service)$/.test(type))).toHaveLength(1);
      expect(root.run("fmt", "-check", "-list=false", "given.tfvars")).toMatchObject({ ok: true });
    },
  );
});
