import type { Problem } from "../../modules/kit/problem";
import type { Draft } from "../finding";
import type { Kind } from "../shapes";
import type { Place } from "../source";

export type Json = Record<string, unknown>;

/** One answer of the API, or one resource of a template, in the API's names. */
export interface Piece {
  readonly kind: Kind;
  readonly value: Json;
  readonly place: Place;
  /** What others name it by: its ARN, or its address in a template. */
  readonly id?: string;
  /** The service it belongs to, when it says so outside its value. */
  readonly of?: string;
  /** Pieces of one object belong together. */
  readonly bundle?: object;
  readonly remarks?: readonly Draft[];
}

/** Something that was given and could not be read; it is named in the report. */
export interface NotRead {
  readonly where: string;
  readonly why: string;
  readonly do: string;
}

export interface Reading {
  readonly pieces: readonly Piece[];
  readonly problems: readonly Problem[];
  readonly notRead: readonly NotRead[];
}

export const nothing: Reading = { pieces: [], problems: [], notRead: [] };

export const together = (readings: readonly Reading[]): Reading => ({
  pieces: readings.flatMap(({ pieces }) => pieces),
  problems: readings.flatMap(({ problems }) => problems),
  notRead: readings.flatMap(({ notRead }) => notRead),
});

export const isObject = (value: unknown): value is Json =>
  typeof value === "object" && value !== null && !Array.isArray(value);

export const textOf = (value: unknown): string | undefined => (typeof value === "string" ? value : undefined);

export const wrong = (problem: Problem): Reading => ({ ...nothing, problems: [problem] });
