import { z } from "zod";
import type { ModuleDefinition } from "../kit/module";
import { ECR_TAG } from "../spec/images";

export const definition: ModuleDefinition = {
  name: "image-digests",
  summary: "The digests that tags in private repositories of ECR stand for, read when Terraform plans",
  provider: "any",
  inputs: z.strictObject({
    images: z
      .record(
        z.string(),
        z.string().regex(ECR_TAG).meta({
          why: "it is no tag in a private repository of ECR",
          fix: "Write <account>.dkr.ecr.<region>.amazonaws.com/<repository>:<tag>",
          reference: true,
        }),
      )
      .default({})
      .meta({
        description: "Images with a tag in a private repository of ECR, by any name.",
        example: { api: "123456789012.dkr.ecr.us-east-1.amazonaws.com/api:stable" },
      }),
  }),
};
