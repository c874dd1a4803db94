import type { CitedThread } from "#app/context/together.ts";
import { quotation } from "#app/domain/annotation/annotation.ts";
import { parseMarkup } from "#app/domain/markup/parse.ts";
import { plainText } from "#app/domain/markup/plain-text.ts";
import type { NoteRow } from "#db/repositories/annotations.ts";
import type { Store } from "#db/store.ts";
import { nameOf } from "../exports/say.ts";
import { viewOf } from "../exports/threads.ts";
import { standingIn } from "../rights.ts";

/** Citations of a page that are told apart; further ones stand without their words. */
const CITED = 100;
/** UTF-16 code units: the half of a line. */
const BEGINNING = 60;

/** What a page says of the notes that it cites, as far as the member may read them. */
export async function citedThreads(
  read: Store,
  { member, now }: { readonly member: string; readonly now: number },
  ids: readonly string[],
): Promise<readonly CitedThread[]> {
  const byText = new Map<string, NoteRow[]>();
  for (const id of new Set(ids.slice(0, CITED))) {
    const note = await read.annotations.find(id);
    if (note !== null) byText.set(note.document, [...(byText.get(note.document) ?? []), note]);
  }
  const cited: CitedThread[] = [];
  for (const [documentId, notes] of byText) {
    const standing = await standingIn(read, { memberId: member, documentId, now });
    if (standing === null) continue;
    const view = await viewOf(read, standing, notes);
    for (const row of notes) {
      const note = view(row, 0);
      if (note === null || note.isTombstone) continue;
      const [passage] = note.targets;
      const words = note.body === "" ? `“${passage === undefined ? "" : quotation(passage)}”` : beginningOf(note.body);
      cited.push({ note: row.id, name: nameOf(note), words: shorten(words) });
    }
  }
  return cited;
}

/** Without the marks; no more is read than may be shown. */
function beginningOf(body: string): string {
  return plainText(parseMarkup(body.slice(0, 4 * BEGINNING), { origin: "" }));
}

function shorten(words: string): string {
  const line = words.replace(/\s+/gu, " ").trim();
  if (line.length <= BEGINNING) return line;
  const cut = line.slice(0, BEGINNING);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(" "), BEGINNING / 2)).trimEnd()}…`;
}
