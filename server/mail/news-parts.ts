/** A letter about news with every sentence said, from which text and HTML are made alike. */
import { parseMarkup } from "#app/domain/markup/parse.ts";
import { plainText } from "#app/domain/markup/plain-text.ts";
import type { Markup } from "#app/domain/markup/tree.ts";
import type { NewsLetter, ToldNote } from "#app/domain/news/letter.ts";
import { newsMailWords as words } from "#app/words/news-mail.ts";
import { timeWords } from "#app/words/time.ts";

/** One note: what happened, where, and what it says. */
export type NotePart = {
  readonly happened: string;
  readonly when: string;
  /** Null where the part before it stands at the same place. */
  readonly place: string | null;
  readonly group: string;
  readonly passage: string | null;
  readonly language: string;
  readonly dir: "ltr" | "rtl";
  readonly body: Markup;
  readonly link: { readonly label: string; readonly url: string };
};

export type Link = { readonly label: string; readonly url: string };

export type NewsParts = {
  readonly subject: string;
  readonly notes: readonly NotePart[];
  readonly further: string | null;
  readonly why: string;
  /** Choosing, and stopping. */
  readonly ways: readonly Link[];
};

/** UTF-16 code units of a passage, and of a note in a digest; a letter is to call, not to replace the page. */
const MAX_PASSAGE = 400;
const MAX_EXCERPT = 700;
/** UTF-16 code units of a title or a name in a subject. */
const MAX_IN_SUBJECT = 80;

/** Says the letter in the language of the moment. `origin` is the site's address. */
export function newsParts(letter: NewsLetter, origin: string): NewsParts {
  const { notes, further, frequency, stopUrl } = letter;
  const isDigest = frequency !== "at-once";
  return {
    subject: subjectOf(letter),
    notes: notes.map((note, i) => {
      const before = notes[i - 1];
      const isThere = before !== undefined && before.root === note.root && before.passage === note.passage;
      return notePart(note, { origin, isDigest, isThere, timeZone: letter.timeZone });
    }),
    further: further > 0 ? words.further(further) : null,
    why: whyOf(letter),
    ways: [
      { label: words.choose, url: `${origin}/settings/letters` },
      { label: words.stop[frequency], url: stopUrl },
    ],
  };
}

function notePart(
  note: ToldNote,
  at: { readonly origin: string; readonly isDigest: boolean; readonly isThere: boolean; readonly timeZone: string },
): NotePart {
  const { origin, isDigest, isThere } = at;
  const body = parseMarkup(note.body, { origin });
  return {
    happened: words.happened[note.kind](note.by ?? words.somebody),
    when: new Intl.DateTimeFormat(timeWords.locale, {
      ...{ day: "numeric", month: "long", hour: "2-digit", minute: "2-digit" },
      timeZone: at.timeZone,
    }).format(note.created),
    place: isThere ? null : words.place(note.text.title, note.number),
    group: note.group.name,
    passage: isThere || note.passage === null ? null : cut(note.passage, MAX_PASSAGE),
    language: note.text.language,
    dir: note.text.dir,
    body: isDigest ? excerptOf(body) : body,
    link: { label: isDigest ? words.open : words.answer, url: `${origin}/n/${note.note}` },
  };
}

/** Whole while it is short, else the beginning of its words. */
function excerptOf(body: Markup): Markup {
  const text = plainText(body);
  if (text.length <= MAX_EXCERPT) return body;
  return [{ kind: "paragraph", content: [{ kind: "text", text: cut(text.replace(/\s+/g, " "), MAX_EXCERPT) }] }];
}

function subjectOf({ frequency, notes, further }: NewsLetter): string {
  const [first] = notes;
  const groups = [...new Map(notes.map(({ group }) => [group.id, group.name])).values()];
  const where = groups.length === 1 ? oneLine(groups[0] ?? "") : words.groups(groups.length);
  if (frequency !== "at-once") return words.digest[frequency](notes.length + further, where);
  return words.subject(oneLine(first?.text.title ?? ""), first?.number ?? null, where);
}

function whyOf({ frequency, notes }: NewsLetter): string {
  const [first] = notes;
  if (frequency !== "at-once" || first === undefined)
    return words.whyDigest[frequency === "weekly" ? "weekly" : "daily"];
  return words.why[first.kind](oneLine(first.group.name));
}

/** C5: what people called something, as it may stand in a header. */
function oneLine(name: string): string {
  return cut(name.replace(/[\p{C}\p{Zl}\p{Zp}\s]+/gu, " ").trim(), MAX_IN_SUBJECT);
}

/** At most so many code units, cut between words where there is one and never inside a character. */
function cut(text: string, most: number): string {
  if (text.length <= most) return text;
  const head = text.slice(0, most).replace(/[\uD800-\uDBFF]$/u, "");
  const space = head.lastIndexOf(" ");
  return `${(space > most / 2 ? head.slice(0, space) : head).trimEnd()}…`;
}
