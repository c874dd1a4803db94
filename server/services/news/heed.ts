/** What follows from a command for other members: who is told, once, in the command's own transaction. */
import type { NewsKind } from "#app/domain/news/news.ts";
import { byStrength, isStronger, reasonOf } from "#app/domain/news/reason.ts";
import type { NoteRow } from "#db/repositories/annotations.ts";
import type { NotificationRow } from "#db/repositories/notifications.ts";
import type { Store } from "#db/store.ts";
import type { Heed } from "../annotations/events.ts";
import { viewersAmong } from "../rights.ts";
import { isVeiledNote } from "../veil.ts";
import { sayNews, settle, settleSome } from "./inbox-rows.ts";
import { levelsOf, silence } from "./levels.ts";

type By = Parameters<Heed>[2];
/** One event, with what deciding about it needs. */
type Telling = { readonly store: Store; readonly note: NoteRow; readonly by: By; readonly newId: () => string };

/** Tells members of what happens to notes. `newId` gives ULIDs. */
export function makeHeed({ newId }: { readonly newId: () => string }): Heed {
  return async (store, event, by) => {
    const telling = { store, note: event.note, by, newId };
    switch (event.kind) {
      case "published":
        await keepFollowing(telling, event.note.creator);
        return tellReaders(telling, event.mentioned);
      case "edited":
        await forgetUnnamed(telling);
        return event.mentioned.length === 0 ? undefined : tellNamed(telling, event.mentioned);
      case "withdrawn":
      case "returned":
        return settleNote(telling);
      case "answered":
      case "endorsed":
      case "decided":
        return tellCreator(telling, event.kind);
      case "reopened":
        return takeBack(telling, "answered");
    }
  };
}

/** Whoever writes in a thread that others see, or is named there, follows it from then on. */
async function keepFollowing({ store, note, by }: Telling, member: string): Promise<void> {
  if (note.placements.every(({ kind }) => kind === "desk")) return;
  await store.follows.keep(member, { kind: "thread", id: note.root, group: note.group }, by.now);
}

/** Members told within one command; the rest follow in works of the same size, so that others write in between. */
const AT_ONCE = 50;

/**
 * One look at all who follow anything about the note, one at who of them sees it, and two short statements for each who
 * is told, the strongest reasons first. What it costs grows with those who are told, up to a bound, and never with the
 * thread or the group.
 */
async function tellReaders(telling: Telling, mentioned: readonly string[]): Promise<void> {
  const { store, note, by } = telling;
  const reasons = await reasonsFor(telling, { named: new Set(mentioned), known: new Set() });
  for (const { member, isNamed } of reasons) if (isNamed) await keepFollowing(telling, member);
  await tellSome(telling, reasons);
  if (reasons.length > AT_ONCE) await store.notifications.leaveUntold(note.id, by.now);
}

/** Says in the inboxes of those who were told that they see the note, or no longer: at most as many as are told at once. */
async function settleNote({ store, note, by }: Telling): Promise<void> {
  const rows = await store.notifications.ofNote(note.id);
  if (!(await settleSome(store, rows, { now: by.now, limit: AT_ONCE })))
    await store.notifications.leaveUntold(note.id, by.now);
}

/** Goes on with a note that had too many members for its command: tells the next, then settles; false when there is none. */
export async function tellMore(store: Store, newId: () => string): Promise<boolean> {
  const next = await store.notifications.nextUntold();
  const note = next === null ? null : await store.annotations.find(next.note);
  if (next === null || note === null) return false;
  const by = { member: note.creator, seat: note.placements[0]?.seat ?? "", now: next.at };
  const telling = { store, note, by, newId };
  const named = new Set(await store.notifications.named(note.id));
  const known = new Set((await store.notifications.ofNote(note.id)).map(({ member }) => member));
  const reasons = note.status === "published" ? await reasonsFor(telling, { named, known }) : [];
  await tellSome(telling, reasons);
  if (reasons.length > 0) return true;
  const rows = await store.notifications.ofNote(note.id);
  if (await settleSome(store, rows, { now: by.now, limit: AT_ONCE })) await store.notifications.allTold(note.id);
  return true;
}

type Reason = { readonly member: string; readonly kind: NewsKind; readonly isNamed: boolean };

async function tellSome(telling: Telling, reasons: readonly Reason[]): Promise<void> {
  const told: NotificationRow[] = [];
  for (const { member, kind } of reasons.slice(0, AT_ONCE)) told.push(await tell(telling, member, kind));
  await sayNews(
    telling.store,
    told.map((row) => ({ row, isVisible: true })),
  );
}

/** Everybody who is to be told of the note and is not `known` to have been, the strongest reasons first. */
async function reasonsFor(
  { store, note, by }: Telling,
  { named, known }: { readonly named: ReadonlySet<string>; readonly known: ReadonlySet<string> },
): Promise<readonly Reason[]> {
  const said = await aroundNote(store, note);
  const isPrivate = note.parent !== null && note.placements.every(({ kind }) => kind === "desk" || kind === "staff");
  const answered = isPrivate && note.parent !== null ? await store.annotations.find(note.parent) : null;
  const candidates = new Set([...said.keys(), ...named, ...(isPrivate ? await deskOwners(store, note) : [])]);
  if (answered !== null) candidates.add(answered.creator);
  candidates.delete(by.member);
  const unknown = [...candidates].filter((member) => !known.has(member));
  const ignoring = await ignoringAuthor(store, note, unknown);
  const members = unknown.filter((member) => !ignoring.has(member));
  const reasons: Reason[] = [];
  for (const [member, through] of await viewersAmong(store, note, { members, now: by.now })) {
    const isNamed = named.has(member);
    const isAddressed = isPrivate && (through.includes("desk") || answered?.creator === member);
    const levels = said.get(member) ?? silence;
    const kind = reasonOf({ isAddressed, isNamed, isReply: note.parent !== null, levels });
    if (kind !== null) reasons.push({ member, kind, isNamed });
  }
  return reasons.sort((a, b) => byStrength.indexOf(a.kind) - byStrength.indexOf(b.kind));
}

