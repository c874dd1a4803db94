/** Which rooms a member may open: asked by the socket upgrade, the loaders, search, counts and every command. */
import { type Answers, type Sight, sightOf } from "#app/domain/annotation/visibility.ts";
import type { AudienceKind } from "#app/domain/audience/audience.ts";
import { isStaff } from "#app/domain/group/group.ts";
import { barring, covers, type Place as SanctionPlace } from "#app/domain/moderation/sanction.ts";
import { type Actor, can } from "#app/domain/policy/policy.ts";
import { type Room, roomName, type TextRoom } from "#app/rooms/names.ts";
import type { StoredNote } from "#app/rooms/projection.ts";
import { PAGE_EPOCH } from "#app/rooms/shared-page.ts";
import { type DocumentAccess, type GroupAccess, roleWith } from "#db/repositories/access.ts";
import type { OpenSeat } from "#db/repositories/audiences.ts";
import { CURRENT_EPOCH } from "#db/repositories/feed.ts";
import type { OpenSanction } from "#db/repositories/moderation/sanctions.ts";
import type { Store } from "#db/store.ts";
import { gatesIn, passes, postsTowards, type ShutSeat } from "./gates.ts";
import { waitingFor } from "./moderation/waiting-for.ts";

/** A room that the member may open, with the seat they have there. */
export type OpenRoom = {
  readonly name: string;
  readonly audience: string;
  readonly kind: AudienceKind;
  readonly seat: string;
  /** Only the group's reading room shows who is here. */
  readonly presence: boolean;
};

/** A member of the text's group, as rights and loaders need them. */
export type Standing = DocumentAccess & {
  readonly actor: Actor;
  /** What holds against them in this text, or in a thread of it. */
  readonly sanctions: readonly OpenSanction[];
  /** The group's reading room first. */
  readonly rooms: readonly OpenRoom[];
  /** Where the member writes already and does not read the others yet. */
  readonly shut: readonly ShutSeat[];
};

/** As much of a standing as decides what is seen of a note. */
export type Place = { readonly actor: Actor; readonly rooms: readonly { readonly audience: string }[] };

/** What the upgrade learns about one room. */
export type Entry = {
  readonly kind: "open";
  readonly seat: string;
  readonly epoch: number;
  readonly document: string;
  readonly group: string;
  readonly presence: boolean;
  /** Whether others may see there what this member is writing: only who may publish, and only where a note is seen at once. */
  readonly preview: boolean;
  /** Whether this member may change a room that clients write. */
  readonly writes: boolean;
};

export type Rights = { readonly enter: (memberId: string, room: Room) => Promise<Entry | "unknown"> };

const order: Readonly<Record<AudienceKind, number>> = { group: 0, section: 1, cohort: 2, staff: 3, desk: 4 };

/** The doorkeeper of rooms on a store. A room that must not be known is "unknown", as one that does not exist. */
export function makeRights({ read, clock }: { readonly read: Store; readonly clock: () => number }): Rights {
  return {
    async enter(memberId, room) {
      if (room.kind === "inbox") return room.member === memberId ? inboxEntry(read, room) : "unknown";
      if (room.kind === "queue") return enterQueue(read, { memberId, groupId: room.group, now: clock() });
      const standing = await standingIn(read, { memberId, documentId: room.document, now: clock() });
      if (room.kind === "notes") return standing === null ? "unknown" : enterPage(standing, room.audience);
      const name = roomName(room);
      const open = standing?.rooms.find((candidate) => candidate.name === name);
      if (standing === null || open === undefined) return "unknown";
      const epoch = await epochOf(read, name);
      const { seat, presence } = open;
      const { actor, document, group } = standing;
      const mayPost = presence && can(actor, "annotation.publish", { group, document });
      const preview = mayPost && (await isSeenAtOnce(read, standing, clock()));
      const place = { document: document.id, group: group.id };
      return { kind: "open", seat, epoch, ...place, presence, preview, writes: false };
    },
  };
}

