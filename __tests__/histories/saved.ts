import { createHash } from "node:crypto";
import { idOf } from "../../simulator/provider/simulation";
import type { State } from "../../simulator/values";
import type { WorldData, WorldObject } from "../../simulator/world/world";
import { ONE_TRACK } from "../support/reference";
import { IMAGES, otherImage, THIRD } from "./configuration";
import type { Saved } from "./engine";

interface Instance {
  readonly address: string;
  readonly type: string;
  readonly deposed: boolean;
  readonly attributes: State;
}

/** The managed resources of an engine's state. */
function instancesOf({ state }: Saved): Instance[] {
  const { resources = [] } = JSON.parse(state || "{}") as { resources?: any[] };
  return resources
    .filter(({ mode }) => mode === "managed")
    .flatMap(({ module, type, name, instances }) =>
      instances.map(({ index_key: key, deposed, attributes }: any) => ({
        address: `${module ? `${module}.` : ""}${type}.${name}${key === undefined ? "" : `[${JSON.stringify(key)}]`}`,
        type,
        deposed: deposed !== undefined,
        attributes,
      })),
    );
}

/** Records beside the active one come and go with the origins. */
const BESIDE = /\.aws_route53_record\.beside_/;

/** Objects, as type and id, that belong to no track and, when the third service may go, not to that. */
export function sharedOf(saved: Saved, thirdStays: boolean): Set<string> {
  const stays = ({ address, type }: Instance) =>
    type.startsWith("aws_") &&
    ![ONE_TRACK, BESIDE].some((those) => those.test(address)) &&
    (thirdStays || !address.includes(THIRD));
  return new Set(
    instancesOf(saved)
      .filter(stays)
      .map(({ type, attributes }) => `${type} ${idOf(type, attributes)}`),
  );
}

/** What tells one account, and what the engine knows of it, from another: everything but generated ids and names. */
export function fingerprint(saved: Saved): string {
  const { objects } = JSON.parse(saved.world) as WorldData;
  const things = objects.map((object) => plain(JSON.stringify(withoutTurn(object)))).sort();
  const known = instancesOf(saved).map(({ address, deposed }) => `${address} ${deposed}`);
  return createHash("sha256")
    .update(JSON.stringify([things, known.sort()]))
    .digest("hex")
    .slice(0, 16);
}

/** Express Mode's own rules without their numbers, which they get as they come, and without which target group is live. */
const withoutTurn = ({ type, state, facts, origin }: WorldObject) =>
  type === "aws_lb_listener_rule" && origin
    ? [type, { ...state, action: null, priority: null }]
    : [type, state, facts ?? null];

/** Generated parts are long runs of hexadecimal digits, upper-case letters, or numbers. */
const plain = (text: string): string =>
  text
    .replace(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g, "#")
    .replace(/[0-9a-f]{8,}/g, "#")
    .replace(/\b[A-Z0-9]{13,}\b/g, "#")
    .replace(/(?<=task-definition\/[\w-]+:)\d+/g, "#")
    .replace(/(?<="revision":)\d+/g, "#")
    .replace(/(?<=service-revision\/[\w/-]+\/)\d+/g, "#")
    .replace(/(?<=nacl-|app\/|-)\d{6,}/g, "#");

/**
 * The same with each image in the other's place. Nothing that is applied looks into an image's tag, so what holds for an
 * update from one to the other holds for the way back.
 */
export const withImagesSwapped = (text: string): string => text.replace(TAG, otherImage);

const TAG = new RegExp(`(?<=nginx:)(${IMAGES.map((tag) => tag.replace(".", "\\.")).join("|")})`, "g");
