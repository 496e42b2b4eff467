import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { run } from "../../simulator/cli";
import { installSimulator } from "../../simulator/install";

describe("installing", () => {
  const dir = mkdtempSync(join(tmpdir(), "it's here-"));
  afterAll(() => rmSync(dir, { recursive: true }));

  it("prints variables that a shell can read", () => {
    const lines = run(["env", "--dir", dir, "--real", "/opt/real", "--own", "aws_lb,data.aws_lb"]).split("\n");
    expect(lines).toContain(`export TF_CLI_CONFIG_FILE='${dir.replace("'", "'\\''")}/cli.tfrc'`);
    expect(lines).toContain("export SWITCHYARD_SIMULATOR_REAL='/opt/real'");
    expect(lines).toContain("export SWITCHYARD_SIMULATOR_OWN='aws_lb,data.aws_lb'");
  });

  it("refuses other commands with the usage", () => {
    expect(() => run(["start"])).toThrow(/^usage: cli.js env/);
    expect(() => run(["env", "--wrong"])).toThrow(/--wrong/);
  });

  it("writes the same launcher in every folder, for both registries, so lock files stay valid", () => {
    const other = mkdtempSync(join(tmpdir(), "switchyard-"));
    try {
      const launcher = (folder: string, registry: string): string => {
        const { env } = installSimulator({ dir: folder });
        expect(readFileSync(env["TF_CLI_CONFIG_FILE"]!, "utf8")).toContain(
          `path = ${JSON.stringify(join(folder, "mirror"))}`,
        );
        const platform = `linux_${process.arch === "x64" ? "amd64" : process.arch}`;
        return readFileSync(
          join(folder, "mirror", registry, "hashicorp", "aws", "6.66.0", platform, "terraform-provider-aws_v6.66.0_x5"),
          "utf8",
        );
      };
      if (process.platform === "linux")
        expect(launcher(dir, "registry.terraform.io")).toBe(launcher(other, "registry.opentofu.org"));
    } finally {
      rmSync(other, { recursive: true });
    }
  });
});
