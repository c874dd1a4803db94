/** Plain text of one block of a revision's stored HTML, for forms that name a paragraph by its number. Null when unknown. */
export function blockText(html: string, n: number): string | null {
  const opening = new RegExp(`<([a-z][a-z0-9]*)\\b[^>]*\\bdata-block="${n}"[^>]*>`, "u").exec(html);
  if (opening === null) return null;
  const from = opening.index + opening[0].length;
  // A block is a leaf: no element of its own kind stands in it.
  const to = html.indexOf(`</${opening[1]}>`, from);
  if (to === -1) return null;
  return decode(
    html
      .slice(from, to)
      .replace(/<br\s*\/?>/gu, "\n")
      .replace(/<[^>]*>/gu, ""),
  );
}

const named: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'", nbsp: "\u00a0" };

function decode(text: string): string {
  return text.replace(/&(?:#x([0-9a-f]+)|#([0-9]+)|([a-z]+));/giu, (whole, hex, decimal, name) => {
    if (hex !== undefined) return String.fromCodePoint(Number.parseInt(hex, 16));
    if (decimal !== undefined) return String.fromCodePoint(Number(decimal));
    return named[name] ?? whole;
  });
}
