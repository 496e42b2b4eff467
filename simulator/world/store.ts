/** Keeps the world in a JSON file that several provider processes share. */
import { closeSync, mkdirSync, openSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { type Change, type Journal } from "./journal";
import { World, type WorldData } from "./world";

/** How long to wait for another process that writes. After that its lock counts as left over. */
const LOCK_TIMEOUT_MS = 10_000;

export class WorldStore {
  private world = new World();
  private version = "";

  /** With a journal, what each change has made of the world is written there. */
  constructor(
    readonly file: string,
    private readonly journal?: Journal,
  ) {}

  /** The world as it is now; the file is read only when it has changed. */
  read(): World {
    const version = this.fileVersion();
    if (version !== this.version) {
      this.world = version === "" ? new World() : new World(JSON.parse(readFileSync(this.file, "utf8")) as WorldData);
      this.version = version;
    }
    return this.world;
  }

  /**
   * Changes the world and writes it. When `change` throws, nothing is written and the world is read anew. The lock is
   * held until the journal has the change `about`, so its order is that of the changes.
   */
  change<T>(change: (world: World) => T, about?: Change): T {
    this.lock();
    try {
      const world = this.read();
      const note = about && this.journal?.(world, about);
      const result = change(world);
      this.write();
      note?.();
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
