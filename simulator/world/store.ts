/** Keeps the world in a JSON file that several provider processes share. */
import { closeSync, mkdirSync, openSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { World, type WorldData } from "./world";

/** How long to wait for another process that writes. After that its lock counts as left over. */
const LOCK_TIMEOUT_MS = 10_000;

export class WorldStore {
  private world = new World();
  private version = "";

  constructor(readonly file: string) {}

  /** The world as it is now; the file is read only when it has changed. */
  read(): World {
    const version = this.fileVersion();
    if (version !== this.version) {
      this.world = version === "" ? new World() : new World(JSON.parse(readFileSync(this.file, "utf8")) as WorldData);
      this.version = version;
    }
    return this.world;
  }

  /** Changes the world and writes it. When `change` throws, nothing is written and the world is read anew. */
  change<T>(change: (world: World) => T): T {
    this.lock();
    try {
      const result = change(this.read());
      this.write();
      return result;
    } catch (error) {
      this.version = "discarded";
      throw error;
    } finally {
      rmSync(`${this.file}.lock`, { force: true });
    }
  }

  /** A rename makes a new file, so its inode and time tell whether it is the one that was read. */
  private fileVersion(): string {
    const found = statSync(this.file, { throwIfNoEntry: false });
    return found ? `${found.ino} ${found.mtimeMs} ${found.size}` : "";
  }

  private write(): void {
    const temporary = `${this.file}.${process.pid}`;
    writeFileSync(temporary, JSON.stringify(this.world));
    renameSync(temporary, this.file);
    this.version = this.fileVersion();
  }

  private lock(): void {
    mkdirSync(dirname(this.file), { recursive: true });
    const deadline = Date.now() + LOCK_TIMEOUT_MS;
    for (;;) {
      try {
        return closeSync(openSync(`${this.file}.lock`, "wx"));
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
        if (Date.now() > deadline) rmSync(`${this.file}.lock`, { force: true });
        else Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 2);
      }
    }
  }
}
