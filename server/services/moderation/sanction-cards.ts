import type { SanctionCard } from "#app/context/people.ts";
import { isInForce } from "#app/domain/moderation/sanction.ts";
import type { SanctionRow } from "#db/repositories/moderation/sanctions.ts";
import type { Store } from "#db/store.ts";

/** Sanctions as pages show them, with names for ids and the words that go with them. */
export async function cardsOf(
  read: Store,
  rows: readonly SanctionRow[],
  now: number,
): Promise<readonly SanctionCard[]> {
  return Promise.all(
    rows.map(async (row) => {
      const { id, kind, scope, reason, startsAt, endsAt, acknowledgedAt, ending, decision, groupId } = row;
      return {
        ...{ id, kind, scope, reason, startsAt, endsAt, acknowledgedAt, ending, decision },
        group: groupId,
        groupName: groupId === null ? null : ((await read.groups.byId(groupId))?.name ?? null),
        documentTitle: row.documentId === null ? null : ((await read.documents.find(row.documentId))?.title ?? null),
        toMember: (await read.record.words(row.decisionId))?.toAuthor ?? "",
        imposedBy: row.imposedBy === null ? null : ((await read.members.byId(row.imposedBy))?.name ?? null),
        isInForce: isInForce(row, now),
        hasHidden: row.batchState === "hidden" || row.batchState === "hiding",
      };
    }),
  );
}
