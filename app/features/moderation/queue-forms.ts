/** The forms of the queue; with scripts they are sent in the background, without them by their buttons. */
import { z } from "zod";
import { reasons } from "#app/domain/moderation/reason.ts";
import { itemVerbs, noteVerbs } from "#app/domain/moderation/verb.ts";
import { moderatingWords } from "#app/words/moderating.ts";
import { moderationWords } from "#app/words/moderation.ts";
import { MAX_WORDS } from "./deciding.ts";

const id = z.string().max(64);
const number = z.coerce.number().int().nonnegative();
const orNull = <S extends z.ZodType>(schema: S) =>
  z.preprocess((value) => (value === "" ? null : value), schema.nullable());
const words = z
  .string()
  .trim()
  .max(MAX_WORDS, { error: () => moderatingWords.reason.tooLong })
  .default("");

const decided = {
  verb: z.enum([...noteVerbs, ...itemVerbs], { error: () => moderationWords.notFrom }),
  reason: orNull(z.enum(reasons)).default(null),
  toAuthor: words,
  toStaff: words,
};

/** What is removed as spam is removed in silence, so the reason says which of the two is meant. */
function orSpam<D extends { readonly verb: string; readonly reason: string | null }>(given: D): D {
  return given.verb === "remove" && given.reason === "spam" ? { ...given, verb: "spam" } : given;
}

export const decisionForm = z
  .object({ item: id, itemVersion: number, noteVersion: orNull(number).default(null), ...decided })
  .transform(orSpam);

/** `ID:VERSION`, as the boxes of the list say it. */
const chosen = z.string().transform((value, context) => {
  const [item = "", version = ""] = value.split(":");
  if (/^\d+$/u.test(version)) return { item, version: Number(version) };
  context.addIssue(moderatingWords.bulk.nothing);
  return z.NEVER;
});

export const batchForm = z
  .object({
    id: id.default(""),
    items: z.preprocess(
      (value) => (typeof value === "string" ? value.split(",").filter((one) => one !== "") : (value ?? [])),
      z.array(chosen).min(1, { error: () => moderatingWords.bulk.nothing }),
    ),
    ...decided,
  })
  .transform(orSpam);

export const itemForm = z.object({ item: id });
export const assignForm = z.object({ item: id, member: orNull(id) });
export const undoForm = z.object({ decision: number });
export const undoBatchForm = z.object({ batch: id });
export const staffNoteForm = z.object({
  item: id,
  words: z
    .string()
    .trim()
    .min(1, { error: () => moderatingWords.card.noteEmpty })
    .max(MAX_WORDS),
});
export const saveViewForm = z.object({
  name: z
    .string()
    .trim()
    .min(1, { error: () => moderatingWords.filters.nameEmpty })
    .max(60),
  query: z.string().max(400),
});
export const dropViewForm = z.object({ view: id });
