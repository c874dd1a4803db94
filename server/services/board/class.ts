/** The students of an assignment as its markers see them: by name, or under pseudonyms while marking is blind. */
import { createHash } from "node:crypto";
import type { BoardRow } from "#app/context/board.ts";
import { isStaff } from "#app/domain/group/group.ts";
import { boardWords } from "#app/words/board.ts";
import type { AssignmentRow } from "#db/repositories/assignments.ts";
import type { GradeRow } from "#db/repositories/grades.ts";
import type { Store } from "#db/store.ts";
import { studentsOf } from "../assignments/enter.ts";

type Face = Pick<BoardRow, "id" | "name" | "pronouns" | "hue" | "picture">;

/** `member` is the account behind it, which never leaves the server while `isVeiled`. */
export type Student = { readonly member: string; readonly face: Face; readonly isVeiled: boolean };

/** Letters that are not taken for each other. */
const LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";
const CODE = 4;

/** By name, and by pseudonym before those where marking is blind: an order that tells nothing. */
export async function classOf(
  store: Store,
  assignment: AssignmentRow,
  grades: ReadonlyMap<string, GradeRow>,
): Promise<readonly Student[]> {
  const students = await studentsOf(store, assignment.group);
  const seats = assignment.isBlind ? await store.board.seats(assignment.id) : new Map<string, string>();
  const found = students.map(({ id, name, pronouns, hue, picture }): Student => {
    const isVeiled = assignment.isBlind && grades.get(id)?.releasedAt == null;
    const face = isVeiled ? veil(assignment, seats.get(id) ?? id) : { id, name, pronouns, hue, picture };
    return { member: id, face, isVeiled };
  });
  return found.sort((a, b) => Number(b.isVeiled) - Number(a.isVeiled) || compare(a.face, b.face));
}

/** By the id that the viewer was shown; a member id finds nobody whose name is not shown. */
export function studentBy(students: readonly Student[], id: string): Student | null {
  return students.find(({ face }) => face.id === id) ?? null;
}

/** What members are called here: students by their pseudonyms while marking is blind, and who was one by no name at all. */
export async function namesIn(
  store: Store,
  { group, isBlind }: Pick<AssignmentRow, "group" | "isBlind">,
  students: readonly Student[],
  members: readonly string[],
): Promise<(member: string) => string> {
  const shown = new Map(students.map(({ member, face }) => [member, face.name]));
  const staff = new Set(
    (await store.memberships.rolesIn(group)).flatMap(({ member, role }) => (isStaff(role) ? member : [])),
  );
  const others = members.filter((member) => !shown.has(member) && (!isBlind || staff.has(member)));
  const profiles = await store.members.profiles(others);
  return (member) => shown.get(member) ?? profiles.get(member)?.name ?? boardWords.formerReader;
}

/** The stable pseudonym of a seat, which nobody can reckon back: a seat's id is 80 random bits. */
function veil({ id }: AssignmentRow, seat: string): Face {
  const digest = createHash("sha256").update(`blind ${id} ${seat}`).digest();
  const code = [...digest.subarray(0, CODE)].map((byte) => LETTERS[byte % LETTERS.length]).join("");
  const key = `blind-${digest.toString("hex").slice(0, 24)}`;
  return { id: key, name: boardWords.pseudonym(code), pronouns: "", hue: 1 + ((digest[CODE] ?? 0) % 5), picture: null };
}

function compare(a: Face, b: Face): number {
  return a.name.localeCompare(b.name) || (a.id < b.id ? -1 : 1);
}
