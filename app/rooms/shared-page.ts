/** The page that clients write: the one root of its document, and what its writers say of themselves. */

/** The root, a Y.XmlFragment as y-prosemirror keeps it; nothing else may stand in the document. */
export const PAGE = "page";

/** The epoch of every page; it would rise with a change of the page's shape that open copies could not follow. */
export const PAGE_EPOCH = 1;

/** A place in the page as Yjs keeps it (`relativePositionToJSON`): it stays where it is while others write. */
export type PagePlace = {
  readonly type?: { readonly client: number; readonly clock: number };
  readonly tname?: string;
  readonly item?: { readonly client: number; readonly clock: number };
  readonly assoc: number;
};

/** Where a writer's cursor is; null while the page is not in focus. */
export type PageCursor = { readonly anchor: PagePlace; readonly head: PagePlace } | null;

/** Broadcast by the server, one per socket: y-prosemirror reads `user` and `cursor`, presence reads `seat`. */
export type PagePresence = {
  readonly seat: string;
  readonly user: { readonly seat: string };
  readonly cursor: PageCursor;
};
