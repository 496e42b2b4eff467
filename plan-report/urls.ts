import { byGroup, type Change } from "./changes";
import { ofGroup } from "./place";
import type { Plan } from "./plan";

/** A service's public URL, before and after. */
export interface UrlChange {
  readonly service: string;
  readonly before: string | null;
  /** Null when it goes; "known after the apply" when the apply alone tells it. */
  readonly after: string | null;
}

/** What an output says of the URLs of a group. */
interface Told {
  readonly before: Values;
  readonly after: Values;
  /** The services whose URL the apply alone tells; `true` for an output of which nothing is known. */
  readonly unknown: Values | true;
}

type Values = Readonly<Record<string, unknown>>;
type OutputChange = Plan["output_changes"][string];

const AFTER_APPLY = "known after the apply";
const EVERY_SERVICE = "every public service";

/** Said in place of the URLs where the root has no output of them. */
export const URLS_UNTOLD = "The root has no output `urls`, so the plan does not tell which public URLs change.";

/** Outputs by the name of the module's own, or that end in it. Those of Express Mode and of a standby tell other URLs. */
const URLS = /^(?:.*_)?urls$/;
const OTHER_URLS = /^(?:.*_)?(?:express|standby)_urls$/;

/** The URLs that change, by what the root's outputs tell; undefined where there are services and no output tells any. */
export function urlsOf(plan: Plan, changes: readonly Change[]): UrlChange[] | undefined {
  const services = new Set(changes.flatMap(({ place }) => (place.kind === "service" ? [place.service] : [])));
  const several = byGroup(changes).length > 1;
  const told = Object.entries(plan.output_changes).flatMap(([name, change]) => {
    const each = toldBy(name, change);
    const label = several ? name.replace(/_?urls$/, "") : "";
    return each && isAbout(services, each) ? [{ label, each }] : [];
  });
  if (services.size && !told.length) return undefined;
  const urls = told.flatMap(({ label, each }) =>
    changedIn(each).map((url) => ({ ...url, service: ofGroup(label, url.service) })),
  );
  return [...new Map(urls.map((url) => [url.service, url])).values()].sort((a, b) => (a.service < b.service ? -1 : 1));
}

/** Another map of URLs may have a name like that, of queues or images. */
const isAbout = (services: ReadonlySet<string>, told: Told): boolean => {
  const names = servicesOf(told);
  return !names.length || names.some((name) => services.has(name));
};

/** An output of URLs, or one with the whole module in it. */
function toldBy(name: string, { before, after, after_unknown: unknown }: OutputChange): Told | undefined {
  if (URLS.test(name) && !OTHER_URLS.test(name))
    return { before: asValues(before), after: asValues(after), unknown: unknown === true || asValues(unknown) };
  const within = [before, after, unknown].map((value) => asValues(value)["urls"]);
  return within.some(Boolean)
    ? toldBy("urls", { before: within[0], after: within[1], after_unknown: within[2] })
    : undefined;
}

const asValues = (value: unknown): Values => (typeof value === "object" && value !== null ? (value as Values) : {});

const servicesOf = ({ before, after, unknown }: Told): string[] => [
  ...new Set([before, after, unknown === true ? {} : unknown].flatMap((values) => Object.keys(values))),
];

function changedIn(told: Told): UrlChange[] {
  const { before, after, unknown } = told;
  const services = servicesOf(told);
  return (unknown === true && !services.length ? [EVERY_SERVICE] : services)
    .map((service) => ({
      service,
      before: urlOf(before[service]),
      after: unknown === true || unknown[service] ? AFTER_APPLY : urlOf(after[service]),
    }))
    .filter((url) => url.before !== url.after);
}

const urlOf = (value: unknown): string | null => (typeof value === "string" ? value : null);
