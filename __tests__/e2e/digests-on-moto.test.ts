import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { installRealProvider, type Moto, provider, startMoto } from "../support/moto";
import { Root } from "../support/root";
import { describeWith, moto as motoTool, realProvider, terraform } from "../support/tools";

jest.setTimeout(300_000);

const REPOSITORY = "123456789012.dkr.ecr.us-east-1.amazonaws.com/team/api";
const MAIN = `
${provider()}
variable "tag" { default = "stable" }
module "image_digests" {
  source = "\${modules}/image-digests"
  images = { api = "${REPOSITORY}:\${var.tag}" }
}
output "image" { value = module.image_digests.images.api }
`;

describeWith(
  "digests of tags in ECR, on the real provider and moto",
  [terraform, realProvider, motoTool],
  (engine, binary, python) => {
    let aws: Moto;
    let root: Root;
    let folder: string;
    beforeAll(async () => {
      aws = await startMoto(python as string, 280);
      folder = mkdtempSync(join(tmpdir(), "switchyard-provider-"));
      const env = {
        TF_CLI_CONFIG_FILE: installRealProvider(folder, binary as string),
        AWS_ENDPOINT_URL: aws.endpoint,
      };
      root = new Root({ engine: engine as string, main: MAIN, env });
      aws.ask("ecr", "create_repository", { repositoryName: "team/api" });
    });
    afterAll(() => {
      root?.remove();
      aws?.stop();
      if (folder) rmSync(folder, { recursive: true, force: true });
    });

    /** Pushes an image under the tag; its digest as ECR says it. */
    const push = (content: string): string => {
      const imageManifest = JSON.stringify({
        schemaVersion: 2,
        mediaType: "application/vnd.docker.distribution.manifest.v2+json",
        config: { mediaType: "application/vnd.docker.container.image.v1+json", size: 1, digest: `sha256:${content}` },
        layers: [
          { mediaType: "application/vnd.docker.image.rootfs.diff.tar.gzip", size: 1, digest: `sha256:${content}` },
        ],
      });
      const pushed = { repositoryName: "team/api", imageManifest, imageTag: "stable" };
      return aws.ask("ecr", "put_image", pushed).image.imageId.imageDigest;
    };

    it("are what the tag stands for when Terraform plans, also after it was moved", () => {
      const first = push("1".repeat(64));
      root.apply();
      expect(root.outputs()["image"]).toBe(`${REPOSITORY}@${first}`);
      const second = push("2".repeat(64));
      expect(second).not.toBe(first);
      root.apply();
      expect(root.outputs()["image"]).toBe(`${REPOSITORY}@${second}`);
    });

    it("are an error at plan for a tag that nobody pushed", () => {
      const { ok, output } = root.run("plan", "-input=false", "-var=tag=missing");
      expect(ok).toBe(false);
      expect(output).toContain("reading ECR Images");
    });
  },
);
