/** Which of a member's notes somebody sees, before any word of them is read. */
import { seesThrough } from "#app/domain/audience/veil.ts";
import { isShown, type WorkChoice } from "#app/domain/work/work-choice.ts";
import type { DocumentRow } from "#db/repositories/documents.ts";
import type { WorkRow } from "#db/repositories/work.ts";
import type { Store } from "#db/store.ts";
import { isPast, type Standing, sightFor, standingIn } from "../rights.ts";
import { veiledAudiences } from "../veil.ts";

/** A group that work is looked for in. */
export type WorkGroup = { readonly id: string; readonly name: string };

/** A text of the group with how the reader stands in it. */
export type WorkDocument = { readonly document: DocumentRow; readonly group: WorkGroup; readonly standing: Standing };

export type SeenWork = {
  /** In the order of the library. */
  readonly documents: ReadonlyMap<string, WorkDocument>;
  readonly rows: readonly WorkRow[];
};

/** What `reader` sees of what `member` wrote in these groups: bodies only, no traces of what is gone. */
export async function seenWork(
  read: Store,
  who: { readonly reader: string; readonly member: string; readonly now: number },
  groups: readonly WorkGroup[],
): Promise<SeenWork> {
  const documents = new Map<string, WorkDocument>();
  const rows: WorkRow[] = [];
  for (const group of groups) {
    const written = await unveiled(read, who, await read.work.written(who.member, group.id), group.id);
    const touched = new Set(written.map((row) => row.document));
    for (const document of await read.documents.ofGroup(group.id)) {
      if (!touched.has(document.id) || isPast(document.deleteAfter, who.now)) continue;
      const { now } = who;
      const standing = await standingIn(read, { memberId: who.reader, documentId: document.id, now });
      if (standing !== null) documents.set(document.id, { document, group, standing });
    }
    rows.push(
      ...written.filter((row) => {
        const known = documents.get(row.document);
        return known !== undefined && sightFor(known.standing, row, "none") === "body";
      }),
    );
  }
  return { documents, rows };
}

/** Without what the member wrote under a pseudonym, unless who looks sees through it: a list under the name would say whose it is. */
async function unveiled(
  read: Store,
  { reader, member }: { readonly reader: string; readonly member: string },
  rows: readonly WorkRow[],
  groupId: string,
): Promise<readonly WorkRow[]> {
  const looking = { id: reader, role: await read.memberships.roleOf(groupId, reader) };
  if (seesThrough(looking, member)) return rows;
  const veiled = await veiledAudiences(read, member, groupId);
  return rows.filter(({ placements }) => !placements.some(({ audience }) => veiled.has(audience)));
}

/** What the choice leaves, in its order. */
export function chosenRows({ documents, rows }: SeenWork, { order, show, text }: WorkChoice): readonly WorkRow[] {
  const left = rows.filter(
    (row) => (text === null || row.document === text) && isShown({ ...row, text: row.document }, show),
  );
  if (order === "newest" || order === "oldest") {
    const oldest = [...left].sort((a, b) => a.created - b.created || (a.id < b.id ? -1 : 1));
    return order === "oldest" ? oldest : oldest.reverse();
  }
  const texts = [...documents.values()];
  if (order === "title") texts.sort((a, b) => a.document.title.localeCompare(b.document.title));
  const places = new Map(texts.map(({ document }, place) => [document.id, place]));
  // Rows come by place in their text, and sorting keeps that.
  return [...left].sort((a, b) => (places.get(a.document) ?? 0) - (places.get(b.document) ?? 0));
}