/** Names that came with an edit: those who were told for a weaker reason are told anew, all others of the name alone. */
async function tellNamed(telling: Telling, mentioned: readonly string[]): Promise<void> {
  const { store, note, by } = telling;
  const known = new Map((await store.notifications.ofNote(note.id)).map((row) => [row.member, row]));
  const said = await aroundNote(store, note);
  const ignoring = await ignoringAuthor(store, note, mentioned);
  const members = mentioned.filter((member) => member !== by.member && !ignoring.has(member));
  for (const member of (await viewersAmong(store, note, { members, now: by.now })).keys()) {
    await keepFollowing(telling, member);
    const levels = said.get(member) ?? silence;
    const kind = reasonOf({ isAddressed: false, isNamed: true, isReply: note.parent !== null, levels });
    if (kind !== null) await tellOnce(telling, { member, kind, known: known.get(member) });
  }
}

/** Who was told of being named and is named no longer hears of it for another reason, or not at all. */
async function forgetUnnamed({ store, note, by }: Telling): Promise<void> {
  const rows = (await store.notifications.ofNote(note.id)).filter(({ kind }) => kind === "mention");
  if (rows.length === 0) return;
  const named = new Set(await store.notifications.named(note.id));
  const said = await aroundNote(store, note);
  for (const row of rows.filter(({ member }) => !named.has(member))) {
    const levels = said.get(row.member) ?? silence;
    const kind = reasonOf({ isAddressed: false, isNamed: false, isReply: note.parent !== null, levels });
    if (kind === null) await forget(store, [row]);
    else {
      await store.notifications.weaken(row.id, kind);
      await settle(store, [{ ...row, kind }], by.now);
    }
  }
}

/** The member whose note it is, unless they did it themselves. */
async function tellCreator(telling: Telling, kind: NewsKind): Promise<void> {
  const { store, note, by } = telling;
  if (note.creator === by.member) return;
  const { group, placements } = note;
  const isUnknown = await isVeiledNote(store, { creator: by.member, group, placements });
  if (!isUnknown && (await store.ignores.ignoring(by.member, [note.creator])).size > 0) return;
  if (!(await viewersAmong(store, note, { members: [note.creator], now: by.now })).has(note.creator)) return;
  const known = (await store.notifications.ofNote(note.id)).find(({ member }) => member === note.creator);
  await tellOnce(telling, { member: note.creator, kind, known });
}

async function takeBack({ store, note }: Telling, kind: NewsKind): Promise<void> {
  const rows = await store.notifications.ofNote(note.id);
  await forget(
    store,
    rows.filter((row) => row.kind === kind),
  );
}

/** Takes notifications away for good, from their inboxes too. */
export async function forget(store: Store, rows: readonly NotificationRow[]): Promise<void> {
  await store.notifications.remove(rows.map(({ id }) => id));
  await sayNews(
    store,
    rows.map((row) => ({ row, isVisible: false })),
  );
}

async function tellOnce(
  telling: Telling,
  {
    member,
    kind,
    known,
  }: { readonly member: string; readonly kind: NewsKind; readonly known: NotificationRow | undefined },
): Promise<void> {
  const { store, by } = telling;
  if (known !== undefined && kind !== "decided" && !isStronger(kind, known.kind)) return;
  if (known !== undefined) await store.notifications.retell(known.id, kind, by.now);
  const row = known === undefined ? await tell(telling, member, kind) : { ...known, kind, at: by.now, readAt: null };
  await sayNews(store, [{ row, isVisible: true }]);
}

async function tell({ store, note, by, newId }: Telling, member: string, kind: NewsKind): Promise<NotificationRow> {
  const seat = kind === "answered" || kind === "endorsed" ? by.seat : (note.placements[0]?.seat ?? by.seat);
  const { group, document, root } = note;
  const row = { id: newId(), member, kind, group, document, root, note: note.id, seat, at: by.now };
  await store.notifications.insert(row);
  return { ...row, readAt: null };
}

/** What members said of the places of a note. Who follows its author does not hear of what they write under a pseudonym. */
async function aroundNote(store: Store, note: NoteRow): Promise<ReturnType<typeof levelsOf>> {
  const rows = await store.follows.around(note);
  return levelsOf((await isVeiledNote(store, note)) ? rows.filter(({ kind }) => kind !== "member") : rows);
}

/** Those who ignore its author; nobody where the author wears a pseudonym, since silence would say whose it is. */
async function ignoringAuthor(store: Store, note: NoteRow, members: readonly string[]): Promise<ReadonlySet<string>> {
  return (await isVeiledNote(store, note)) ? new Set() : store.ignores.ignoring(note.creator, members);
}

/** Those on whose desks a private reply lies. */
async function deskOwners(store: Store, note: NoteRow): Promise<readonly string[]> {
  const desks = note.placements.filter(({ kind }) => kind === "desk").map(({ audience }) => audience);
  return desks.length === 0 ? [] : store.audiences.deskOwners(desks);
}
