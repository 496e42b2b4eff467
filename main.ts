import { App } from "cdktf";
import { SwitchyardStack } from "./stacks/switchyard-stack";

const app = new App();
new SwitchyardStack(app, "switchyard");
new SwitchyardStack(app, "switchyard-ecs", { tracks: ["ecs"] });
app.synth();
