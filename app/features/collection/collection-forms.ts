/** What the forms of collections send; the service checks it. */
import { z } from "zod";
import { ticked } from "#app/ui/ticked.ts";

const words = z.string().default("");
const id = z.string().max(64);

export const collectionForm = z.object({ title: words, description: words, isShown: ticked });
export const newCollectionForm = collectionForm.extend({ id: z.string().length(26) });
export const threadForm = z.object({ root: id });
export const remarkForm = z.object({ root: id, remark: words });
export const shareForm = z.object({ days: z.coerce.number(), withNames: ticked });
export const linkForm = z.object({ link: id });
export const collectForm = z.object({ collection: id });
