import type { QueueRow } from "#app/context/queue.ts";
import type { SignalKind } from "#app/domain/moderation/queue.ts";
import type { ClaimFilter, QueueFilters, QueueView } from "#app/domain/moderation/view.ts";

/** What is looked at, by whom (member id) and when (milliseconds). */
export type Looking = {
  readonly view: QueueView;
  readonly filters: QueueFilters;
  readonly viewer: string;
  readonly now: number;
};

/** Whether an item that came in belongs to what is looked at; the server says the same of a whole page. */
export function matches(row: QueueRow, { view, filters, viewer, now }: Looking): boolean {
  return isInView(row, view, viewer, now) && isFiltered(row, filters, now);
}

const kindOf: Partial<Readonly<Record<QueueView, SignalKind>>> = {
  reported: "report",
  pending: "policy",
  "new-members": "newcomer",
  rule: "rule",
  edited: "edit",
};

function isInView(row: QueueRow, view: QueueView, viewer: string, now: number): boolean {
  switch (view) {
    case "open":
      return row.state === "open";
    case "done":
      return row.state === "done";
    case "needs-me":
      return row.assignedTo === null ? row.claim === null || row.claim.isMine : row.assignedTo.id === viewer;
    case "appeals":
      return row.target.kind === "appeal";
    case "overdue":
      return row.state === "open" && row.dueAt < now;
    default: {
      const kind = kindOf[view];
      return kind !== undefined && row.kinds.includes(kind);
    }
  }
}

/** A rule is not named in a row: what came in while one rule is looked at is shown when the page is asked again. */
function isFiltered(row: QueueRow, filters: QueueFilters, now: number): boolean {
  const { document, author, reason, rule, language, claim, assigned, escalated, olderThan } = filters;
  const holds: readonly boolean[] = [
    document === undefined || row.document?.id === document,
    author === undefined || row.by?.id === author,
    reason === undefined || row.reasons.some((one) => one.reason === reason),
    rule === undefined,
    language === undefined || row.document?.language === language,
    claim === undefined || claim === claimOf(row),
    assigned === undefined || (row.assignedTo?.id ?? "nobody") === assigned,
    escalated === undefined || row.isEscalated === escalated,
    olderThan === undefined || row.openedAt <= now - olderThan,
  ];
  return holds.every(Boolean);
}

function claimOf({ claim }: QueueRow): ClaimFilter {
  if (claim === null) return "free";
  return claim.isMine ? "mine" : "others";
}
