import type { IResolvable } from "cdktf";
import { hcl } from "../kit/hcl";
import type { ModuleCall } from "../kit/module";

/** The services on Express Mode, by whichever resource. */
export class ExpressServices {
  constructor(
    readonly byProvider: ModuleCall,
    readonly byStack: ModuleCall,
  ) {}

  /** Service to an output that both modules have. */
  outputs(name: string): IResolvable {
    return hcl`merge(${this.byProvider.outputs(name)}, ${this.byStack.outputs(name)})`;
  }
}
