/** Class mode: a teacher calls everybody to a place. Authorised like every command, stored nowhere. */
import type { LeadService } from "#app/context/lead.ts";
import type { Viewer } from "#app/context/viewer.ts";
import { can } from "#app/domain/policy/policy.ts";
import { Problem } from "#app/domain/problem.ts";
import type { LeadPlace } from "#app/rooms/lead.ts";
import { annotationWords as words } from "#app/words/annotations.ts";
import { leadWords } from "#app/words/lead.ts";
import type { Store } from "#db/store.ts";
import { type OpenRoom, type Standing, sightFor, standingIn } from "./rights.ts";

export type LeadParts = {
  readonly read: Store;
  /** Milliseconds since 1970. */
  readonly clock: () => number;
  /** Says it in the room, in the name of a seat; null ends it. */
  readonly bring: (room: string, seat: string, place: LeadPlace | null) => void;
};

export function makeLeadService({ read, clock, bring }: LeadParts): LeadService {
  const admit = async (viewer: Viewer, documentId: string) => {
    const standing = await standingIn(read, { memberId: viewer.id, documentId, now: clock() });
    const room = standing?.rooms[0];
    if (standing === null || room === undefined) throw new Problem("not-found", words.unknownText);
    const { actor, group, document } = standing;
    if (!can(actor, "class.lead", { group, document })) throw new Problem("forbidden", leadWords.notAllowed);
    return { standing, room };
  };
  return {
    async look(viewer, documentId, { start, note }) {
      const { standing, room } = await admit(viewer, documentId);
      const place = note === null ? await placeAt(read, standing, start) : await placeOf(read, standing, room, note);
      bring(room.name, room.seat, place);
    },
    async end(viewer, documentId) {
      const { room } = await admit(viewer, documentId);
      bring(room.name, room.seat, null);
    },
  };
}

async function placeAt(read: Store, { document }: Standing, start: number | null): Promise<LeadPlace> {
  const blocks = await read.documents.blocks(document.revisionId);
  const end = blocks.at(-1)?.end ?? 0;
  if (start === null || !Number.isInteger(start) || start < 0 || start >= end)
    throw new Problem("invalid", words.malformed);
  return { start, note: null };
}

/** The thread of a note that the whole group sees: nobody is called to what they may not read. */
async function placeOf(read: Store, standing: Standing, room: OpenRoom, id: string): Promise<LeadPlace> {
  const note = await read.annotations.find(id);
  const root = note === null || note.document !== standing.document.id ? null : await read.annotations.find(note.root);
  const isForAll =
    root?.status === "published" &&
    root.placements.some(({ audience }) => audience === room.audience) &&
    sightFor(standing, root, "none") === "body";
  if (root === null || !isForAll) throw new Problem("not-found", words.unknownNote);
  return { start: root.target?.selector[0].start ?? null, note: root.id };
}
