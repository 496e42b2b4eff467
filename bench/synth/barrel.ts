/** Measured: the reference input with the provider imported through the package's one big index. */
import { provider } from "@cdktf/provider-aws";
import { App, TerraformStack } from "cdktf";
import { Switchyard } from "../../modules/switchyard/switchyard";
import { propsOf } from "./props";

const app = new App();
const stack = new TerraformStack(app, "bench");
new provider.AwsProvider(stack, "aws", { region: "us-east-1" });
new Switchyard(stack, "shop", propsOf(undefined));
app.synth();
