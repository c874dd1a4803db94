/** Elements that say something the bare words do not; mere spans and breaks are not worth keeping. */
const structure = /<(?:h[1-6]|blockquote|ul|ol|table|em|i|strong|b|p)\b/iu;

/**
 * The formatting of something pasted as HTML, or null when it has none that matters. Editors wrap code and plain text
 * into styled <pre> and <div>; those are better read as plain text. The server sanitises whatever comes.
 */
export function richPaste(html: string): string | null {
  const start = html.indexOf("<!--StartFragment-->");
  const fragment = start === -1 ? html : html.slice(start + "<!--StartFragment-->".length);
  const end = fragment.indexOf("<!--EndFragment-->");
  const inside = end === -1 ? fragment : fragment.slice(0, end);
  return structure.test(inside) ? inside : null;
}
