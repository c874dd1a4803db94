/** Where notes stand, and under which seat their author and those who react to them sit there. */
import { isStaff } from "#app/domain/group/group.ts";
import { Problem } from "#app/domain/problem.ts";
import { isAmongReaders, isPrivateReply, type PlacedAt } from "#app/rooms/projection.ts";
import { annotationWords as words } from "#app/words/annotations.ts";
import type { NoteRow } from "#db/repositories/annotations.ts";
import { demand, type Turn } from "./turn.ts";

/** The viewer's own place in an audience of the text. Throws Problem("forbidden") where they have none. */
export function ownPlace({ standing }: Turn, kind: PlacedAt["kind"], audience?: string): PlacedAt {
  const room = standing.rooms.find((open) => open.kind === kind && (audience ?? open.audience) === open.audience);
  if (room === undefined) throw new Problem("forbidden", words.notForYou);
  return { audience: room.audience, kind, seat: room.seat, owner: kind === "desk" ? standing.actor.id : null };
}

/**
 * Where a first note of an assignment or of sections stands: among its readers, also before these are shown to each other,
 * and on the own desk, where its author goes on seeing it until then. Only staff write to several at once. Throws
 * Problem("not-found") for an audience without a seat of the viewer.
 */
export async function amongPlaces(turn: Turn, audiences: readonly string[]): Promise<readonly PlacedAt[]> {
  const { store, standing } = turn;
  const wanted = [...new Set(audiences)];
  const places = placesIn(turn, wanted);
  if (places.length < wanted.length) throw new Problem("not-found", words.unknownCohort);
  if (wanted.length > 1) {
    if (standing.role === null || !isStaff(standing.role)) throw new Problem("forbidden", words.notForYou);
    const kinships = new Set<string>();
    for (const audience of wanted) kinships.add(await store.cohorts.kinshipOf(audience));
    if (kinships.size > 1) throw new Problem("invalid", words.otherAssignment);
  }
  return withDesk(turn, places);
}

/** The viewer's places in those of the audiences in which they sit. */
function placesIn({ standing: { rooms, shut } }: Turn, audiences: readonly string[]): readonly PlacedAt[] {
  return [...rooms, ...shut].flatMap(({ audience, kind, seat }) =>
    isAmongReaders({ kind }) && audiences.includes(audience) ? { audience, kind, seat, owner: null } : [],
  );
}

/** What stands behind a gate is on its author's desk as well. */
function withDesk(turn: Turn, places: readonly PlacedAt[]): readonly PlacedAt[] {
  return places.some(({ kind }) => kind === "cohort") ? [...places, ownPlace(turn, "desk")] : places;
}

/** The audiences of assignments and sections in which a note stands. */
export function audiencesAmong({ placements }: Pick<NoteRow, "placements">): readonly string[] {
  return placements.filter(isAmongReaders).map(({ audience }) => audience);
}

type Above = { readonly root: NoteRow; readonly parent: NoteRow; readonly privately: boolean };

/**
 * Where a reply stands: where its thread does, of several sections in those that its parent and its author share; where its
 * parent does when that one is private; and privately on the desk of the parent's author and with staff, all of them under the
 * seats by which the group knows them.
 */
export async function placesUnder(turn: Turn, { root, parent, privately }: Above): Promise<readonly PlacedAt[]> {
  if (isPrivateReply(parent)) {
    const { seat } = ownPlace(turn, "group");
    return parent.placements.map((place) => ({ ...place, seat }));
  }
  const among = audiencesAmong(root);
  if (!privately && among.length > 0) {
    // Where thread, parent and the seats of who writes meet: a student's reply stays in the own section, staff's goes to all.
    const above = new Set(audiencesAmong(parent));
    const places = placesIn(
      turn,
      among.filter((audience) => above.has(audience)),
    );
    if (places.length === 0) throw new Problem("forbidden", words.otherSection);
    return withDesk(turn, places);
  }
  if (!privately) return root.placements.map(({ audience, kind }) => ownPlace(turn, kind, audience));
  const { store } = turn;
  const creatorRole = await store.access.roleIn(parent.document, parent.creator);
  demand(turn, "annotation.replyPrivately", { thread: root.id, annotation: { creator: parent.creator, creatorRole } });
  const desk = creatorRole === null ? null : await store.audiences.deskOf(parent.group, parent.creator);
  if (desk === null) throw new Problem("gone", words.authorLeft);
  const { seat } = ownPlace(turn, "group");
  const staff = ownPlace(turn, "staff");
  return [
    { ...staff, seat },
    { audience: desk, kind: "desk", seat, owner: parent.creator },
  ];
}

/** The viewer's seat among those who read the note. Throws Problem("forbidden") where they have none. */
export function ownSeat(turn: Turn, note: NoteRow): string {
  if (isPrivateReply(note)) return ownPlace(turn, "group").seat;
  // A seat in one section means nothing in another: who reads all of them is known to everybody in the group.
  const isEverywhere = audiencesAmong(note).length > 1 && turn.standing.role !== null && isStaff(turn.standing.role);
  if (isEverywhere) return ownPlace(turn, "group").seat;
  const room = turn.standing.rooms.find((open) => note.placements.some(({ audience }) => audience === open.audience));
  if (room === undefined) throw new Problem("forbidden", words.notForYou);
  return room.seat;
}