/** What is judged before it is published is not shown while it is being written: no rule runs on every key. */
async function isSeenAtOnce(read: Store, standing: Standing, now: number): Promise<boolean> {
  if (isStaff(standing.role)) return true;
  const { group } = standing;
  if ((await read.rules.ofGroup(group.id)).some(({ isOn, action }) => isOn && action !== "tag")) return false;
  if ((await read.outsideChecks.find(group.id))?.isOn === true) return false;
  const { here, threads } = await waitingFor(read, standing, now);
  return [here, ...threads.map(({ waiting }) => waiting)].every(({ kind }) => kind === "none");
}

/** The seat under which a member writes the page of an audience; null where they have none, or it has no page. */
export function pageSeatOf({ rooms }: Standing, audience: string): string | null {
  const room = rooms.find((open) => open.audience === audience && (open.kind === "group" || open.kind === "staff"));
  return room?.seat ?? null;
}

function enterPage(standing: Standing, audience: string): Entry | "unknown" {
  const { actor, document, group } = standing;
  const seat = pageSeatOf(standing, audience);
  if (seat === null) return "unknown";
  const place = { document: document.id, group: group.id };
  const writes = can(actor, "page.write", { document, group });
  return { kind: "open", seat, epoch: PAGE_EPOCH, ...place, presence: true, preview: false, writes };
}

/** An inbox depends on no text and no group: each of its rows was decided by the rights to its note. */
async function inboxEntry(read: Store, room: Room): Promise<Entry> {
  const epoch = await epochOf(read, roomName(room));
  const nothing = { seat: "", document: "", group: "", presence: false, preview: false, writes: false };
  return { kind: "open", epoch, ...nothing };
}

/** A queue shows who looks at what; moderators know each other by name, so that a seat is a member id there. */
async function enterQueue(
  read: Store,
  who: { readonly memberId: string; readonly groupId: string; readonly now: number },
): Promise<Entry | "unknown"> {
  const standing = await standingInGroup(read, who);
  if (standing === null || !can(standing.actor, "queue.open")) return "unknown";
  const epoch = await epochOf(read, roomName({ kind: "queue", group: who.groupId }));
  const place = { document: "", group: who.groupId };
  return { kind: "open", seat: who.memberId, epoch, ...place, presence: true, preview: false, writes: false };
}

/**
 * The member's role and rooms for a text; null for strangers, for texts past their grace period, and for whoever a sanction
 * keeps out. This is the one place where sanctions reach what is asked of a text: `can` reads them from the actor.
 */
export async function standingIn(
  store: Store,
  { memberId, documentId, now }: { readonly memberId: string; readonly documentId: string; readonly now: number },
): Promise<Standing | null> {
  const access = await store.access.document(memberId, documentId);
  if (access === null || isPast(access.document.deleteAfter, now) || isPast(access.group.deleteAfter, now)) return null;
  const sanctions = await sanctionsIn(store, memberId, { group: access.group.id, document: documentId, now });
  if (sanctions === "shut out") return null;
  const actor: Actor = { ...actorOf(memberId, access), sanctions };
  const rooms: OpenRoom[] = [];
  const seats = await seatsOf(store, actor, access.group.id);
  const { open, shut } = await gatesIn(store, seats, { actor, document: documentId, now });
  for (const seat of open) {
    const name = roomName(roomOf(seat, { document: documentId, group: access.group.id, member: memberId }));
    rooms.push({ name, audience: seat.audience, kind: seat.kind, seat: seat.seat, presence: seat.kind === "group" });
  }
  return { ...access, actor, sanctions, shut, rooms: rooms.sort((a, b) => order[a.kind] - order[b.kind]) };
}

type WherePlace = { readonly group: string; readonly document: string | null; readonly now: number };

/** What holds against a member in that place or in a thread of it, or that they must not enter it. */
export async function sanctionsIn(
  store: Store,
  memberId: string,
  { group, document, now }: WherePlace,
): Promise<readonly OpenSanction[] | "shut out"> {
  const inForce = await store.sanctions.inForce(memberId, now);
  if (inForce.length === 0) return inForce;
  const place: SanctionPlace = { group, document, thread: null };
  if (barring(inForce, "read", place) !== null) return "shut out";
  return inForce.filter(({ scope }) => scope.kind === "thread" || covers(scope, place));
}

/**
 * The member's role and audiences in a group, for what spans its texts. An audience whose gate counts own posts differs
 * from text to text and stays closed here.
 */
