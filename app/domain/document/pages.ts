/** The printed pages of a text, by which it is cited. */
import type { Block, PageStart } from "./document.ts";

/** The label of the page around a place (UTF-16 code units), null where the text has none or its first begins later. */
export function pageAt(pages: readonly PageStart[], start: number): string | null {
  return pages.findLast((page) => page.start <= start)?.label ?? null;
}

/** What a block in which these pages begin says of them: "12", or "12–14"; null for none. */
export function pageRange(pages: readonly PageStart[]): string | null {
  const [first, last] = [pages[0], pages.at(-1)];
  if (first === undefined || last === undefined) return null;
  return first === last ? first.label : `${first.label}–${last.label}`;
}

type Paged = { readonly html: string; readonly blocks: readonly Block[]; readonly pages: readonly PageStart[] };

/**
 * The revision with these pages instead of its own. Of several at one place the last stays, and one that begins where a block
 * ends begins with the next.
 */
export function withPages<Revision extends Paged>(revision: Revision, given: readonly PageStart[]): Revision {
  const pages: PageStart[] = [];
  const byBlock = new Map<number, PageStart[]>();
  for (const { label, start } of given) {
    const block = revision.blocks.find(({ end }) => end > start);
    if (block === undefined) continue;
    const page = { label, start: Math.max(start, block.start) };
    const before = pages.at(-1);
    if (before !== undefined && before.start >= page.start) {
      pages.pop();
      for (const begun of byBlock.values()) if (begun.at(-1) === before) begun.pop();
    }
    pages.push(page);
    byBlock.set(block.n, [...(byBlock.get(block.n) ?? []), page]);
  }
  // The contract of a revision has the id first, and no ">" in what follows it.
  const html = revision.html.replace(/<[a-z][a-z0-9]* id="b-(\d+)"[^>]*>/gu, (tag, n: string) => {
    const bare = tag.replace(/ data-page="[^"]*"/u, "");
    const range = pageRange(byBlock.get(Number(n)) ?? []);
    return range === null ? bare : `${bare.slice(0, -1)} data-page="${range}">`;
  });
  return { ...revision, html, pages };
}
