import { join } from "node:path";
import { AwsProvider } from "@cdktf/provider-aws/lib/provider";
import { LocalBackend, TerraformOutput, TerraformVariable } from "cdktf";
import { Construct } from "constructs";
import { type Mode, MODES } from "../modules/kit/capability";
import { declareVariables, requirements } from "../modules/kit/export";
import { ModuleCall } from "../modules/kit/module";
import { packageRoot } from "../modules/kit/package-root";
import { camelCase, schemaOf } from "../modules/kit/schema";
import { ReadableStack } from "../modules/kit/stack";
import { definition, plainDefinition } from "../modules/switchyard/inputs";
import { OUTPUTS } from "../modules/switchyard/outputs";
import { modulePath } from "../modules/switchyard/switchyard";

export interface SwitchyardStackProps {
  /**
   * The tracks to emit. `["ecs"]` plans on provider versions that do not know Express Mode.
   *
   * @default ["express", "ecs"]
   */
  readonly tracks?: readonly Mode[];
  /**
   * Where the state is kept: a file beside the stack, or HCP Terraform, whose organization and workspace come from
   * `TF_CLOUD_ORGANIZATION` and `TF_WORKSPACE`.
   *
   * @default "local"
   */
  readonly state?: "local" | "cloud";
  /**
   * The module's source.
   *
   * @default - the module in this package, relative to the stack's folder
   */
  readonly source?: string;
}

/** A root that takes the whole input as Terraform variables, so that `mode` is one of them. */
export class SwitchyardStack extends ReadableStack {
  constructor(scope: Construct, id: string, props: SwitchyardStackProps = {}) {
    super(scope, id);
    const module = (props.tracks ?? MODES).includes("express") ? definition : plainDefinition;

    this.addOverride("terraform", requirements(module));
    this.keepState(props.state ?? "local");

    const variables = new Construct(this, "~var");
    const region = new TerraformVariable(variables, "region", {
      type: "string",
      description: "The AWS region. Left out: the environment's (AWS_REGION).",
    });
    region.addOverride("default", null);
    new AwsProvider(this, "~provider", { region: region.stringValue });

    const inputs = declareVariables(variables, module, false);
    const call = new ModuleCall(this, "switchyard", {
      source: props.source ?? modulePath(this, join(packageRoot(), "terraform", module.name)),
      skipAssetCreationFromLocalModules: true,
      variables: Object.fromEntries(
        Object.keys(schemaOf(module.inputs).properties).map((name) => [name, inputs[camelCase(name)]]),
      ),
    });

    const outputs = new Construct(this, "~out");
    for (const [name, description] of Object.entries(OUTPUTS)) {
      new TerraformOutput(outputs, name, { value: call.output(name), description, staticId: true });
    }
  }

  private keepState(where: "local" | "cloud"): void {
    if (where === "local") {
      new LocalBackend(this, { path: "terraform.tfstate" });
      return;
    }
    this.addOverride("terraform.cloud", {});
    this.addOverride("terraform.backend", undefined); // cdktf would add a local one
  }
}
