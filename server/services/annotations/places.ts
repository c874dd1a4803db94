/** Where notes stand, and under which seat their author and those who react to them sit there. */
import { Problem } from "#app/domain/problem.ts";
import { isPrivateReply, type PlacedAt } from "#app/rooms/projection.ts";
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
 * Where a first note of an assignment stands: among its readers, also before these are shown to each other, and on the own
 * desk, where its author goes on seeing it until then. Throws Problem("not-found") for an audience without a seat of the viewer.
 */
export function cohortPlaces(turn: Turn, audience: string): readonly PlacedAt[] {
  const { rooms, shut } = turn.standing;
  const seat = [...rooms, ...shut].find((one) => one.audience === audience && one.kind === "cohort")?.seat;
  if (seat === undefined) throw new Problem("not-found", words.unknownCohort);
  return [{ audience, kind: "cohort", seat, owner: null }, ownPlace(turn, "desk")];
}

type Above = { readonly root: NoteRow; readonly parent: NoteRow; readonly privately: boolean };

/**
 * Where a reply stands: where its thread does; where its parent does when that one is private; and privately on the desk
 * of the parent's author and with staff, all of them under the seats by which the group knows them.
 */
export async function placesUnder(turn: Turn, { root, parent, privately }: Above): Promise<readonly PlacedAt[]> {
  if (isPrivateReply(parent)) {
    const { seat } = ownPlace(turn, "group");
    return parent.placements.map((place) => ({ ...place, seat }));
  }
  const cohort = root.placements.find(({ kind }) => kind === "cohort");
  if (!privately && cohort !== undefined) return cohortPlaces(turn, cohort.audience);
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
  const room = turn.standing.rooms.find((open) => note.placements.some(({ audience }) => audience === open.audience));
  if (room === undefined) throw new Problem("forbidden", words.notForYou);
  return room.seat;
}
