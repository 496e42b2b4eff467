import { describe as inWords } from "../../modules/kit/problem";
import { withDefaults } from "../../modules/kit/resolve";
import { schemaOf } from "../../modules/kit/schema";
import { input } from "../../modules/spec/input";
import { inputProblems } from "../../modules/spec/validate";
import { badInputs, change, goodInput } from "../support/inputs";

const problems = (given: object): string[] => inputProblems(withDefaults(schemaOf(input), given)).map(inWords);

describe("the input, as TypeScript sees it", () => {
  it.each(["express", "ecs"])("is accepted when it is right, in mode %s", (mode) => {
    expect(problems({ ...goodInput, mode })).toEqual([]);
  });

  it("lets two services call each other", () => {
    expect(problems(change({ "services.api.connects_to": ["dashboard"] }))).toEqual([]);
  });

  it("takes the explicit opening", () => {
    expect(problems(change({ allowed_cidrs: ["0.0.0.0/0", "::/0"] }))).toEqual([]);
  });

  it("takes more blocks than the network ACL holds once that is given up in so many words", () => {
    const blocks = Array.from({ length: 30 }, (_, i) => `203.0.${i}.0/24`);
    expect(problems(change({ allowed_cidrs: blocks, "network.manage_network_acl": false }))).toEqual([]);
  });

  it.each([
    ["the largest task, whose proxy shares it", { service_connect: { proxy_cpu: 0, proxy_memory: 0 } }],
    ["the largest task, which has no proxy", { mode: "ecs" }],
  ])("takes %s", (_, members) => {
    const api = { ...goodInput.services.api, cpu: 32768, memory: 61440, mode: "ecs", ...members };
    const dashboard = { ...goodInput.services.dashboard, mode: "mode" in members ? "express" : "ecs" };
    expect(problems(change({ services: { api, dashboard } }))).toEqual([]);
  });

  it("takes gRPC behind a domain, and without one where no load balancer speaks it", () => {
    const grpc = { mode: "ecs", "services.api.app_protocol": "grpc" };
    expect(problems(change({ ...grpc, domain: { name: "example.com", zone: { id: "Z1" } } }))).toEqual([]);
    expect(problems(change({ ...grpc, "services.api.public": false }))).toEqual([]);
  });

  it("takes a domain on either track, and as many names on Express Mode as its rule has room for", () => {
    const domain = { name: "example.com", zone: { id: "Z1" } };
    const hosts = ["example.com", "www.example.com", "shop.example.com", "a.b.example.com"];
    for (const mode of ["express", "ecs"])
      expect(problems(change({ mode, domain, "services.api.host_names": hosts }))).toEqual([]);
  });

  it.each(badInputs)("refuses $title", ({ input: given, says }) => {
    const said = problems(given);
    for (const sentence of says) expect(said).toContainEqual(expect.stringContaining(sentence));
  });

  it("refuses a strategy that the plain track alone cannot promise on old providers, and says the way out", () => {
    const given = change({ mode: "ecs", "services.api.deployment_configuration": { strategy: "LINEAR" } });
    const said = inputProblems(withDefaults(schemaOf(input), given), ["ecs"]).map(inWords);
    expect(said).toEqual([
      'services.api.deployment_configuration.strategy = "LINEAR": the plain track by itself runs on AWS provider versions that know ROLLING alone. Use the module `switchyard`, which has both tracks, with provider 6.50 or newer.',
    ]);
    expect(problems(given)).toEqual([]);
  });

  it("never repeats what may be a secret", () => {
    expect(problems(change({ "services.api.secrets": { KEY: "hunter2" } })).join()).not.toContain("hunter2");
  });

  it("names an unknown option and the ones there are", () => {
    const given = change({ "services.api.imag": "x" });
    expect(problems(given)).toContainEqual(
      expect.stringMatching(/^services\.api\.imag: there is no such option\. The options here are .*image/),
    );
  });

  it("says what is missing", () => {
    expect(problems(change({ "services.api.image": undefined }))).toContainEqual(
      expect.stringContaining("services.api.image: it is missing"),
    );
  });
});
