/** What came over HTTP, made into commands. The service checks every field; here only the way there is found. */
import type { ReadingPage } from "#app/context/reading.ts";
import { MAX_TAGS } from "#app/domain/annotation/annotation.ts";
import type { AnnotationCommand } from "#app/domain/annotation/command.ts";
import { describe, tidySpan } from "#app/domain/annotation/describe.ts";
import type { Reaction } from "#app/domain/annotation/reaction.ts";
import { Problem } from "#app/domain/problem.ts";
import { readingWords } from "#app/words/reading.ts";
import { blockText } from "./block-text.ts";

const words = readingWords.problems;

/** A command of the outbox. Throws Problem("invalid") for one about another text than the address names. */
export function commandFromJson(body: unknown, document: string): AnnotationCommand {
  const isAboutIt = typeof body === "object" && body !== null && "document" in body && body.document === document;
  if (!isAboutIt) throw new Problem("invalid", words.badCommand);
  return body as AnnotationCommand;
}

export type FormSurroundings = {
  readonly page: ReadingPage;
  /** The revision's stored HTML. */
  readonly html: string;
  readonly newId: () => string;
};

/** A command of a plain form: about a note that is there, a reply, or a note on a paragraph or on the whole text. */
export function commandFromForm(form: FormData, { page, html, newId }: FormSurroundings): AnnotationCommand {
  const field = (name: string): string => {
    const value = form.get(name);
    return typeof value === "string" ? value : "";
  };
  const verb = field("verb");
  const about = { id: field("id"), document: page.document.id } as const;
  // A form that was sent back is sent again as it is: whether its words were looked at, the server knows.
  if (verb === "edit") return { ...about, verb, body: field("body"), version: Number(field("version")), nudged: true };
  if (verb === "react") {
    // The service refuses what is none of the signs.
    return { ...about, verb, reaction: field("reaction") as Reaction, on: field("on") !== "" };
  }
  if (verb === "answer") return { ...about, verb, by: field("by") === "" ? null : field("by") };
  if (verb === "reopen") return { ...about, verb };
  if (verb === "delete" || verb === "hide" || verb === "restore") return { ...about, verb };
  const shared = { id: newId(), document: page.document.id, body: field("body"), nudged: true } as const;
  if (verb === "reply")
    return { ...shared, verb: "reply", parent: field("parent"), privately: field("privately") !== "" };
  const asks = field("question") !== "";
  return {
    ...shared,
    verb: "publish",
    motivation: asks ? "questioning" : "commenting",
    colour: asks ? "blue" : "amber",
    placement: field("private") === "" ? "everyone" : "me",
    ...amongOf(form),
    kind: asks || field("kind") === "" ? null : field("kind"),
    tags: field("tags")
      .split(",")
      .slice(0, MAX_TAGS + 1),
    target: targetOf(field("number").trim(), page, html),
  };
}

/** Where it stands besides the whole group: nowhere, in one audience, or in several sections. */
function amongOf(form: FormData): { readonly audience?: string; readonly also?: readonly string[] } {
  const [audience, ...also] = form
    .getAll("audience")
    .map(String)
    .filter((one) => one !== "");
  if (audience === undefined) return {};
  return also.length === 0 ? { audience } : { audience, also };
}

function targetOf(number: string, { blocks, revision }: ReadingPage, html: string) {
  if (number === "") return null;
  const block = blocks.find((one) => one.number !== null && String(one.number) === number);
  const text = block && blockText(html, block.n);
  const span = text && tidySpan(text, { start: 0, end: text.length });
  if (!block || !text || !span) throw new Problem("invalid", words.noSuchParagraph);
  const [position, quote] = describe(text, span);
  const placed = { ...position, start: block.start + span.start, end: block.start + span.end };
  return { source: revision.id, selector: [placed, quote] as const };
}
