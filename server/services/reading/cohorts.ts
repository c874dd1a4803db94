/** The assignments in which somebody reads a text, as its page needs them. */
import type { PageCohort } from "#app/context/assignments.ts";
import type { ReadingPage } from "#app/context/reading.ts";
import { isStaff } from "#app/domain/group/group.ts";
import { roomName } from "#app/rooms/names.ts";
import type { Store } from "#db/store.ts";
import { epochOf, type Standing } from "../rights.ts";

/** Rooms that are open now, the viewer's own seats also where they wait for a gate, and the assignments. */
export async function roomsOf(
  read: Store,
  standing: Standing,
): Promise<Pick<ReadingPage, "rooms" | "ownSeats" | "cohorts">> {
  const { rooms, shut } = standing;
  return {
    rooms: await Promise.all(rooms.map(async ({ name }) => ({ room: name, epoch: await epochOf(read, name) }))),
    ownSeats: [...rooms, ...shut].map(({ seat }) => seat),
    cohorts: await cohortsOf(read, standing),
  };
}

async function cohortsOf(read: Store, { rooms, shut, document, role }: Standing): Promise<readonly PageCohort[]> {
  const gateOf = new Map(shut.map((seat) => [seat.audience, { gate: seat.gate, posts: seat.posts }]));
  const isWatching = role !== null && isStaff(role);
  const found: (PageCohort & { readonly due: number })[] = [];
  for (const { audience, seat, kind } of [...rooms, ...shut]) {
    if (kind !== "cohort" && kind !== "section") continue;
    const id = kind === "cohort" ? await read.cohorts.assignmentOf(audience) : null;
    const assignment = id === null ? null : await read.assignments.find(id);
    const section = await read.cohorts.sectionOf(audience);
    const among = kind === "section" ? (section?.set.isArchived === true ? null : section?.set) : assignment;
    if (among == null || (kind === "cohort" && assignment?.state !== "published")) continue;
    // What was read before there were sections, or in others, is open to staff still, and nobody writes there.
    if (assignment !== null && assignment.sectionSet !== (section?.set.id ?? null)) continue;
    const room = roomName({ kind: "reading", document: document.id, audience });
    found.push({
      ...{ audience, seat, room, epoch: await epochOf(read, room) },
      among: { id: among.id, title: among.title },
      section: section?.name ?? null,
      isDefault: kind === "cohort" && !isWatching,
      shut: gateOf.get(audience) ?? null,
      prompts: (assignment?.prompts ?? [])
        .filter((prompt) => prompt.document === null || prompt.document === document.id)
        .map((prompt) => ({ id: prompt.id, words: prompt.words })),
      due: kind === "section" ? Number.MAX_SAFE_INTEGER : (assignment?.times.dueAt ?? Number.MAX_SAFE_INTEGER - 1),
    });
  }
  const order = (a: (typeof found)[number], b: (typeof found)[number]) =>
    a.due - b.due || (a.section ?? "").localeCompare(b.section ?? "", undefined, { numeric: true });
  return found.sort(order).map(({ due: _, ...cohort }) => cohort);
}
