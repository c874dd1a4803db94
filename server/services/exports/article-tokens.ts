/**
 * The stored HTML of a text as tags and the text between them. It is the importer's own (closed under sanitising and written
 * by one serialiser), so that it can be read without a tree.
 */

/** Tags with their quoted values, which may hold ">", and the text between them. */
const tokens = /<(?:[^>"']|"[^"]*"|'[^']*')*>|[^<]+/g;
/** Elements without an end. */
export const voids: ReadonlySet<string> = new Set(["br", "hr", "wbr", "col", "img"]);

/** `start`: where the block begins in the plain text, UTF-16 code units; null for what is no block. */
export type Tag = { readonly kind: "open" | "close"; readonly name: string; readonly start: number | null };

/** The tag that a token is, or null for text. */
export function tagOf(token: string): Tag | null {
  const [, slash, name] = /^<(\/?)([a-z][a-z0-9]*)/i.exec(token) ?? [];
  if (name === undefined) return null;
  const start = /\sdata-start="(\d+)"/.exec(token)?.[1];
  const kind = slash === "/" ? "close" : "open";
  return { kind, name: name.toLowerCase(), start: start === undefined ? null : Number(start) };
}

/** Token by token, as they come. */
export function tokensOf(html: string): IterableIterator<RegExpMatchArray> {
  return html.matchAll(tokens);
}

const named: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

/** The characters of a text token. The serialiser writes numbers; the few names are for what older builds stored. */
export function decoded(token: string): string {
  return token.replaceAll(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(amp|lt|gt|quot|apos));/gi, (whole, hex, decimal, name) => {
    if (name !== undefined) return named[String(name).toLowerCase()] ?? whole;
    const point = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
    return point <= 0x10ffff ? String.fromCodePoint(point) : whole;
  });
}
