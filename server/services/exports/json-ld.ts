/**
 * Notes as W3C Web Annotations: one AnnotationCollection whose only page is embedded in it (Web Annotation Data Model §5,
 * Vocabulary §3). Written piece by piece; `total` stands last, since it is known only then.
 */
import type { Motivation, Target } from "#app/domain/annotation/annotation.ts";
import { takingWords } from "#app/words/taking.ts";
import { reactionName, tombstoneOf } from "./say.ts";
import { type FileHead, noteAddress, type TakenNote, type TakenText, textAddress } from "./taken.ts";

const words = takingWords.file;

export const CONTEXT = "http://www.w3.org/ns/anno.jsonld";

export type JsonLdItems = { readonly json: string; readonly count: number };

/** The beginning of the file, up to the bracket that opens the items. */
export function jsonLdHead({ origin, address, now }: FileHead, label: string): string {
  const page = `${address}#page-1`;
  const collection = {
    "@context": CONTEXT,
    id: address,
    type: "AnnotationCollection",
    label,
    generator: { id: origin, type: "Software", name: "Glossa" },
    generated: new Date(now).toISOString(),
    last: page,
  };
  const first = { id: page, type: "AnnotationPage", partOf: address, startIndex: 0 };
  return `${JSON.stringify(collection).slice(0, -1)},"first":${JSON.stringify(first).slice(0, -1)},"items":[`;
}

/** A note and what was said of it, one item each; `isFirst` says that no comma goes before them. */
export function jsonLdNote(head: FileHead, text: TakenText, note: TakenNote, isFirst: boolean): JsonLdItems {
  const items = [annotationOf(head, text, note), ...saidOf(head, note)];
  const json = items.map((item) => JSON.stringify(item)).join(",\n");
  return { json: `${isFirst ? "" : ","}\n${json}`, count: items.length };
}

/** The end of the file, with the number of its items. */
export function jsonLdEnd(total: number): string {
  return `\n]},"total":${total}}\n`;
}

/** One annotation. What is not known is left out rather than empty (Data Model §3.3: properties have at least one value). */
export function annotationOf({ origin }: FileHead, text: TakenText, note: TakenNote): object {
  const bodies = bodiesOf(note);
  return {
    id: noteAddress(origin, note.id),
    type: "Annotation",
    motivation: note.motivation,
    ...(note.by === null ? {} : { creator: { type: "Person", name: note.by.name } }),
    created: new Date(note.created).toISOString(),
    ...(note.edited === null ? {} : { modified: new Date(note.edited).toISOString() }),
    ...(bodies.length === 0 ? {} : { body: bodies }),
    target: targetOf(origin, text, note),
  };
}

/**
 * What others said of a note without words of their own is annotations of that note: a reaction assesses it (Vocabulary
 * §3.3.5 `assessing`), the state of a question classifies it and links to its answer. Several people may be the creators
 * of one (Data Model §3.3.1).
 */
function saidOf({ origin }: FileHead, { id, reactions, question }: TakenNote): readonly object[] {
  const target = noteAddress(origin, id);
  const said = (fragment: string, motivation: string, names: readonly string[]) => ({
    id: `${target}#${fragment}`,
    type: "Annotation",
    motivation,
    ...(names.length === 0 ? {} : { creator: names.map((name) => ({ type: "Person", name })) }),
  });
  const assessed = reactions.map(({ reaction, names }) => ({
    ...said(`reaction-${encodeURIComponent(reaction)}`, "assessing", names),
    body: [textual(reactionName(reaction), "assessing", "text/plain")],
    target,
  }));
  if (question === null) return assessed;
  const { state, by, at, answer } = question;
  const link = { type: "SpecificResource", source: noteAddress(origin, answer ?? ""), purpose: "linking" };
  const stands = {
    ...said("state", "classifying", by === null ? [] : [by]),
    ...(at === null ? {} : { created: new Date(at).toISOString() }),
    body: [textual(words.states[state], "classifying", "text/plain"), ...(answer === null ? [] : [link])],
    target,
  };
  return [...assessed, stands];
}

/** Why a body of words is there (Vocabulary: motivations as purposes). */
const purposes: Readonly<Record<Motivation, string>> = {
  highlighting: "commenting",
  commenting: "commenting",
  questioning: "questioning",
  replying: "replying",
};

function bodiesOf(note: TakenNote): readonly object[] {
  // A note that is gone has no words of its own; that it is gone has to be said all the same.
  if (note.isTombstone) return [textual(tombstoneOf(note), "describing", "text/plain")];
  return [
    ...(note.body === "" ? [] : [textual(note.body, purposes[note.motivation], "text/markdown")]),
    ...(note.kind === null ? [] : [textual(note.kind, "classifying", "text/plain")]),
    ...note.tags.map((tag) => textual(tag, "tagging", "text/plain")),
  ];
}

/** Data Model §3.2.4. Its direction is that of its first strong letter, as on the page. */
function textual(value: string, purpose: string, format: string): object {
  return { type: "TextualBody", value, format, textDirection: "auto", purpose };
}

/** A reply is about the note that it answers; a note on the whole text about the text. */
function targetOf(origin: string, text: TakenText, { parent, targets, colour }: TakenNote): unknown {
  if (parent !== null) return noteAddress(origin, parent);
  const source = textAddress(origin, text.id);
  const [first, ...more] = targets.map((target) => specific(source, target, colour));
  if (first === undefined) return source;
  return more.length === 0 ? first : [first, ...more];
}

/** Data Model §4: the same passage said twice, by place and by its words. */
function specific(source: string, { selector }: Target, colour: string | null): object {
  return { type: "SpecificResource", source, selector, ...(colour === null ? {} : { styleClass: colour }) };
}
