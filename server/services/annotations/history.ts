import type { NoteVersion } from "#app/context/reading.ts";
import type { Viewer } from "#app/context/viewer.ts";
import { Problem } from "#app/domain/problem.ts";
import { annotationWords as words } from "#app/words/annotations.ts";
import type { Store } from "#db/store.ts";
import { standingIn } from "../rights.ts";
import { sightIn } from "./turn.ts";

/** The bodies of a note, oldest first, for those who see its words; of a tombstone none. Throws Problem("not-found"). */
export async function history(
  read: Store,
  { viewer, id, now }: { readonly viewer: Viewer; readonly id: string; readonly now: number },
): Promise<readonly NoteVersion[]> {
  const note = await read.annotations.find(id);
  if (note === null) throw new Problem("not-found", words.unknownNote);
  const standing = await standingIn(read, { memberId: viewer.id, documentId: note.document, now });
  const sight = standing === null ? "nothing" : await sightIn(read, standing, note);
  if (sight === "nothing") throw new Problem("not-found", words.unknownNote);
  if (sight !== "body") return [];
  return (await read.annotations.bodies(id)).map(({ body, at }) => ({ body, at }));
}
