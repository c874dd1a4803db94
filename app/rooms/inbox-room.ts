/** The maps of a member's inbox room. It holds no words: a note is named, and read where the right to it is asked for. */
import type { NewsKind } from "#app/domain/news/news.ts";

/** notification id -> InboxRecord, or null while the member may not see the note. */
export const NOTIFICATIONS = "notifications";
/** document id or root id -> up to when the member has seen that text or thread, milliseconds. */
export const READS = "reads";

export const inboxMaps = [NOTIFICATIONS, READS] as const;
export type InboxMap = (typeof inboxMaps)[number];

export type InboxRecord = {
  readonly kind: NewsKind;
  readonly group: string;
  readonly document: string;
  readonly root: string;
  readonly note: string;
  /** Milliseconds. */
  readonly at: number;
  readonly isRead: boolean;
};
