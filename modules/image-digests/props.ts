// Generated from the module's inputs by `npm run generate`; edit those.
import type { IResolvable } from "cdktf";

/** The digests that tags in private repositories of ECR stand for, read when Terraform plans. */
export interface ImageDigestsProps {
  /**
   * Images with a tag in a private repository of ECR, by any name.
   *
   * @default {}
   * @example {"api":"123456789012.dkr.ecr.us-east-1.amazonaws.com/api:stable"}
   */
  readonly images?: { readonly [name: string]: string } | IResolvable;
}
