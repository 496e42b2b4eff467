/** Measured: an app with one group of services. The argument is how many; without it, the reference input. */
import { AwsProvider } from "@cdktf/provider-aws/lib/provider";
import { App, TerraformStack } from "cdktf";
import { Switchyard } from "../../modules/switchyard/switchyard";
import { propsOf } from "./props";

const app = new App();
const stack = new TerraformStack(app, "bench");
new AwsProvider(stack, "aws", { region: "us-east-1" });
new Switchyard(stack, "shop", propsOf(process.argv[2]));
app.synth();
