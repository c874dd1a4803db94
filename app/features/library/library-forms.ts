/** What the library's forms carry. */
import { z } from "zod";

const words = z.string().default("");

export const textForm = z.object({ text: words });

export const detailsForm = z.object({ title: words, author: words, source: words, language: words, rights: words });

export const metaForm = z.object({ author: words, source: words, language: words, rights: words });
