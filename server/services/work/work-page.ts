/** A member's work as a page shows it. */
import type { WorkItem, WorkPage } from "#app/context/work.ts";
import { quotation } from "#app/domain/annotation/annotation.ts";
import { markupHtml } from "#app/domain/markup/html.ts";
import { parseMarkup } from "#app/domain/markup/parse.ts";
import { plainText } from "#app/domain/markup/plain-text.ts";
import { type WorkChoice, workCounts } from "#app/domain/work/work-choice.ts";
import type { Store } from "#db/store.ts";
import { mathMl } from "../exports/math-ml.ts";
import { nameOf, paragraphOf, tombstoneOf } from "../exports/say.ts";
import { noteAddress, textAddress } from "../exports/taken.ts";
import { inContext, type NoteInContext } from "./in-context.ts";
import { chosenRows, type SeenWork } from "./seen-work.ts";

/** Notes on one page of it. */
export const NOTES_ON_PAGE = 50;

/** Code points of a passage and of what is answered, where they only say what a note is about. */
const EXCERPT = 280;

export type PageParts = {
  readonly read: Store;
  readonly origin: string;
  /** Without what others said: for those who are given a link. */
  readonly isBare: boolean;
};

type Listed = Pick<WorkPage, "counts" | "texts" | "total" | "from" | "items">;

/** The part of the work that the choice leaves, with honest counts of all of it. */
export async function listWork(
  parts: PageParts,
  seen: SeenWork,
  choice: WorkChoice & { readonly from: number },
): Promise<Listed> {
  const chosen = chosenRows(seen, choice);
  const from = Math.min(Math.max(0, choice.from), Math.max(0, chosen.length - 1));
  const items = await inContext(parts.read, seen, chosen.slice(from, from + NOTES_ON_PAGE));
  const inText = seen.rows.filter((row) => choice.text === null || row.document === choice.text);
  return {
    counts: workCounts(inText.map((row) => ({ ...row, text: row.document }))),
    texts: [...seen.documents.values()].flatMap(({ document: { id, title } }) => {
      const notes = seen.rows.filter((row) => row.document === id).length;
      return notes === 0 ? [] : [{ id, title, notes }];
    }),
    total: chosen.length,
    from,
    items: items.map((item) => itemOf(parts, item)),
  };
}

function itemOf(
  { origin, isBare }: PageParts,
  { text, groupId, note, root, answered, replies }: NoteInContext,
): WorkItem {
  const { id, motivation, kind, tags, status, isPrivate, created, edited } = note;
  const passages = isBare && root?.status !== "published" ? [] : (root?.targets ?? []);
  return {
    ...{ id, motivation, kind, tags, status, isPrivate, created, edited },
    text: {
      ...{ id: text.id, title: text.title, language: text.language, dir: text.dir },
      group: { id: groupId, name: text.group },
    },
    number: paragraphOf(text, passages[0]?.selector[0].start ?? null),
    quotes: passages.map((target) => excerptOf(quotation(target))),
    colour: root?.colour ?? null,
    html: note.body === "" ? "" : htmlOf(origin, text.id, note.body),
    answered: isBare || answered === null ? null : excerptOfNote(origin, answered),
    replies: isBare ? 0 : replies,
  };
}

function htmlOf(origin: string, text: string, body: string): string {
  return markupHtml(parseMarkup(body, { origin }), {
    maths: mathMl,
    noteHref: (note) => noteAddress(origin, note),
    paragraphHref: (number) => `${textAddress(origin, text)}/p/${number}`,
  });
}

function excerptOfNote(origin: string, note: NoteInContext["note"]): WorkItem["answered"] {
  if (note.isTombstone) return { name: "", excerpt: tombstoneOf(note) };
  return { name: nameOf(note), excerpt: excerptOf(plainText(parseMarkup(note.body, { origin }))) };
}

function excerptOf(words: string): string {
  const points = [...words];
  return points.length <= EXCERPT ? words : `${points.slice(0, EXCERPT - 10).join("")}…`;
}
