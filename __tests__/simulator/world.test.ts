import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { conform } from "../../simulator/schema/shape";
import { UNKNOWN, isKnown, same } from "../../simulator/values";
import { AwsError } from "../../simulator/world/errors";
import { zoneId } from "../../simulator/world/network";
import { passes } from "../../simulator/world/queries";
import { WorldStore } from "../../simulator/world/store";

describe("the world's file", () => {
  const dir = mkdtempSync(join(tmpdir(), "switchyard-"));
  afterAll(() => rmSync(dir, { recursive: true }));

  it("is shared: what one store writes the other reads", () => {
    const [one, two] = [new WorldStore(join(dir, "shared.json")), new WorldStore(join(dir, "shared.json"))];
    one.change((world) => world.put({ type: "aws_vpc", id: "vpc-1", state: {} }));
    expect(two.read().get("aws_vpc", "vpc-1")).toBeDefined();
    two.change((world) => world.remove("aws_vpc", "vpc-1"));
    expect(one.read().all("aws_vpc")).toEqual([]);
  });

  it("keeps nothing of a change that fails", () => {
    const store = new WorldStore(join(dir, "failed.json"));
    store.change((world) => world.put({ type: "aws_vpc", id: "vpc-1", state: { cidr_block: "10.0.0.0/16" } }));
    const fail = (): void =>
      store.change((world) => {
        world.get("aws_vpc", "vpc-1")!.state["cidr_block"] = "changed";
        throw new AwsError("EC2: ModifyVpc", "Refused", "no");
      });
    expect(fail).toThrow("no");
    expect(store.read().get("aws_vpc", "vpc-1")!.state["cidr_block"]).toBe("10.0.0.0/16");
  });

  it("gives an object made again another seed, and one of a fresh world the same", () => {
    const seeds = (name: string): string[] => {
      const store = new WorldStore(join(dir, name));
      return [
        store.change((world) => world.newSeed("aws_vpc 10.0.0.0/16")),
        store.change((world) => world.newSeed("aws_vpc 10.0.0.0/16")),
      ];
    };
    const [first, again] = seeds("a.json");
    expect(again).not.toBe(first);
    expect(seeds("b.json")).toEqual([first, again]);
  });
});

describe("values", () => {
  it("are compared deeply; unknown equals only unknown", () => {
    expect(same({ a: [1, { b: null }] }, { a: [1, { b: null }] })).toBe(true);
    expect(same({ a: [1] }, { a: [1, 2] })).toBe(false);
    expect(same(UNKNOWN, UNKNOWN)).toBe(true);
    expect(same(UNKNOWN, {})).toBe(false);
    expect(isKnown({ a: ["b", { c: UNKNOWN }] })).toBe(false);
  });

  it("are brought into the shape of their schema", () => {
    const block = {
      attributes: {
        name: { type: "string" as const },
        pairs: { type: ["list", ["object", { a: "string", b: "number" }]] as const },
      },
      block_types: {
        many: { nesting_mode: "list" as const, block: { attributes: { x: { type: "bool" as const } } } },
        one: { nesting_mode: "single" as const, block: {} },
      },
    };
    expect(conform(block, { pairs: [{ a: "1" }], many: [{}], gone: true })).toEqual({
      name: null,
      pairs: [{ a: "1", b: null }],
      many: [{ x: null }],
      one: null,
    });
  });
});

describe("filters", () => {
  const table = { type: "aws_route_table", id: "rtb-1", state: { tags_all: { Name: "public" } } };
  const filter = (name: string, ...values: string[]): boolean =>
    passes({ filter: [{ name, values }] }, table, { "route.gateway-id": () => ["local", "igw-0123"] });

  it("know wildcards and tags", () => {
    expect(filter("route.gateway-id", "igw-*")).toBe(true);
    expect(filter("route.gateway-id", "igw-?")).toBe(false);
    expect(filter("tag:Name", "pub*", "private")).toBe(true);
    expect(() => filter("owner-id", "1")).toThrow(/'owner-id' is not simulated. Known: route.gateway-id, tag:<key>/);
  });
});

it("zone ids are short forms of zone names", () => {
  expect(["us-east-1a", "eu-central-1c", "ap-southeast-2b"].map(zoneId)).toEqual(["use1-az1", "euc1-az3", "apse2-az2"]);
});
