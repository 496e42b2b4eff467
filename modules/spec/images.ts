import { z } from "zod";
import { both } from "../kit/capability";

/**
 * What an image's name tells, for both languages: the one place that takes it apart.
 *
 * The tag stands behind the last slash, so that the port of a registry is not taken for one.
 *
 * @see https://github.com/distribution/reference/blob/main/reference.go (read 2026-11-21)
 */
const FLOATING = "(^|/)[^/:@]+(:latest)?$";

/**
 * A private repository of ECR with a tag: registry, region, repository, tag. FIPS and dual-stack host names too.
 *
 * @see https://docs.aws.amazon.com/general/latest/gr/ecr.html (read 2026-11-21)
 */
const ECR =
  "^([0-9]{12})[.]dkr[.-]ecr(?:-fips)?[.]([a-z0-9-]+)[.](?:amazonaws[.]com(?:[.]cn)?|on[.](?:aws|amazonwebservices[.]com[.]cn))/([a-z0-9][a-z0-9._/-]*):([A-Za-z0-9_][A-Za-z0-9_.-]{0,127})$";

/** Whether the image is another one whenever somebody pushes: no digest, and no tag or `latest`. */
export const floats = (image: string): boolean => new RegExp(FLOATING).test(image);

/** HCL for the same. */
export const floatsHcl = (image: string): string => `can(regex(${JSON.stringify(FLOATING)}, ${image}))`;

/** A tag in a private repository of ECR. */
export const ECR_TAG = new RegExp(ECR);

/** HCL for `[registry, region, repository, tag]` of such an image; an error of any other. */
export const ecrPartsHcl = (image: string): string => `regex(${JSON.stringify(ECR)}, ${image})`;

export const resolveImageDigest = z.boolean().default(false).meta({
  description:
    "Whether a plan asks ECR which image the tag stands for, and runs that one by its digest: a tag that was moved is then one planned change, and an apply deploys it. Private repositories of ECR in the provider's region. Whoever plans needs `ecr:DescribeImages` and `ecr:DescribeRepositories`.",
  capability: both,
  source: "https://docs.aws.amazon.com/AmazonECR/latest/APIReference/API_DescribeImages.html",
});
