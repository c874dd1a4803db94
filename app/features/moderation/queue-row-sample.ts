import type { QueueRow } from "#app/context/queue.ts";

/** A row for tests: an open report on a published note. */
export function sampleRow(id: string, changed: Partial<QueueRow> = {}): QueueRow {
  return {
    id,
    group: "G",
    state: "open",
    version: 1,
    target: { kind: "note", id: `N${id}` },
    document: { id: "D", title: "A text", language: "en", dir: "ltr" },
    root: `N${id}`,
    by: { id: "author", name: "Tomás Reyes", pronouns: "", hue: 3, picture: null },
    excerpt: "Some words.",
    noteVersion: 1,
    status: "published",
    isHeld: false,
    kinds: ["report"],
    reasons: [{ reason: "attack", count: 1 }],
    priority: 1,
    openedAt: 0,
    dueAt: 1_000,
    isOverdue: false,
    isEscalated: false,
    assignedTo: null,
    claim: null,
    mayDecide: true,
    decided: null,
    ...changed,
  };
}
