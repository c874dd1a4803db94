/** What staff can do with threads, notes and texts, as forms send it and the server accepts it. */
import { z } from "zod";
import { asides, slowSteps } from "./curation.ts";

/** ULID of a note, or of a text where the verb begins with `text`. */
const id = z.string().regex(/^[0-9A-HJKMNP-TV-Z]{26}$/u);
/** Milliseconds; an empty field means none. */
const moment = z
  .union([z.coerce.number().int().positive(), z.literal("").transform(() => null), z.null()])
  .default(null);
const seconds = z.union([
  z.coerce.number().refine((value) => slowSteps.some((step) => step === value)),
  z.literal("").transform(() => null),
  z.null(),
]);

/** An empty field means none; several of a name come as a list, one as itself. */
const number = z.preprocess((value) => (value === "" ? undefined : value), z.coerce.number().int().min(0).optional());
const ids = z.preprocess((value) => [value].flat(), z.array(id).min(1).max(500));
const passage = {
  passage: z.enum(["same", "whole", "paragraph", "words"]).default("same"),
  /** Number of a paragraph. */
  paragraph: number,
  /** UTF-16 code units of the text, for `words`. */
  start: number,
  end: number,
};

/** What changes which notes make a thread, and where it stands. */
export const arrangeCommandSchema = z.discriminatedUnion("verb", [
  /** Replies, each with all that answers it, become a thread of their own. */
  z.object({ verb: z.literal("split"), id, notes: ids, ...passage }),
  /** The thread becomes a part of another one of its text. */
  z.object({ verb: z.literal("merge"), id, into: id }),
  /** The thread goes to another passage, or to another text of its group. */
  z.object({ verb: z.literal("move"), id, text: id, ...passage }),
  /** A thread of one section is read in all of them. */
  z.object({ verb: z.literal("lift"), id }),
]);
export type ArrangeCommand = z.output<typeof arrangeCommandSchema>;
export type PassageChoice = Pick<Extract<ArrangeCommand, { verb: "move" }>, "passage" | "paragraph" | "start" | "end">;

export const curationCommandSchema = z.discriminatedUnion("verb", [
  z.object({ verb: z.literal("pin"), id, until: moment }),
  z.object({ verb: z.enum(["unpin", "raise", "feature", "unfeature", "resolve", "unresolve", "lock", "unlock"]), id }),
  z.object({ verb: z.literal("slow"), id, seconds, until: moment }),
  z.object({ verb: z.literal("aside"), id, why: z.enum(asides) }),
  z.object({ verb: z.literal("expand"), id }),
  z.object({ verb: z.enum(["text-lock", "text-unlock"]), id }),
  z.object({ verb: z.literal("text-slow"), id, seconds, until: moment }),
  z.object({ verb: z.literal("text-schedule"), id, opensAt: moment, closesAt: moment }),
]);

export type CurationCommand = z.output<typeof curationCommandSchema>;
export type NoteCurationCommand = Exclude<CurationCommand, { readonly verb: `text-${string}` }>;
export type TextCurationCommand = Extract<CurationCommand, { readonly verb: `text-${string}` }>;
