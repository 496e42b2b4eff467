import type { Report } from "../report";

/** A Mermaid picture: what comes, what goes, what changes. */
export function picture({ lines }: Report): string {
  const nodes = lines.map(({ title, counts }, i) => {
    const state = counts.replace
      ? "replaced"
      : counts.create && !counts.delete
        ? "created"
        : counts.delete && !counts.create
          ? "destroyed"
          : counts.update || counts.create
            ? "changed"
            : "untouched";
    return { id: `n${i}`, title, state };
  });
  return [
    "flowchart LR",
    ...nodes.map(({ id, title, state }) => `  ${id}["${title}"]:::${state}`),
    ...lines.flatMap(({ place }, i) => {
      if (place.kind !== "service") return [];
      const { group, track } = place;
      const front = lines.findIndex(
        (line) => line.place.kind === "front" && line.place.group === group && line.place.track === track,
      );
      return front < 0 ? [] : [`  n${front} --> n${i}`];
    }),
    "  classDef created fill:#d3f9d8,stroke:#2b8a3e",
    "  classDef destroyed fill:#ffe3e3,stroke:#c92a2a",
    "  classDef replaced fill:#ffe3e3,stroke:#c92a2a",
    "  classDef changed fill:#fff3bf,stroke:#e67700",
    "  classDef untouched fill:#f1f3f5,stroke:#868e96",
  ].join("\n");
}
