/** The two tracks. */
export const MODES = ["express", "ecs"] as const;
export type Mode = (typeof MODES)[number];

/** What a track does with an option. */
export type Support =
  | { readonly kind: "honoured" }
  | { readonly kind: "approximated"; readonly how: string }
  | {
      readonly kind: "refused";
      readonly why: string;
      readonly instead: string;
      /** A choice of the service under which the option is honoured after all. */
      readonly unless?: Choice;
    };

/** An option of a service and a value of it. */
export interface Choice {
  readonly option: string;
  readonly value: string;
}

/** The option does what it says. */
export const honoured: Support = { kind: "honoured" };

/** The option has an effect, though not exactly the one it names. */
export const approximated = (how: string): Support => ({ kind: "approximated", how });

/** The option cannot work on this track: any value but its default is an error that gives the way out. */
export const refused = (why: string, instead: string, unless?: Choice): Support => ({
  kind: "refused",
  why,
  instead,
  ...(unless && { unless }),
});

/** What both tracks do with an option; kept in the option's own metadata, and read from there by every consumer. */
export type Capability = Readonly<Record<Mode, Support>>;

/** Both tracks do what the option says. */
export const both: Capability = { express: honoured, ecs: honoured };
