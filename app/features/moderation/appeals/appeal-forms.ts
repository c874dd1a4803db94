/** What the forms about decisions and appeals carry. */
import { z } from "zod";
import { appealOutcomes } from "#app/domain/moderation/appeal.ts";

const words = z.string().default("");
const number = z.coerce.number().int().positive();

export const openForm = z.object({ decision: number, words });
export const sayForm = z.object({ appeal: words, words });
export const decideForm = z.object({ appeal: words, words, outcome: z.enum(appealOutcomes) });
export const undoForm = z.object({ decision: number });
