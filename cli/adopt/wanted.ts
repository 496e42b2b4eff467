import type { Wanted } from "../read-inputs";

/** Of a folder, every JSON file; one that is no answer of a describe call is a problem that is told. */
export const answers: Wanted = {
  command: "switchyard adopt",
  file: /\.json$/,
  taken: () => true,
  none: "is JSON",
};
