/** The journal of changes: what each call made of the world, so that every state in between can be had again. */
import { appendFileSync } from "node:fs";
import type { World, WorldObject } from "./world";

/** What was called. */
export interface Change {
  readonly operation: "create" | "update" | "delete";
  readonly type: string;
  readonly name?: string;
  readonly id?: string;
}

/** One line of the journal. An object that a call changed beside its own, such as what Express Mode makes, is in it too. */
export interface JournalEntry extends Change {
  /** Objects that are new or not what they were. */
  readonly put: readonly WorldObject[];
  /** Objects that are gone. */
  readonly removed: readonly Pick<WorldObject, "type" | "id">[];
}

/** Looks at the world before a change; what is returned is called after it, and writes the line. */
export type Journal = (world: World, about: Change) => () => void;

/** A writer of the journal; none without a file. */
export function journalIn(file: string | undefined): Journal | undefined {
  if (!file) return undefined;
  return (world, about) => {
    const before = texts(world);
    return () => appendFileSync(file, `${JSON.stringify({ ...about, ...difference(before, world) })}\n`);
  };
}

const keyOf = ({ type, id }: Pick<WorldObject, "type" | "id">): string => `${type} ${id}`;

/** Every object as text: models change objects in place. */
function texts(world: World): Map<string, { readonly object: WorldObject; readonly text: string }> {
  return new Map(world.objects().map((object) => [keyOf(object), { object, text: JSON.stringify(object) }]));
}

function difference(before: ReturnType<typeof texts>, world: World): Pick<JournalEntry, "put" | "removed"> {
  const after = texts(world);
  return {
    put: [...after].flatMap(([key, { object, text }]) => (before.get(key)?.text === text ? [] : [object])),
    removed: [...before].flatMap(
      ([
        key,
        {
          object: { type, id },
        },
      ]) => (after.has(key) ? [] : [{ type, id }]),
    ),
  };
}
