// Generated from the module's inputs by `npm run generate`; edit those.
import type { IResolvable } from "cdktf";

/** How many tasks services have now, of those that exist. */
export interface TaskCountsProps {
  /** The cluster, by name. */
  readonly clusterName: string;

  /**
   * Service to its name in ECS, known at plan; it may not exist.
   *
   * @default {}
   */
  readonly services?: { readonly [name: string]: string } | IResolvable;

  /** A tag that the services carry: AWS lists only what is tagged. */
  readonly tag: TaskCountsTagProps | IResolvable;
}

/** A tag that the services carry: AWS lists only what is tagged. */
export interface TaskCountsTagProps {
  /** The tag's key. */
  readonly key: string;

  /** Its value. */
  readonly value: string;
}
