/**
 * The encoded schema, kept in a file: terraform asks for it in a process of its own, which then needs neither the schema nor
 * the codec. That process is the reason why this module imports nothing of the provider.
 */
import { mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** What `encode()` returned for this state of the schema file; it is called when that is not known yet. */
export function cachedSchema(schemaFile: string, folder: string, provider: string, encode: () => Buffer): Buffer {
  const { mtimeMs, size } = statSync(schemaFile);
  const file = join(folder, `${provider}-${size}-${Math.round(mtimeMs)}.bin`);
  try {
    return readFileSync(file);
  } catch {
    const answer = encode();
    mkdirSync(folder, { recursive: true });
    writeFileSync(`${file}.${process.pid}`, answer);
    renameSync(`${file}.${process.pid}`, file);
    return answer;
  }
}
