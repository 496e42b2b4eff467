import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Workspace } from "../../simulator/testing";
import type { JournalEntry } from "../../simulator/world/journal";
import { World } from "../../simulator/world/world";
import { itTerraform } from "./needs";

jest.setTimeout(120_000);

const ROOT = `
provider "aws" { region = "us-east-1" }
resource "aws_iam_role" "this" {
  name               = "role"
  assume_role_policy = "{}"
}
resource "aws_ecs_express_gateway_service" "this" {
  service_name            = "web"
  execution_role_arn      = aws_iam_role.this.arn
  infrastructure_role_arn = aws_iam_role.this.arn
  primary_container { image = "nginx" }
}
`;

describe("the journal", () => {
  let current: Workspace | undefined;
  afterEach(() => current?.remove());

  itTerraform(
    "leads from the world before to the world after, call by call, with what AWS made and took beside them",
    () => {
      const workspace = (current = new Workspace({ "main.tf": ROOT }));
      const file = join(workspace.dir, "journal.jsonl");
      const env = { SWITCHYARD_SIMULATOR_JOURNAL: file };
      workspace.init();
      workspace.must(["apply", "-auto-approve"], env);
      workspace.must(["destroy", "-auto-approve"], env);
      const lines = readFileSync(file, "utf8").trim().split("\n");
      const entries = lines.map((line) => JSON.parse(line) as JournalEntry);
      expect(entries.map(({ operation, type }) => `${operation} ${type}`)).toEqual([
        "create aws_iam_role",
        "create aws_ecs_express_gateway_service",
        "delete aws_ecs_express_gateway_service",
        "delete aws_iam_role",
      ]);
      expect(entries[1]!.put.map(({ type }) => type)).toContain("aws_lb");
      expect(entries[2]!.removed.map(({ type }) => type)).toContain("aws_lb");
      const world = new World();
      for (const { put, removed } of entries) {
        for (const object of put) world.put(object);
        for (const { type, id } of removed) world.remove(type, id);
      }
      expect(world.objects()).toEqual(workspace.world().objects);
    },
  );

  itTerraform("is not written unless it is asked for", () => {
    const workspace = (current = new Workspace({
      "main.tf": 'resource "aws_iam_role" "this" { assume_role_policy = "{}" }',
    }));
    workspace.init();
    workspace.apply();
    expect(existsSync(join(workspace.dir, "journal.jsonl"))).toBe(false);
  });
});
