import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { migrate, type Migration } from "../../apprunner";
import { MODES } from "../../modules/kit/capability";
import { installRealProvider, type Moto, provider, startMoto } from "../support/moto";
import { type Change, Root } from "../support/root";
import { describeWith, engines, moto, realProvider, terraform } from "../support/tools";
import { textOf } from "./plan";
import { definitions } from "./support";

jest.setTimeout(600_000);

const HOSTS = ["example.com", "www.example.com"];
const ZONE = 'resource "aws_route53_zone" "this" { name = "example.com" }\n';

const migrated = (zone: string, mode: "express" | "ecs" | "auto" = "auto") =>
  migrate(definitions("domain-and-web-acl.json"), { mode, hostedZoneId: zone });

const steps = ({ groups }: Migration) => groups[0]!.cutOver;

/** The lines of `traffic` that the report names, in their order. */
const ladder = (migration: Migration): string[] => [
  ...new Set(steps(migration).flatMap(({ text }) => text.match(/(?<=`)traffic = \{[^`]*\}/g) ?? [])),
];

/** What the report's change batch creates. */
const created = (migration: Migration): any[] => {
  const [command = ""] = steps(migration).flatMap(({ commands }) => commands.filter((each) => /--query/.test(each)));
  return JSON.parse(/`(\[\{.*\}\])`/.exec(command)![1]!).map(({ ResourceRecordSet: record }: any) => record);
};

/** A record of a change batch, as whoever makes it by hand. */
const byHand = ({ Name, Type, SetIdentifier, Weight, AliasTarget: alias }: any): string => `
resource "aws_route53_record" "${Name.replaceAll(".", "_")}_${Type}" {
  zone_id        = aws_route53_zone.this.zone_id
  name           = "${Name}"
  type           = "${Type}"
  set_identifier = "${SetIdentifier}"
  weighted_routing_policy { weight = ${Weight} }
  alias {
    name                   = "${alias.DNSName}"
    zone_id                = "${alias.HostedZoneId}"
    evaluate_target_health = ${alias.EvaluateTargetHealth}
  }
}
`;

const told = (changes: readonly Change[]): string[] =>
  changes.map(({ address, actions }) => `${actions.join("+")} ${address.replace(/^module\.\w+\.module\./, "")}`).sort();
const each = (action: string, resource: string, key = (host: string) => host): string[] =>
  HOSTS.map((host) => `${action} dns_records.aws_route53_record.${resource}["${key(host)}"]`);

for (const { name, tool } of engines) {
  for (const mode of MODES) {
    describeWith(`a cut-over from App Runner to ${mode}, on the simulator under ${name}`, [tool], (engine) => {
      let root: Root;
      let migration: Migration;
      const VARIABLES = "-var-file=given.tfvars";
      const edit = (change: (text: string) => string) =>
        root.write("given.tfvars", change(textOf(migration, "shop-frontend.tfvars")));
      const withTraffic = (line: string) => edit((text) => text.replace(/traffic +=.*/, line));
      /** Origins of a name: part to weight. */
      const weights = (host = "www.example.com") =>
        Object.fromEntries(
          root
            .objects("aws_route53_record")
            .map(({ state }: any) => state)
            .filter((record) => record.name === host && record.type === "A")
            .map(({ set_identifier: part, weighted_routing_policy: [{ weight }] }) => [part, weight]),
        );

      beforeAll(async () => {
        root = new Root({ engine, main: ZONE });
        root.apply();
        migration = await migrated(root.objects("aws_route53_zone")[0]!.id, mode);
        root.write("main.tf", ZONE + created(migration).map(byHand).join(""));
        root.apply();
        rmSync(join(root.folder, "terraform.tfstate"));
        root.write(
          "main.tf",
          textOf(migration, "main.tf").replace("./node_modules/ecs-switchyard/terraform", "${modules}"),
        );
        root.init();
        edit((text) => text);
      });
      afterAll(() => root?.remove());

      it("imports what the change batch has made, and changes, replaces and destroys nothing", () => {
        root.write("imports.tf", textOf(migration, "imports.tf.example"));
        const { output } = root.run("plan", VARIABLES);
        expect(output).toMatch(/Plan: 2 to import, \d+ to add, 0 to change, 0 to destroy\./);
        const changes = root.plan(VARIABLES);
        expect(told(changes.filter(({ type }) => type === "aws_route53_record"))).toEqual(
          expect.arrayContaining(each("create", "a")),
        );
        expect(changes.filter(({ actions }) => String(actions) !== "create")).toEqual([]);
        const before = root.objects("aws_route53_record");
        root.apply(VARIABLES);
        expect(root.objects("aws_route53_record")).toEqual(expect.arrayContaining(before));
        expect(weights()).toEqual({ active: 0, other: 100 });
        expect(root.plan(VARIABLES)).toEqual([]);
        root.write("imports.tf", "");
      });

      it("moves the weights by one line for each step, in records alone, and back", () => {
        const lines = ladder(migration);
        const [first = "", last = "", back = ""] = [lines[0], lines.at(-2), lines.at(-1)];
        const moved = [first, back, last].map((line) => {
          withTraffic(line);
          expect(new Set(root.plan(VARIABLES).map(({ type, actions }) => `${actions} ${type}`))).toEqual(
            new Set(["update aws_route53_record"]),
          );
          root.apply(VARIABLES);
          return weights();
        });
        expect(moved).toEqual([
          { active: 10, other: 90 },
          { active: 0, other: 100 },
          { active: 100, other: 0 },
        ]);
      });

      it("drops App Runner's records at the end, and nothing else", () => {
        edit((text) => text.replace(/ *traffic +=.*\n/, "").replace(/ *other_origin = \{[^}]*\}\n/, ""));
        expect(told(root.plan(VARIABLES))).toEqual(
          [...each("create", "aaaa"), ...each("delete", "beside_a", (host) => `${host}/other`)].sort(),
        );
        root.apply(VARIABLES);
        expect(weights()).toEqual({ active: 100 });
        expect(root.plan(VARIABLES)).toEqual([]);
      });
    });
  }
}

