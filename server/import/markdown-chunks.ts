/**
 * A long Markdown source in parts, since micromark keeps some 300 bytes per byte of source while it parses.
 * Definitions of links and footnotes hold for the whole text, so each part gets those that it names.
 */

/** UTF-16 code units after which a part ends at the next paragraph. */
const partSize = 64 * 1024;

/** A part ends before a line that can begin nothing but a new block: a heading, or a letter after a blank line. */
const canBegin = /^(?:#{1,6} |\p{L})/u;
const fence = /^ {0,3}(`{3,}|~{3,})/;
const definition = /^ {0,3}\[(\^?[^\]\n[]{1,200})\]:/;
const reference = /\[(\^?[^\]\n[]{1,200})\]/g;

export type Part = {
  /** The source of the part, then the definitions that it names. */
  readonly source: string;
  /** Lines of the part alone; what is parsed from below them is not of the part. */
  readonly lines: number;
};

/** The parts in order; one, as it is, for all but books. */
export function partsOf(source: string): Part[] {
  const lines = source.split("\n");
  if (source.length <= partSize) return [{ source, lines: lines.length }];
  const parts = split(lines);
  const definitions = definitionsOf(lines);
  return parts.map((part) => {
    const body = part.join("\n");
    return { source: `${body}\n\n${stubs(body, part, definitions)}`, lines: part.length };
  });
}

function split(lines: readonly string[]): string[][] {
  const parts: string[][] = [[]];
  let size = 0;
  let open: string | null = null;
  for (const [index, line] of lines.entries()) {
    const isBoundary = size > partSize && open === null && lines[index - 1]?.trim() === "" && canBegin.test(line);
    if (isBoundary) {
      parts.push([]);
      size = 0;
    }
    parts.at(-1)?.push(line);
    size += line.length + 1;
    open = afterFence(line, open);
  }
  return parts;
}

/** The open fence after this line; it closes with as many of the same sign. */
function afterFence(line: string, open: string | null): string | null {
  const found = fence.exec(line)?.[1];
  if (found === undefined) return open;
  if (open === null) return found;
  return found.startsWith(open) && line.trim() === found ? null : open;
}

function definitionsOf(lines: readonly string[]): ReadonlyMap<string, string> {
  const definitions = new Map<string, string>();
  for (const line of lines) {
    const label = definition.exec(line)?.[1];
    if (label !== undefined && !definitions.has(key(label))) definitions.set(key(label), line.trim());
  }
  return definitions;
}

/** A footnote needs only to exist for its references to be read; its text comes from the part that has it. */
function stubs(body: string, part: readonly string[], definitions: ReadonlyMap<string, string>): string {
  const own = new Set(part.flatMap((line) => key(definition.exec(line)?.[1] ?? "")));
  const named = new Set([...body.matchAll(reference)].map((found) => key(found[1] ?? "")));
  return [...named]
    .filter((label) => definitions.has(label) && !own.has(label))
    .map((label) => (label.startsWith("^") ? `[${label}]: .` : definitions.get(label)))
    .join("\n\n");
}

function key(label: string): string {
  return label.trim().toLowerCase().replace(/\s+/g, " ");
}
