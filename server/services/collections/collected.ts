/** The threads of a collection as one reader sees them, whether they are a member or hold a link. */
import type { CollectedThread } from "#app/context/collections.ts";
import { quotation } from "#app/domain/annotation/annotation.ts";
import { escapeHtml, markupHtml } from "#app/domain/markup/html.ts";
import { parseMarkup } from "#app/domain/markup/parse.ts";
import { collectionWords as words } from "#app/words/collections.ts";
import type { EntryRow } from "#db/repositories/collections.ts";
import type { DocumentRow } from "#db/repositories/documents.ts";
import type { Store } from "#db/store.ts";
import { takenText } from "../exports/article.ts";
import { mathMl } from "../exports/math-ml.ts";
import { nameOf, paragraphOf, tombstoneOf } from "../exports/say.ts";
import { noteAddress, type TakenNote, type TakenText, textAddress } from "../exports/taken.ts";
import { inOrder, viewOf } from "../exports/threads.ts";
import type { Place } from "../rights.ts";

/** Code points of a passage, where it only says what a thread is about. */
const EXCERPT = 400;

/** How the reader stands in a text; null where it is closed to them. */
export type PlaceIn = (document: DocumentRow) => Promise<(Place & { readonly group: { readonly id: string } }) | null>;

/** A thread with its notes in order, each after what it answers. */
export type SeenThread = EntryRow & { readonly text: TakenText; readonly notes: readonly TakenNote[] };

/** In the order of the entries; those without words that everybody in the thread's audience reads are left out. */
export async function seenThreads(
  read: Store,
  {
    entries,
    group,
    placeIn,
  }: { readonly entries: readonly EntryRow[]; readonly group: string; readonly placeIn: PlaceIn },
): Promise<readonly SeenThread[]> {
  const notes = await read.annotations.threads(entries.map(({ rootId }) => rootId));
  const found = new Map<string, SeenThread>();
  for (const id of new Set(notes.map(({ document }) => document))) {
    const document = await read.documents.find(id);
    const place = document === null ? null : await placeIn(document);
    if (document === null || place === null) continue;
    const text = await takenText(read, document, { group, isWhole: false });
    const here = notes.filter((note) => note.document === id);
    const view = await viewOf(read, place, here);
    for (const entry of entries) {
      const thread = here.filter(({ root }) => root === entry.rootId);
      const seen = inOrder(thread)
        .flatMap(({ note, depth }) => view(note, depth) ?? [])
        .filter(({ isPrivate, isTombstone, status }) => !isPrivate && (isTombstone || status === "published"));
      if (seen.some(({ isTombstone }) => !isTombstone)) {
        found.set(entry.rootId, { ...entry, text, notes: seen });
      }
    }
  }
  return entries.flatMap(({ rootId }) => found.get(rootId) ?? []);
}

/** As a page shows it. With `isVeiled` its writers are numbered, the same number for the same person within the page. */
export function shownThreads(
  threads: readonly SeenThread[],
  { origin, isVeiled }: { readonly origin: string; readonly isVeiled: boolean },
): readonly CollectedThread[] {
  const numbers = new Map<string, number>();
  const veiled = (name: string): string => {
    const number = numbers.get(name) ?? numbers.size + 1;
    numbers.set(name, number);
    return words.reader(number);
  };
  return threads.map(({ rootId, remark, text, notes }) => {
    const root = notes.find(({ id }) => id === rootId);
    const targets = root?.isTombstone === false ? root.targets : [];
    return {
      ...{ root: rootId, remark, colour: root?.colour ?? null },
      text: { id: text.id, title: text.title, language: text.language, dir: text.dir },
      number: paragraphOf(text, targets[0]?.selector[0].start ?? null),
      quotes: targets.map((target) => shortened(quotation(target))),
      notes: notes.map((note) => ({
        ...{ id: note.id, depth: note.depth, created: note.created, isGone: note.isTombstone },
        name: note.isTombstone ? "" : isVeiled ? veiled(nameOf(note)) : nameOf(note),
        html: note.isTombstone ? escapeHtml(tombstoneOf(note)) : htmlOf(note.body, { origin, text: text.id, isVeiled }),
      })),
    };
  });
}

function htmlOf(
  body: string,
  { origin, text, isVeiled }: { readonly origin: string; readonly text: string; readonly isVeiled: boolean },
): string {
  return markupHtml(parseMarkup(body, { origin }), {
    maths: mathMl,
    // Whom a note names is not said to those who are not to know who wrote.
    ...(isVeiled ? { nameOf: () => words.someone } : {}),
    noteHref: (note) => noteAddress(origin, note),
    paragraphHref: (number) => `${textAddress(origin, text)}/p/${number}`,
  });
}

function shortened(quote: string): string {
  const points = [...quote];
  return points.length <= EXCERPT ? quote : `${points.slice(0, EXCERPT - 1).join("")}…`;
}