describeWith(
  "the records of a cut-over, on the real provider and moto",
  [terraform, realProvider, moto],
  (engine, binary, python) => {
    let aws: Moto;
    let root: Root;
    let folder: string;
    afterAll(() => {
      root?.remove();
      aws?.stop();
      if (folder) rmSync(folder, { recursive: true, force: true });
    });

    it("are imported as the change batch has made them, with nothing to change", async () => {
      aws = await startMoto(python as string, 280);
      const zone: string = aws
        .ask("route53", "create_hosted_zone", { Name: "example.com", CallerReference: "1" })
        .HostedZone.Id.replace("/hostedzone/", "");
      const migration = await migrated(zone);
      aws.ask("route53", "change_resource_record_sets", {
        HostedZoneId: zone,
        ChangeBatch: { Changes: created(migration).map((record) => ({ Action: "CREATE", ResourceRecordSet: record })) },
      });
      folder = mkdtempSync(join(tmpdir(), "switchyard-provider-"));
      const origin = migration.groups[0]!.input!.services["www"]!.other_origin;
      root = new Root({
        engine: engine as string,
        env: {
          TF_CLI_CONFIG_FILE: installRealProvider(folder, binary as string),
          AWS_ENDPOINT_URL: aws.endpoint,
        },
        main: `
${provider()}
variable "domain" { default = { zone = { id = "${zone}" } } }
module "dns_records" {
  source     = "\${modules}/dns-records"
  zone       = var.domain.zone
  host_names = { "example.com" = "www", "www.example.com" = "www" }
  origins = { www = {
    active = { dns_name = "shop-1.us-east-1.elb.amazonaws.com", zone_id = "Z35SXDOTRQ7X7K", weight = 0, ipv6 = true }
    other  = merge(${JSON.stringify(origin)}, { weight = 100 })
  } }
}
${textOf(migration, "imports.tf.example").replace("module.switchyard.module", "module")}`,
      });
      expect(root.run("plan").output).toContain("Plan: 2 to import, 2 to add, 0 to change, 0 to destroy.");
      root.apply();
      expect(root.plan()).toEqual([]);
      const { ResourceRecordSets: records } = aws.ask("route53", "list_resource_record_sets", { HostedZoneId: zone });
      expect(
        records
          .filter(({ Type }: any) => Type === "A")
          .map(({ Name, SetIdentifier, Weight }: any) => `${Name} ${SetIdentifier} ${Weight}`)
          .sort(),
      ).toEqual(HOSTS.flatMap((host) => [`${host}. active 0`, `${host}. other 100`]).sort());
    });
  },
);
