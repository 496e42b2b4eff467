import { groupsOf, ofGroup, type Place, placeOf } from "./place";
import type { Plan, ResourceChange } from "./plan";

/** What happens to a resource. */
export const ACTIONS = ["create", "update", "replace", "delete", "forget", "no-op"] as const;
export type Action = (typeof ACTIONS)[number];

/** A resource's change, with its place. */
export interface Change {
  readonly address: string;
  readonly type: string;
  readonly action: Action;
  readonly place: Place;
  /** It is there already, and is taken into the state. */
  readonly imported: boolean;
  /** An object of it is there that was never finished. */
  readonly tainted: boolean;
  readonly before: Readonly<Record<string, unknown>>;
  readonly after: Readonly<Record<string, unknown>>;
  /** Which values of it only the apply produces. */
  readonly unknown: Readonly<Record<string, unknown>>;
}

/** Every managed resource of a plan. */
export function changesOf(plan: Plan): Change[] {
  const managed = plan.resource_changes.filter(({ mode }) => mode === "managed");
  const groups = groupsOf(
    managed.map(({ address }) => address),
    plan.configuration.root_module,
  );
  return managed.map((each) => ({
    address: each.address,
    type: each.type,
    action: actionOf(each),
    place: placeOf(each.address, each.type, groups),
    imported: each.change.importing != null,
    tainted: each.action_reason === "replace_because_tainted",
    before: each.change.before ?? {},
    after: each.change.after ?? {},
    unknown: each.change.after_unknown ?? {},
  }));
}

/** A resource as it stands on one side of a plan. */
export type Standing = Pick<Change, "type" | "address" | "place" | "unknown"> & { readonly values: Change["before"] };

/** What stands before, and what after. */
export const sidesOf = (changes: readonly Change[]): { before: Standing[]; after: Standing[] } => ({
  before: changes
    .filter(({ action }) => action !== "create")
    .map((change) => ({ ...change, values: change.before, unknown: {} })),
  after: changes
    .filter(({ action }) => action !== "delete" && action !== "forget")
    .map((change) => ({ ...change, values: change.after })),
});

/** The changes of each group, apart from each other's and from what is not Switchyard's. */
export function byGroup<Placed extends Pick<Change, "place">>(
  changes: readonly Placed[],
): [group: string, changes: Placed[]][] {
  const of = ({ place }: Placed) => (place.kind === "other" ? undefined : place.group);
  const groups = [...new Set(changes.map(of))].filter((group) => group !== undefined);
  return groups.map((group) => [group, changes.filter((change) => of(change) === group)]);
}

function actionOf({ change: { actions } }: ResourceChange): Action {
  if (actions.includes("create") && actions.includes("delete")) return "replace";
  return ACTIONS.find((action) => (actions as readonly string[]).includes(action)) ?? "no-op";
}

/** A line of the summary: a service on a track, a front door, a shared part, or the rest. */
export interface Line {
  readonly place: Place;
  readonly title: string;
  readonly counts: Readonly<Record<Action, number>>;
  /** How many of them are imported, whatever else happens to them. */
  readonly imports: number;
}

/** The changes by place, services first. */
export function linesOf(changes: readonly Change[]): Line[] {
  const titles = [...new Set(changes.map(({ place }) => titleOf(place)))];
  return titles
    .map((title) => ({ title, members: changes.filter(({ place }) => titleOf(place) === title) }))
    .map(({ title, members }) => ({
      title,
      place: members[0]?.place ?? { kind: "other" as const },
      counts: Object.fromEntries(
        ACTIONS.map((action) => [action, members.filter((member) => member.action === action).length]),
      ) as Record<Action, number>,
      imports: members.filter(({ imported }) => imported).length,
    }))
    .sort((a, b) => ORDER[a.place.kind] - ORDER[b.place.kind] || (a.title < b.title ? -1 : 1));
}

const ORDER: Readonly<Record<Place["kind"], number>> = { service: 0, front: 1, between: 2, shared: 3, other: 4 };

const titleOf = (place: Place): string =>
  place.kind === "other" ? "not of Switchyard" : ofGroup(place.group, titleInGroup(place));

function titleInGroup(place: Exclude<Place, { kind: "other" }>): string {
  switch (place.kind) {
    case "service":
      return `${place.service} on ${place.track}`;
    case "front":
      return `front door of ${place.track}`;
    case "between":
      return `Service Connect of ${place.track}`;
    case "shared":
      return `shared: ${place.part.replaceAll("_", " ")}`;
  }
}
