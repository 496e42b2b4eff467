import { join } from "node:path";
import { packageRoot } from "../modules/kit/package-root";

/** The schema of the simulated types. */
export const schemaFile = (): string => join(packageRoot(), "simulator", "schema.json");
