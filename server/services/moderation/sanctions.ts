/** Giving, ending and reading sanctions, inside a transaction. Rights are the caller's. */
import type { Reason } from "#app/domain/moderation/reason.ts";
import type { ChainedEntry } from "#app/domain/moderation/record.ts";
import { covers, endOf, isBarred, type Place, type SanctionKind, type Scope } from "#app/domain/moderation/sanction.ts";
import { Problem } from "#app/domain/problem.ts";
import { sanctionWords as words } from "#app/words/sanctions.ts";
import type { SanctionRow } from "#db/repositories/moderation/sanctions.ts";
import type { Store, Transact } from "#db/store.ts";
import { settleMember } from "../news.ts";
import type { Bench } from "./decide.ts";
import { recordPerson } from "./record-person.ts";
import { settlePerson } from "./settle.ts";

export type Order = {
  readonly member: string;
  readonly kind: SanctionKind;
  readonly scope: Scope;
  /** Null for the whole site. */
  readonly group: string | null;
  /** The text in which it holds, null for more than one. */
  readonly document: string | null;
  readonly reason: Reason;
  readonly days: number | null;
  readonly toMember: string;
  readonly toStaff: string;
  /** Notes written since then are hidden with it, milliseconds; null: none. */
  readonly hidesFrom: number | null;
};

/** True when what the member writes there waits for somebody's approval, because of a sanction. */
export async function needsApproval(store: Store, memberId: string, place: Place, now: number): Promise<boolean> {
  const inForce = await store.sanctions.inForce(memberId, now);
  return inForce.some(({ kind, scope }) => kind === "approve-first" && covers(scope, place));
}

/**
 * Gives a sanction. Sockets go in the turn of the commit, and what the member had claimed is free. Throws
 * Problem("conflict") where the same holds already. The hiding of notes, if asked for, is left to `runBatch`.
 */
export async function impose(
  bench: Bench,
  order: Order,
): Promise<{ readonly id: string; readonly entry: ChainedEntry }> {
  const { store, now, newId, judge } = bench;
  const { member, kind, scope, group, document, reason, days, toMember, toStaff, hidesFrom } = order;
  const inForce = await store.sanctions.inForce(member, now);
  const isThere = inForce.some(
    (one) => one.kind === kind && one.scope.kind === scope.kind && one.scope.id === scope.id,
  );
  if (isThere) throw new Problem("conflict", words.already);
  const id = newId();
  const endsAt = kind === "warn" ? null : endOf(days, now);
  const batchId = hidesFrom === null ? null : newId();
  const entry = await recordPerson(bench, `member.${kind}`, {
    ...{ group, document, member, reason },
    before: {},
    after: { sanction: id, kind, scope: scope.kind, scopeId: scope.id, endsAt, hidesFrom },
    words: { toAuthor: toMember, toStaff },
    batch: batchId,
  });
  await store.sanctions.insert({
    ...{ id, kind, scope, reason, startsAt: now, endsAt, hidesFrom, batchId },
    memberId: member,
    groupId: group,
    documentId: document,
    imposedBy: judge?.id ?? null,
    decision: entry.seq,
    decisionId: entry.id,
    batchState: batchId === null ? null : "hiding",
  });
  if (isBarred(kind, "read") && scope.kind !== "text") await store.people.releaseClaims(member, group);
  await settlePerson(bench, member, entry.seq);
  await tellRights(store, { memberId: member, groupId: group, kind }, now);
  return { id, entry };
}

/** Ends a sanction before its time; with `restores`, what its batch hid comes back through `runBatch`. */
export async function lift(
  bench: Bench,
  sanction: SanctionRow,
  { restores, toMember }: { readonly restores: boolean; readonly toMember: string },
): Promise<ChainedEntry> {
  const { store, now } = bench;
  if (sanction.ending !== null) throw new Problem("conflict", words.overAlready);
  const entry = await recordPerson(bench, "member.lift", {
    group: sanction.groupId,
    document: sanction.documentId,
    member: sanction.memberId,
    reason: sanction.reason,
    before: { sanction: sanction.id, ending: null },
    after: { sanction: sanction.id, ending: "lifted", restores },
    words: { toAuthor: toMember, toStaff: "" },
  });
  await store.sanctions.update(sanction.id, { ending: "lifted", endedAt: now });
  if (restores && sanction.batchId !== null) await store.sanctions.update(sanction.id, { batchState: "restoring" });
  await tellRights(store, sanction, now);
  return entry;
}

/** The member has read a warning and may write again. Once; a second time changes nothing. */
export async function acknowledge(bench: Bench, sanction: SanctionRow): Promise<void> {
  if (sanction.kind !== "warn") throw new Problem("invalid", words.nothingToAcknowledge);
  if (sanction.acknowledgedAt !== null || sanction.ending !== null) return;
  const { store, now } = bench;
  await store.sanctions.update(sanction.id, { acknowledgedAt: now });
  await recordPerson(bench, "member.acknowledge", {
    group: sanction.groupId,
    document: sanction.documentId,
    member: sanction.memberId,
    before: { sanction: sanction.id, acknowledged: false },
    after: { sanction: sanction.id, acknowledged: true },
    isOwn: true,
  });
  await tellRights(store, sanction, now);
}

/** After what a member may do has changed: open sockets are asked again, and their inbox says what they may see now. */
export async function tellRights(
  store: Store,
  { memberId, groupId, kind }: Pick<SanctionRow, "memberId" | "groupId" | "kind">,
  now: number,
): Promise<void> {
  store.effect({ kind: "rights", members: [memberId] });
  if (!isBarred(kind, "read")) return;
  const groups = groupId === null ? (await store.memberships.ofMember(memberId)).map((row) => row.groupId) : [groupId];
  for (const id of groups) await settleMember(store, { groupId: id, memberId, now });
}

/** Sanctions ended in one work of the writer. */
const AT_ONCE = 25;

/**
 * Says of every sanction whose time is over that it is: a row in the record, and open pages learn of it. Nothing depends on
 * when this runs, since everybody who asks compares with the time.
 */
export async function expireSanctions(
  { transact, newId }: { readonly transact: Transact; readonly newId: () => string },
  now: number,
): Promise<void> {
  let ended = AT_ONCE;
  while (ended === AT_ONCE) {
    ended = await transact(async (store) => {
      const due = await store.sanctions.due(now, AT_ONCE);
      for (const sanction of due) {
        const { id, groupId, documentId, memberId } = sanction;
        await store.sanctions.update(id, { ending: "expired", endedAt: now });
        await recordPerson({ store, now, newId, judge: null }, "member.lift", {
          group: groupId,
          document: documentId,
          member: memberId,
          before: { sanction: id, ending: null },
          after: { sanction: id, ending: "expired" },
        });
        await tellRights(store, sanction, now);
      }
      return due.length;
    });
  }
}
