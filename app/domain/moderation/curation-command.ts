/** What staff can do with threads, notes and texts, as forms send it and the server accepts it. */
import { z } from "zod";
import { type Aside, asides, slowSteps } from "./curation.ts";

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
export type { Aside };
