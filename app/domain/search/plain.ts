import { parseMarkup } from "#app/domain/markup/parse.ts";
import { plainText } from "#app/domain/markup/plain-text.ts";

/** The words of a note's body as a reader sees them, without markup and seats: what is indexed and shown of it in a search. */
export function plainWords(body: string): string {
  return plainText(parseMarkup(body, { origin: "" }));
}
