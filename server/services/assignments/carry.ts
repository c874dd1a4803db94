/** A teacher's notes that came with a copied assignment, written again where it is read. */
import type { CurationService } from "#app/context/curation.ts";
import type { AnnotationService } from "#app/context/reading.ts";
import type { Viewer } from "#app/context/viewer.ts";
import { isProblem } from "#app/domain/problem.ts";
import type { AssignmentRow } from "#db/repositories/assignments.ts";
import type { NoteRow } from "#db/repositories/note-rows.ts";
import type { Store } from "#db/store.ts";

/** Notes go the way of every note: rules, rooms and news know of them. */
export type Hands = {
  readonly notes: Pick<AnnotationService, "run">;
  readonly curation: Pick<CurationService, "run">;
};

/**
 * Writes them under their ids of the copy, so that being asked twice is being asked once; pinned ones are pinned again.
 * What is gone since, or was never the viewer's, stays behind.
 */
export async function carryNotes(
  read: Store,
  { id, carries }: Pick<AssignmentRow, "id" | "carries">,
  { viewer, hands }: { readonly viewer: Viewer; readonly hands: Hands },
): Promise<void> {
  // Where it has sections, in all of them.
  const [audience, ...also] = (await read.cohorts.ofAssignment(id)).map((cohort) => cohort.audience);
  if (audience === undefined) return;
  for (const { note: original, as, document } of carries) {
    const note = await read.annotations.find(original);
    const text = await read.documents.find(document);
    if (note?.creator !== viewer.id || note.status !== "published" || text === null) continue;
    try {
      await hands.notes.run(viewer, commandOf(note, { as, document, source: text.revisionId, audience, also }));
      if (note.curation?.pinned != null) await hands.curation.run(viewer, { verb: "pin", id: as, until: null });
    } catch (thrown) {
      // A text that takes no notes, or words that the new group's rules refuse: the others still come.
      if (!isProblem(thrown)) throw thrown;
    }
  }
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
