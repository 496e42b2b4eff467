/**
 * How records are told apart, by Route 53 and by Terraform. Whoever makes one by hand, for an import, has its names from here.
 *
 * @module
 */

/** Two of the parts that `origins` has; a part is the set identifier of its records. */
export const ACTIVE = "active";
export const OTHER = "other";

/** A record for each IP family. */
export const TYPES = ["A", "AAAA"] as const;
export type RecordType = (typeof TYPES)[number];

/** The resource that has the records beside the active one. */
export const besideResource = (type: RecordType): string => `beside_${type.toLowerCase()}`;

/** Which of them, by names or by expressions in a template. */
export const besideKey = (host: string, part: string): string => `${host}/${part}`;
