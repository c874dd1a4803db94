/** What a writer may name: people, paragraphs, notes and tags, as a field offers them while somebody types. */
import type { RosterSeat } from "#app/context/reading.ts";

export type Named = { readonly id: string; readonly label: string; readonly detail: string };

/** Everything that can be named on this page; asked for when a list opens, since notes come and go. */
export type Suggestions = {
  /** Members with their seats in the audiences that the reader reads, the reader left out. */
  readonly people: () => readonly RosterSeat[];
  readonly paragraphs: () => readonly { readonly number: number; readonly words: string }[];
  /** Tags that notes of this text carry, the most used first. */
  readonly tags: () => readonly string[];
  readonly notes: () => readonly { readonly id: string; readonly name: string; readonly words: string }[];
};

/** Who may be named: the group, nobody under a private note, who reads in an assignment, or who sees a private reply. */
export type Audience = "everyone" | "nobody" | { readonly among: string } | { readonly staffAnd: string };

/** The part of a line that is being completed; offsets in UTF-16 code units. */
export type Asked = { readonly kind: "person" | "paragraph" | "note"; readonly query: string; readonly start: number };

/** Longer than any name: what is behind such a sign is a sentence. */
const LONGEST = 40;
const person = /(?:^|[\s([{“"'«—-])@([\p{L}\p{N}][\p{L}\p{M}\p{N}.'’ -]*|)$/u;
const note = /\[\[([^\][\n]*)$/u;
const paragraph = /(?:¶ ?|(?:^|[\s([])#)(\d{0,5}|\p{L}[^\n]*)$/u;

/** What is asked for at the caret, or null. */
export function askedAt(text: string, caret: number): Asked | null {
  const line = text.slice(Math.max(text.lastIndexOf("\n", caret - 1) + 1, caret - LONGEST - 3), caret);
  for (const [kind, pattern, sign] of [
    ["note", note, "[["],
    ["person", person, "@"],
    ["paragraph", paragraph, null],
  ] as const) {
    const found = pattern.exec(line);
    if (found === null) continue;
    const query = found[1] ?? "";
    const signLength = sign?.length ?? /^[^¶#]*(¶ ?|#)/u.exec(found[0])?.[1]?.length ?? 1;
    return { kind, query, start: caret - query.length - signLength };
  }
  return null;
}

/** What goes in place of what was typed. */
export type Offer = Named & { readonly insert: string };

const OFFERED = 8;

/** The best answers, at most eight: those that begin so, then those with a word that does, then those that hold it. */
export function offersFor({ kind, query }: Asked, from: Suggestions, audience: Audience): readonly Offer[] {
  if (kind === "paragraph") return paragraphsLike(query, from);
  const all = kind === "person" ? peopleIn(from.people(), audience).map(offerOfPerson) : from.notes().map(offerOfNote);
  return bestOf(all, query);
}

/** The named things that fit a query best, at most eight. */
export function bestOf<N extends Named>(all: readonly N[], query: string): readonly N[] {
  const asked = fold(query);
  const ranked = all.flatMap((one) => {
    const rank = rankOf(fold(one.label), asked, fold(one.detail));
    return rank === null ? [] : [{ one, rank }];
  });
  return ranked
    .sort((a, b) => a.rank - b.rank)
    .slice(0, OFFERED)
    .map(({ one }) => one);
}

function rankOf(label: string, asked: string, detail: string): number | null {
  if (label.startsWith(asked)) return 0;
  if (label.split(/[\s.-]+/u).some((word) => word.startsWith(asked))) return 1;
  if (label.includes(asked)) return 2;
  return detail.includes(asked) ? 3 : null;
}

function peopleIn(people: readonly RosterSeat[], audience: Audience): readonly RosterSeat[] {
  if (audience === "nobody") return [];
  // A seat names somebody only where the note stands.
  if (typeof audience === "object" && "among" in audience) {
    return people.filter((one) => one.audience === audience.among);
  }
  const inGroup = people.filter(({ room }) => room === "reading");
  if (audience === "everyone") return inGroup;
  const staff = new Set(["owner", "teacher", "moderator"]);
  return inGroup.filter(({ id, role }) => id === audience.staffAnd || (role !== null && staff.has(role)));
}

function offerOfPerson({ seat, name, pronouns }: RosterSeat): Offer {
  return { id: seat, label: name, detail: pronouns, insert: `@${name} ` };
}

function offerOfNote({ id, name, words }: ReturnType<Suggestions["notes"]>[number]): Offer {
  const label = words === "" ? name : `${name}: ${words}`;
  return { id, label, detail: "", insert: `[${escaped(label)}](note:${id}) ` };
}

function paragraphsLike(query: string, from: Suggestions): readonly Offer[] {
  const asked = fold(query.trim());
  const isNumber = /^\d*$/u.test(asked);
  return from
    .paragraphs()
    .filter(({ number, words }) => (isNumber ? String(number).startsWith(asked) : fold(words).includes(asked)))
    .slice(0, OFFERED)
    .map(({ number, words }) => ({ id: String(number), label: `¶${number}`, detail: words, insert: `¶${number} ` }));
}

/** As the words of a link: what would end it or begin something else is written with a backslash. */
export function escaped(label: string): string {
  return label.replace(/[\\[\]*_`$~<>]/gu, "\\$&");
}

/** Without case and accents, as one looks for things. */
export function fold(words: string): string {
  return words.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
}
