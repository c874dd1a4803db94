/** What a client may say of itself in a room, and what the server makes of it. The server adds who it is. */

/** Sent by the client as its awareness state, at most 2 KiB; everything else in the state is dropped. */
export type PresenceClaim = {
  /** Selected span in UTF-16 code units of the revision's text, or null. */
  readonly selection: { readonly start: number; readonly end: number } | null;
  /** Block (ordinal) at the top of the view, or null. */
  readonly block: number | null;
  /** Root id of the thread being answered, "new" for a new note, or null. */
  readonly typing: string | null;
};

/** Broadcast by the server, one per socket, under the client id bound to that socket. */
export type Presence = PresenceClaim & { readonly seat: string };
