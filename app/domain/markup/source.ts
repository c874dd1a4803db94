/** The body that is being read. */
import type { Nodes } from "mdast";

export type Reading = {
  readonly source: string;
  /** The same, in lines. */
  readonly lines: readonly string[];
  /** The site's own address, without a slash at its end. */
  readonly origin: string;
};

/** What was typed where a node stands. */
export function sourceOf({ position }: Nodes, { source }: Reading): string {
  return source.slice(position?.start.offset ?? 0, position?.end.offset ?? 0);
}

/** Spaces and tabs at the start of a line, counted from 1; the parser drops them. */
export function indentOf(line: number, { lines }: Reading): string {
  return /^[ \t]*/.exec(lines[line - 1] ?? "")?.[0] ?? "";
}
