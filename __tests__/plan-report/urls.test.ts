import { markdown } from "../../plan-report/render/markdown";
import { terminal } from "../../plan-report/render/terminal";
import { anywhere, group, reportOn, type Values } from "./plan";

const service = (path: string, name: string) =>
  anywhere(`${path}.module.ecs["${name}"].aws_ecs_service.this`, STANDS, STANDS);
const STANDS = {};

const reported = (outputs: Values, paths = ["module.shop"]) =>
  reportOn({
    resource_changes: paths.flatMap((path) => [...group(path), service(path, "api"), service(path, "worker")]),
    output_changes: outputs,
  });
const urls = (outputs: Values, paths?: string[]) => reported(outputs, paths).urls;

const SAME = { before: { api: "https://api.example.com" }, after: { api: "https://api.example.com" } };
const MOVED = { before: { api: "https://a.on.aws" }, after: {}, after_unknown: { api: true } };

describe("the public URLs that change", () => {
  it("are those of the output urls, not those of Express Mode or of a standby", () => {
    const gone = { before: { api: "https://a.on.aws" }, after: {} };
    expect(urls({ express_urls: gone, standby_urls: gone, shop_express_urls: gone, urls: SAME })).toEqual([]);
  });

  it("are known after the apply where the output says so, and nowhere else: a private service has none", () => {
    expect(urls({ urls: MOVED })).toEqual([
      { service: "api", before: "https://a.on.aws", after: "known after the apply" },
    ]);
  });

  it("are read from an output with the whole module in it", () => {
    expect(
      urls({ shop: { before: { urls: SAME.before }, after: { urls: {} }, after_unknown: { urls: { api: true } } } }),
    ).toEqual([{ service: "api", before: "https://api.example.com", after: "known after the apply" }]);
  });

  it("are not those of another map of URLs", () => {
    expect(urls({ queue_urls: { before: { mail: "https://sqs/1" }, after: {} }, urls: SAME })).toEqual([]);
  });

  it("are each group's", () => {
    expect(urls({ bank_urls: SAME, shop_urls: MOVED }, ["module.shop", "module.bank"])).toEqual([
      { service: "shop: api", before: "https://a.on.aws", after: "known after the apply" },
    ]);
  });

  it("are said not to be told, once, by a root without such an output", () => {
    const untold = reported({ load_balancer_arns: { before: {}, after: {} } });
    expect(untold.urls).toBeNull();
    for (const text of [markdown(untold), terminal(untold)])
      expect(text.match(/The root has no output `urls`/g)).toHaveLength(1);
  });

  it("of an output that is not known at all are said to be so", () => {
    expect(urls({ urls: { before: null, after_unknown: true } })).toEqual([
      { service: "every public service", before: null, after: "known after the apply" },
    ]);
  });
});
