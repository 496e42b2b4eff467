/** Text inside a table or a sentence of Markdown: nothing of it is markup. */
export const plain = (text: string): string => (/[\r\n\\`*_{}[\]<>#|]/.test(text) ? escaped(text) : text);

const escaped = (text: string): string =>
  text.replace(/[\r\n]+/g, " ").replace(/[\\`*_{}[\]<>#|]/g, (character) => `\\${character}`);

/** Text as code. */
export const code = (text: string): string =>
  `\`${
    /[\r\n`|]/.test(text)
      ? text
          .replace(/[\r\n]+/g, " ")
          .replaceAll("`", "'")
          .replaceAll("|", "\\|")
      : text
  }\``;

/** A table, and an empty line after it. */
export const table = (head: readonly string[], rows: readonly (readonly string[])[]): string[] => [
  `| ${head.join(" | ")} |`,
  `|${head.map(() => " --- |").join("")}`,
  ...rows.map((row) => `| ${row.join(" | ")} |`),
  "",
];
