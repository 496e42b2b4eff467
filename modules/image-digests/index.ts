import { DataAwsEcrImage } from "@cdktf/provider-aws/lib/data-aws-ecr-image";
import { DataAwsRegion } from "@cdktf/provider-aws/lib/data-aws-region";
import { TerraformLocal } from "cdktf";
import { Construct } from "constructs";
import { forEach } from "../kit/each";
import { hcl, raw, text } from "../kit/hcl";
import { countIf, inputsOf, Module } from "../kit/module";
import { ecrPartsHcl } from "../spec/images";
import { definition } from "./inputs";
import type { ImageDigestsProps } from "./props";

/** Images by their digests instead of their tags. A plan reads what each tag stands for now. */
export class ImageDigests extends Module {
  static readonly definition = definition;
  readonly outputs;

  constructor(scope: Construct, id: string, props: ImageDigestsProps) {
    super(scope, id);
    const { images } = inputsOf(this, definition, props);

    const region = new DataAwsRegion(this, "current", { count: countIf(hcl`length(${images}) > 0`) });
    const parts = new TerraformLocal(
      new Construct(this, "~local"),
      "parts",
      hcl`{ for name, image in ${images} : name => zipmap(["registry", "region", "repository", "tag"], ${raw(ecrPartsHcl("image"))}) }`,
    ).expression;
    const part = (name: string) => text`${parts}[each.key].${raw(name)}`;
    const image = new DataAwsEcrImage(this, "this", {
      forEach: forEach(hcl`${images}`),
      registryId: part("registry"),
      repositoryName: part("repository"),
      imageTag: part("tag"),
    });

    const here = hcl`try(${region.fqn}[0].id, "")`;
    const elsewhere = hcl`[for name, part in ${parts} : ${images}[name] if part.region != ${here}]`;
    this.outputs = {
      images: {
        value: hcl`{ for name, image in ${images} : name => "\${trimsuffix(image, ":\${${parts}[name].tag}")}@\${${image.fqn}[name].image_digest}" }`,
        description: "The same images by digest, `<repository>@sha256:…`.",
        // Not a precondition of the look-up, which would put the look-up off whenever something else changes.
        preconditions: [
          {
            condition: hcl`length(${elsewhere}) == 0`,
            errorMessage: text`"\${join(", ", ${elsewhere})}: not in the provider's region, \${${here}}, where digests are looked up. Replicate the repository, or write the digest into image and leave resolve_image_digest out."`,
          },
        ],
      },
    };
  }
}
