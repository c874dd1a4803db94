/** What people type in notes, told apart: addresses, ¶ numbers and *emphasis*. Everything else stays as it was written. */

export type WordPart = { readonly kind: "text" | "emphasis" | "paragraph" | "address"; readonly text: string };

const parts =
  /(https?:\/\/[^\s<>"]+[^\s<>".,;:!?)\]’”']|¶\s?\d{1,5}|(?<![\p{L}\p{N}*])\*[^\s*](?:[^*\n]*[^\s*])?\*(?![\p{L}\p{N}*]))/gu;

/** The parts of a note in order; `text` is what is shown, for emphasis without its stars. */
export function wordParts(body: string): WordPart[] {
  return body.split(parts).flatMap((text, i): WordPart[] => {
    if (text === "") return [];
    // The pattern is one group, so what it found has the odd places.
    if (i % 2 === 0) return [{ kind: "text", text }];
    if (text.startsWith("*")) return [{ kind: "emphasis", text: text.slice(1, -1) }];
    return [{ kind: text.startsWith("¶") ? "paragraph" : "address", text }];
  });
}
