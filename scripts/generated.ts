import { exportModule } from "../modules/kit/export";
import { propsSource } from "../modules/kit/props-source";
import { catalogue } from "../modules/catalogue";

/** Every generated file: path from the repository's root to content. */
export function generated(): Map<string, string> {
  const files = new Map<string, string>();
  for (const module of catalogue) {
    const { name } = module.definition;
    if (name !== "switchyard-ecs") files.set(`modules/${name}/props.ts`, propsSource(module.definition));
    for (const [file, content] of Object.entries(exportModule(module))) files.set(`terraform/${name}/${file}`, content);
  }
  return files;
}
