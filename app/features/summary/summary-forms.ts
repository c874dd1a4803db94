/** What the forms of a summary send; the service checks it. */
import { z } from "zod";

const latest = z.coerce.number().int().min(0);

export const summaryForm = z.object({ body: z.string().default(""), latest });
export const withdrawForm = z.object({ latest });
