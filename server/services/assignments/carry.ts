/** A teacher's notes that came with a copied assignment, written again where it is read. */
import type { CurationService } from "#app/context/curation.ts";
import type { AnnotationService } from "#app/context/reading.ts";
import { isProblem } from "#app/domain/problem.ts";
import type { AssignmentRow } from "#db/repositories/assignments.ts";
import type { NoteRow } from "#db/repositories/note-rows.ts";
import type { CarriedNote } from "#db/schema/assignments.ts";
import type { Store } from "#db/store.ts";
import { viewerOf } from "../../auth/viewer.ts";

/** Notes go the way of every note: rules, rooms and news know of them. */
export type Hands = {
  readonly notes: Pick<AnnotationService, "run">;
  readonly curation: Pick<CurationService, "run">;
};

/**
 * Writes them, each as its author, under their ids of the copy, so that being asked twice is being asked once; pinned ones are
 * pinned again. Gives those that did not come for now: their author does not read there, or a rule or a lock keeps them out.
 */
export async function carryNotes(
  read: Store,
  { id, carries }: Pick<AssignmentRow, "id" | "carries">,
  hands: Hands,
): Promise<readonly CarriedNote[]> {
  // Where it has sections, in all of them.
  const [audience, ...also] = (await read.cohorts.ofAssignment(id)).map((cohort) => cohort.audience);
  const left: CarriedNote[] = [];
  for (const carried of carries) {
    const note = await read.annotations.find(carried.note);
    const text = await read.documents.find(carried.document);
    const author = note === null ? null : await read.members.byId(note.creator);
    // What is gone since comes no more.
    if (audience === undefined || note?.status !== "published" || text === null || author === null) continue;
    const there = { as: carried.as, document: text.id, source: text.revisionId, audience, also };
    try {
      await hands.notes.run(viewerOf(author), commandOf(note, there));
      if (note.curation?.pinned == null) continue;
      await hands.curation.run(viewerOf(author), { verb: "pin", id: carried.as, until: null });
    } catch (thrown) {
      if (!isProblem(thrown)) throw thrown;
      left.push(carried);
    }
  }
  return left;
}

type There = {
  readonly as: string;
  readonly document: string;
  readonly source: string;
  readonly audience: string;
  readonly also: readonly string[];
};

function commandOf(
  { motivation, colour, body, target, more, kind, tags }: NoteRow,
  { as, document, source, audience, also }: There,
): Parameters<AnnotationService["run"]>[1] {
  const there = ({ selector }: NonNullable<NoteRow["target"]>) => ({ source, selector });
  return {
    ...{ verb: "publish", id: as, document, motivation: motivation === "replying" ? "commenting" : motivation },
    ...{ colour: colour ?? "amber", body, placement: "everyone", audience, tags },
    ...(also.length > 0 ? { also } : {}),
    target: target === null ? null : there(target),
    more: more.map(there),
    // A kind that a group made means nothing in another one.
    kind: kind !== null && kind.length === 26 ? null : kind,
  };
}
