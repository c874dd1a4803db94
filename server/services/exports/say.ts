/** What several writers say of a note in the same words. */

import { ENDORSEMENT, type Reaction } from "#app/domain/annotation/reaction.ts";
import { pageAt } from "#app/domain/document/pages.ts";
import { sayLicence } from "#app/words/say-licence.ts";
import { takingWords } from "#app/words/taking.ts";
import { timeWords } from "#app/words/time.ts";
import type { FileHead, TakenNote, TakenText } from "./taken.ts";

const words = takingWords.file;

/** The number that a seminar cites for a place, or null where it has none. */
export function paragraphOf({ blocks }: Pick<TakenText, "blocks">, start: number | null): number | null {
  return start === null ? null : (blocks.findLast((block) => block.start <= start)?.number ?? null);
}

/** How a place is cited: "¶3, p. 12" as far as it has a number and a page, else that it is the whole text. */
export function placeOf(text: Pick<TakenText, "blocks" | "pages">, start: number | null): string {
  const number = paragraphOf(text, start);
  const page = start === null ? null : pageAt(text.pages, start);
  const said = [number === null ? "" : `¶${number}`, page === null ? "" : words.page(page)].filter(
    (part) => part !== "",
  );
  return said.join(", ") || words.wholeText;
}

/** A day in the zone of whoever takes the file along. */
export function dayOf(at: number, { zone }: Pick<FileHead, "zone">): string {
  return new Intl.DateTimeFormat(timeWords.locale, { dateStyle: "medium", timeZone: zone }).format(at);
}

/** What is known of a text: by whom, when, where from, under what terms; "" is left out. */
export function factsOfText({ author, published, source, licence, rights }: TakenText): readonly string[] {
  const by = author === "" ? "" : words.by(author);
  return [by, published, source, sayLicence(licence), rights].filter((fact) => fact !== "");
}

/** What stands where a note was. */
export function tombstoneOf({ status }: Pick<TakenNote, "status">): string {
  switch (status) {
    case "deleted":
    case "hidden":
    case "removed":
      return words.tombstone[status];
    default:
      return words.tombstone.gone;
  }
}

/** Who wrote it. */
export function nameOf({ by }: Pick<TakenNote, "by">): string {
  return by?.name ?? words.someone;
}

/** The line beside a name: role, day, kind, and who sees it, as far as there is something to say. */
export function factsOf(note: TakenNote, head: Pick<FileHead, "zone">): readonly string[] {
  const role = note.by?.role ?? null;
  return [
    role === null ? "" : words.roles[role],
    dayOf(note.created, head),
    note.edited === null ? "" : words.edited(dayOf(note.edited, head)),
    note.kind ?? "",
    questionOf(note),
    note.isAnswer ? words.answer : "",
    note.isPrivate ? words.onlyMe : "",
    note.status === "hidden" || note.status === "removed" ? words.hidden : "",
    note.status === "held" || note.status === "spam" ? words.held : "",
    ...endorsementOf(note),
    ...reactionsOf(note),
  ].filter((fact) => fact !== "");
}

/** Names of those who endorse it; who must not be named is someone. */
export function endorsersOf({ reactions }: Pick<TakenNote, "reactions">): readonly string[] {
  const given = reactions.find(({ reaction }) => reaction === ENDORSEMENT);
  if (given === undefined) return [];
  return given.names.length === 0 ? [words.someone] : given.names;
}

/** Signals and faces with how many gave them; without endorsements, which have a line of their own. */
export function reactionsOf({ reactions }: Pick<TakenNote, "reactions">): readonly string[] {
  const others = reactions.filter(({ reaction }) => reaction !== ENDORSEMENT);
  return others.map(({ reaction, count }) => words.times(reactionName(reaction), count));
}

/** Signals in words; a face is one already. */
export function reactionName(reaction: Reaction): string {
  const names: Readonly<Record<string, string>> = words.reactions;
  return names[reaction] ?? reaction;
}

function endorsementOf(note: Pick<TakenNote, "reactions">): readonly string[] {
  const names = endorsersOf(note);
  return names.length === 0 ? [] : [words.endorsedBy(names)];
}

function questionOf({ question, motivation }: Pick<TakenNote, "question" | "motivation">): string {
  if (question === null) return motivation === "questioning" ? words.question : "";
  const state = words.states[question.state];
  return question.by === null ? state : words.markedBy(state, question.by);
}
