/** What the forms about people carry. The services check it; here it only gets its shape. */
import { z } from "zod";
import { hidingSpans } from "#app/context/people.ts";
import { answerKinds } from "#app/domain/moderation/canned-answer.ts";
import { reasons } from "#app/domain/moderation/reason.ts";
import { sanctionKinds, scopeKinds } from "#app/domain/moderation/sanction.ts";
import { ticked } from "#app/ui/ticked.ts";

const words = z.string().default("");
/** One value or several under one name. */
const some = z
  .union([z.enum(reasons).transform((one) => [one]), z.array(z.enum(reasons))])
  .optional()
  .transform((chosen) => chosen ?? []);

/** An empty number of days means: until it is lifted. */
export const sanctionForm = z.object({
  kind: z.enum(sanctionKinds),
  scope: z.enum(scopeKinds).default("group"),
  scopeId: words,
  reason: z.enum(reasons),
  days: words.transform((days) => (days === "" ? null : Number(days))),
  toMember: words,
  toStaff: words,
  hides: z.enum(hidingSpans).default("none"),
});

export const liftForm = z.object({ sanction: words, restores: ticked, toMember: words });

export const undoForm = z.object({ decision: z.coerce.number().int() });

export const noteForm = z.object({ words, note: words });

export const delegateForm = z.object({ document: words });

export const acknowledgeForm = z.object({ sanction: words });

export const ignoreForm = z.object({ member: words });

export const guidelineForm = z.object({ id: words, title: words, words, reasons: some });

export const answerForm = z.object({
  id: words,
  kind: z.enum(answerKinds).default("remove"),
  title: words,
  words,
  reasons: some,
});

export const idForm = z.object({ id: words });

export const fillForm = z.object({ author: words, rule: words, link: words });
