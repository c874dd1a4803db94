/** A text and its words, read for a file. */
import type { DocumentRow } from "#db/repositories/documents.ts";
import type { Store } from "#db/store.ts";
import type { TakenArticle, TakenText } from "./taken.ts";

/** What writers say of a text. */
export async function takenText(
  read: Store,
  document: DocumentRow,
  known: Pick<TakenText, "group" | "isWhole">,
): Promise<TakenText> {
  const { id, title, author, source, published, licence, rights, language, dir, revisionId } = document;
  const [blocks, pages] = [await read.documents.blocks(revisionId), await read.documents.pages(revisionId)];
  return { ...known, id, title, author, source, published, licence, rights, language, dir, blocks, pages };
}

/** Its words; throws for a text without any. */
export async function articleOf(read: Store, { id, revisionId }: DocumentRow): Promise<TakenArticle> {
  const [html, revision] = [await read.documents.html(revisionId), await read.documents.text(id, revisionId)];
  if (html === null || revision === null) throw new Error(`Text ${id} has no revision ${revisionId}.`);
  return { html, text: revision.text };
}