export async function standingInGroup(
  store: Store,
  { memberId, groupId, now }: { readonly memberId: string; readonly groupId: string; readonly now: number },
): Promise<(GroupAccess & { readonly actor: Actor; readonly audiences: readonly string[] }) | null> {
  const access = await store.access.group(memberId, groupId);
  if (access === null || isPast(access.group.deleteAfter, now)) return null;
  const sanctions = await sanctionsIn(store, memberId, { group: groupId, document: null, now });
  if (sanctions === "shut out") return null;
  const actor: Actor = { ...actorOf(memberId, access), sanctions };
  const seats = await seatsOf(store, actor, groupId);
  const open = seats.filter((seat) => passes(actor, seat, { ownPosts: 0, now }));
  return { ...access, actor, audiences: open.map(({ audience }) => audience) };
}

/** Epoch under which a room is opened, also before it has rows. */
export async function epochOf(store: Store, room: string): Promise<number> {
  return (await store.feed.head(room))?.epoch ?? CURRENT_EPOCH;
}

/** As `can` asks for them, without what a sanction holds against them. */
export function actorOf(memberId: string, { role, isAdmin }: GroupAccess): Actor {
  return { id: memberId, role, isAdmin };
}

/** A staff seat counts only with the role, whatever the table of seats says. */
async function seatsOf(store: Store, actor: Actor, groupId: string): Promise<readonly OpenSeat[]> {
  const seats = await store.audiences.openSeats(actor.id, groupId);
  return seats.filter(({ kind }) => kind !== "staff" || can(actor, "room.staff"));
}

function roomOf(
  { kind, audience }: OpenSeat,
  { document, group, member }: { readonly document: string; readonly group: string; readonly member: string },
): TextRoom {
  if (kind === "staff") return { kind, document, group };
  if (kind === "desk") return { kind, document, member };
  return { kind: "reading", document, audience };
}

/** True for what waits for deletion and whose grace period is over. */
export function isPast(deleteAfter: number | null, now: number): boolean {
  return deleteAfter !== null && deleteAfter <= now;
}

/** What of a note decides who sees it. */
export type PlacedNote = Pick<StoredNote, "creator" | "status"> & {
  readonly placements: readonly { readonly audience: string }[];
};

/** How much of a note a member sees: nothing but through an audience that is open to them. */
export function sightFor({ actor, rooms }: Place, note: PlacedNote, answers: Answers): Sight {
  if (!note.placements.some(({ audience }) => rooms.some((room) => room.audience === audience))) return "nothing";
  if (note.creator === actor.id) return sightOf(note.status, "creator", answers);
  return sightOf(note.status, can(actor, "room.staff") ? "staff" : "reader", answers);
}

/**
 * Those of these members who see the note's words, each with the audiences of it that are open to them: `sightFor` the other
 * way round, for those who do not ask themselves. One statement, however many they are.
 */
export async function viewersAmong(
  store: Store,
  note: StoredNote,
  { members, now }: { readonly members: readonly string[]; readonly now: number },
): Promise<ReadonlyMap<string, readonly AudienceKind[]>> {
  const places = new Map<
    string,
    { readonly actor: Actor; readonly rooms: { audience: string; kind: AudienceKind }[] }
  >();
  const audiences = note.placements.map(({ audience }) => audience);
  const shut = await store.sanctions.shutOut(members, { group: note.group, document: note.document, now });
  const moderators = await store.people.moderatorsOfText(note.document);
  for (const row of await store.audiences.seated(audiences, members)) {
    const { member, audience, kind, role, isAdmin } = row;
    if (shut.has(member)) continue;
    const actor = { id: member, role: roleWith(role, moderators.has(member)), isAdmin };
    const rooms: { audience: string; kind: AudienceKind }[] = [];
    const place = places.get(member) ?? { actor, rooms };
    if (kind === "staff" && !can(place.actor, "room.staff")) continue;
    const ownPosts = await postsTowards(store, row, { member, document: note.document });
    if (passes(place.actor, row, { ownPosts, now })) place.rooms.push({ audience, kind });
    places.set(member, place);
  }
  const seeing = [...places].filter(([, place]) => sightFor(place, note, "none") === "body");
  return new Map(seeing.map(([member, { rooms }]) => [member, rooms.map(({ kind }) => kind)]));
}
