import { ECR_TAG, ecrPartsHcl } from "../images";
import type { InputRule } from "../input";
import { eachService } from "./each-service";

/** A digest is looked up where Terraform has a data source for it. */
export const images: InputRule[] = [
  {
    ...eachService({
      say: (name, image: string) => ({
        path: `services.${name}.resolve_image_digest`,
        got: "true",
        why: `a digest is looked up for a tag in a private repository of ECR, and image is ${image}`,
        fix: "Write <account>.dkr.ecr.<region>.amazonaws.com/<repository>:<tag>, or leave resolve_image_digest out and write the digest into image",
      }),
      bad: ({ service }) =>
        service.resolve_image_digest && !ECR_TAG.test(service.image) ? [[JSON.stringify(service.image)]] : [],
      plan: {
        quote: ["${jsonencode(s.image)}"],
        when: `s.resolve_image_digest && !can(${ecrPartsHcl("s.image")})`,
      },
    }),
    reference: true,
  },
];
