/** What a client may say of itself in a room, and what the server makes of it. The server adds who it is. */

/** Sent by the client as its awareness state, at most 2 KiB; everything else in the state is dropped. */
export type PresenceClaim = {
  /** Selected span in UTF-16 code units of the revision's text, or null. */
  readonly selection: { readonly start: number; readonly end: number } | null;
  /** Block (ordinal) at the top of the view, or null. */
  readonly block: number | null;
  /** Root id of the thread being answered, "new" for a new note, or null. */
  readonly typing: string | null;
  /** The end of what is being written there, of an author who shows it, or null; see `MAX_PREVIEW`. */
  readonly preview: string | null;
};

/** Bytes of a preview as JSON in UTF-8, quotation marks included. */
export const MAX_PREVIEW = 1024;

/** Broadcast by the server, one per socket, under the client id bound to that socket. */
export type Presence = PresenceClaim & { readonly seat: string };
