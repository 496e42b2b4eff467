import type { Construct } from "constructs";
import type { Mode } from "../kit/capability";
import { hcl, raw } from "../kit/hcl";
import type { Placement } from "./placement";
import type { SwitchyardProps } from "./props";

/** The tag that names a service's group. */
export const GROUP_TAG = "ecs-switchyard:group";

/** What every part of a group knows: its input, who runs where, and how its services are called. */
export class Group {
  constructor(
    readonly scope: Construct,
    readonly input: Required<SwitchyardProps>,
    readonly place: Placement,
    /** The tracks that are emitted. */
    readonly tracks: readonly Mode[],
  ) {}

  /** What every workflow is made with. */
  get ofWorkflows() {
    const { logRetentionInDays, logKmsKeyArn, iamRolePath, permissionsBoundaryArn, tags } = this.input;
    return { logRetentionInDays, logKmsKeyArn, iamRolePath, permissionsBoundaryArn, tags };
  }

  /**
   * Both tracks of a service can stand side by side in one cluster: the track is part of the name. So is all else that
   * Express Mode settles when a service is made: its successor stands beside it, and no name is still taken. An adopted
   * service keeps its name on the track that it was adopted on.
   */
  serviceName(track: Mode, key: string) {
    const stack = hcl`\${contains(keys(${this.place.shared}), ${raw(key)}) ? "-stack" : ""}`;
    const hidden = hcl`\${${this.input.services}[${raw(key)}].public ? "" : "-private"}`;
    const settled = track === "express" ? hcl`${stack}${hidden}` : raw("");
    const kept = hcl`${this.input.services}[${raw(key)}].adopted`;
    const generation = hcl`${this.input.services}[${raw(key)}].generation`;
    const again = hcl`\${${generation} > 1 ? "-\${${generation}}" : ""}`;
    const own = hcl`"\${${this.input.name}}-\${${raw(key)}}-${raw(track)}${settled}${again}"`;
    return hcl`(try(${kept}.mode, null) == ${track} && ${generation} == 1 ? ${kept}.service_name : ${own})`;
  }

  /** With the group's name, by which its services are found. */
  serviceTags(): never {
    return hcl`merge(${this.input.tags}, { ${raw(JSON.stringify(GROUP_TAG))} = ${this.input.name} })` as never;
  }
}

/** A part of a group: the modules that it calls are the group's own. */
export abstract class Part {
  protected readonly scope: Construct;
  protected readonly input: Required<SwitchyardProps>;
  protected readonly place: Placement;

  constructor(protected readonly group: Group) {
    this.scope = group.scope;
    this.input = group.input;
    this.place = group.place;
  }
}
