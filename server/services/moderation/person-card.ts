/** The list of people and the card of one, for staff. */
import type { PersonCard, PersonRow } from "#app/context/people.ts";
import type { Viewer } from "#app/context/viewer.ts";
import { isInForce, objectionTo, type ScopeKind, suggested } from "#app/domain/moderation/sanction.ts";
import { type Actor, can } from "#app/domain/policy/policy.ts";
import { Problem } from "#app/domain/problem.ts";
import { sanctionWords as words } from "#app/words/sanctions.ts";
import type { GroupRecord } from "#db/repositories/groups.ts";
import type { RosterRecord } from "#db/repositories/memberships.ts";
import type { Tally } from "#db/repositories/moderation/people.ts";
import type { Store } from "#db/store.ts";
import { cardsOf } from "./sanction-cards.ts";

/** Rows of the record on a card. */
const HISTORY = 30;

/** Everybody who is or was in the group, by name; those of whom something is in force first. */
export async function listPeople(
  read: Store,
  { groupId, query, now }: { readonly groupId: string; readonly query: string; readonly now: number },
): Promise<readonly PersonRow[]> {
  const wanted = query.trim().toLowerCase();
  const roster = (await read.memberships.roster(groupId)).filter(({ name }) => name.toLowerCase().includes(wanted));
  const tallies = await read.people.tallies(
    groupId,
    roster.map(({ id }) => id),
  );
  const open = await read.sanctions.openIn(groupId, now);
  const rows = roster.map((row) =>
    rowOf(
      row,
      tallies.get(row.id),
      open.filter(({ memberId }) => memberId === row.id).map(({ kind }) => kind),
    ),
  );
  return rows.sort((a, b) => Math.sign(b.inForce.length) - Math.sign(a.inForce.length));
}

type Asked = {
  readonly viewer: Viewer;
  readonly actor: Actor;
  readonly group: GroupRecord;
  readonly memberId: string;
  readonly now: number;
};

/** Throws Problem("not-found") for who never was in the group. */
export async function personCard(read: Store, { viewer, actor, group, memberId, now }: Asked): Promise<PersonCard> {
  const row = (await read.memberships.roster(group.id)).find(({ id }) => id === memberId);
  const member = await read.members.byId(memberId);
  if (row === undefined || member === null) throw new Problem("not-found", words.unknownMember);
  const tally = (await read.people.tallies(group.id, [memberId])).get(memberId);
  const sanctions = await read.sanctions.ofMemberIn(memberId, group.id);
  const inForce = sanctions.filter((one) => isInForce(one, now)).map(({ kind }) => kind);
  const target = { id: memberId, role: row.leftAt === null ? row.role : null, isAdmin: member.isAdmin };
  const judge = { ...actor, isAdmin: viewer.isAdmin };
  const scopes = (["text", "group", "site"] as const satisfies readonly ScopeKind[]).filter(
    (scope) => objectionTo("mute", scope, { actor: judge, target }) === null,
  );
  const moderated = await read.people.textsModerated(group.id, memberId);
  const texts = (await read.documents.ofGroup(group.id)).map(({ id, title }) => ({
    id,
    title,
    moderates: moderated.includes(id),
  }));
  const rows = await read.record.list({ group: group.id, subject: { kind: "member", id: memberId } }, HISTORY);
  return {
    ...rowOf(row, tally, inForce),
    group: { id: group.id, archivedAt: group.archivedAt, deleteAfter: group.deleteAfter },
    hidden: tally?.notes.hidden ?? 0,
    removed: (tally?.notes.removed ?? 0) + (tally?.notes.spam ?? 0),
    held: tally?.notes.held ?? 0,
    reported: { upheld: tally?.reportedUpheld ?? 0, dismissed: tally?.reportedDismissed ?? 0 },
    reports: { upheld: tally?.reportsUpheld ?? 0, dismissed: tally?.reportsDismissed ?? 0 },
    sanctions: await cardsOf(read, sanctions, now),
    notes: (await read.people.notesAbout(group.id, memberId)).map(
      ({ id, words: said, author, authorId, createdAt }) => ({
        ...{ id, author, words: said, at: createdAt },
        isOwn: authorId === viewer.id,
      }),
    ),
    history: await Promise.all(
      rows.map(async ({ seq, at, verb, actor: by }) => ({
        ...{ decision: seq, at, verb },
        by: by === null ? null : ((await read.members.byId(by))?.name ?? null),
      })),
    ),
    suggested: suggested(sanctions, { reason: null, now }),
    texts,
    mayDelegate:
      target.role !== null &&
      can(actor, "text.delegate", { group }) &&
      can(actor, "member.promote", { member: { id: memberId, role: target.role }, role: "observer" }),
    scopes,
  };
}

function rowOf(row: RosterRecord, tally: Tally | undefined, inForce: PersonRow["inForce"]): PersonRow {
  const { id, name, pronouns, hue, picture, role, joinedAt, leftAt } = row;
  const { published = 0, hidden = 0, removed = 0, spam = 0 } = tally?.notes ?? {};
  return {
    ...{ id, name, pronouns, hue, picture, role, joinedAt, leftAt, published },
    takenAway: hidden + removed + spam,
    inForce,
  };
}
