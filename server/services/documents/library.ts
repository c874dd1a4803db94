import type { LibraryText } from "#app/context/documents.ts";
import { abilities } from "#app/domain/policy/policy.ts";
import { noParts } from "#db/repositories/library.ts";
import type { Store } from "#db/store.ts";
import { isPast, type standingInGroup } from "../rights.ts";
import { rosterFor } from "../veil.ts";

type GroupStanding = NonNullable<Awaited<ReturnType<typeof standingInGroup>>>;

/** Every text of the group with what the viewer would find in it. Five statements, however many texts there are. */
export async function libraryOf(
  read: Store,
  { actor, group, audiences }: GroupStanding,
  { now, readersOf }: { readonly now: number; readonly readersOf: (documentId: string) => readonly string[] },
): Promise<readonly LibraryText[]> {
  const documents = await read.documents.ofGroup(group.id);
  const counts = await read.library.counts(actor.id, audiences);
  const density = await read.library.density(actor.id, audiences);
  const readTo = await read.library.readTo(actor.id, group.id);
  const roster = await rosterFor(read, actor, audiences);
  const people = new Map(
    roster.map(({ id, name, pronouns, hue, picture }) => [id, { id, name, pronouns, hue, picture }]),
  );
  return documents
    .filter(({ deleteAfter }) => !isPast(deleteAfter, now))
    .map((document) => {
      const { id, title, standfirst, opening, author, language, dir, words, createdAt } = document;
      const found = counts.get(id) ?? { notes: 0, unread: 0, questions: 0, own: 0 };
      return {
        ...{ id, title, standfirst, opening, author, language, dir, words, createdAt },
        ...{ archivedAt: document.archivedAt, deleteAfter: document.deleteAfter },
        ...found,
        density: density.get(id)?.notes ?? noParts(),
        unreadDensity: density.get(id)?.unread ?? noParts(),
        readTo: readTo.get(id) ?? null,
        readers: readersOf(id).flatMap((member) => people.get(member) ?? []),
        abilities: abilities(actor, ["document.edit", "document.archive", "document.delete"], { group, document }),
      };
    });
}
