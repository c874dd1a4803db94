/** Forms about one note: a report by a reader, a decision by a moderator. */
import { z } from "zod";
import { type Reason, reasons } from "#app/domain/moderation/reason.ts";
import { MAX_REPORT_WORDS } from "#app/domain/moderation/report.ts";
import { moderatingWords } from "#app/words/moderating.ts";
import { moderationWords } from "#app/words/moderation.ts";
import { reportingWords } from "#app/words/reporting.ts";
import { MAX_WORDS } from "./deciding.ts";

/** What readers can say; who breaks the law in which way is for moderators to find out. */
export const reportReasons: readonly Reason[] = reasons;

export const reportForm = z.object({
  reason: z.enum(reasons, { error: () => reportingWords.report.needsReason }),
  words: z.string().trim().max(MAX_REPORT_WORDS).default(""),
  /** Member id, where the person is meant and not only the note. */
  person: z.string().max(64).default(""),
  group: z.string().max(64).default(""),
});

export const withdrawForm = z.object({ report: z.string().max(64) });

const words = z
  .string()
  .trim()
  .max(MAX_WORDS, { error: () => moderatingWords.reason.tooLong })
  .default("");

export const noteDecisionForm = z
  .object({
    verb: z.enum(["publish", "hide", "remove", "revise"], { error: () => moderationWords.notFrom }),
    version: z.coerce.number().int().positive(),
    reason: z.preprocess((value) => (value === "" ? null : value), z.enum(reasons).nullable()).default(null),
    toAuthor: words,
    toStaff: words,
  })
  .transform((given) => ({
    ...given,
    verb: given.verb === "remove" && given.reason === "spam" ? ("spam" as const) : given.verb,
  }));

export const undoNoteForm = z.object({ decision: z.coerce.number().int() });
