/** What is new to this reader, live and on every page, without holding up the page for it. */
import type { InboxRecord } from "#app/rooms/inbox-room.ts";
import { Cell } from "./cell.ts";
import { whenIdle } from "./when-idle.ts";

/** Whose inbox, and where it is. */
export type InboxAddress = { readonly person: string; readonly room: string; readonly epoch: number };

export type Inbox = {
  /** False until everything has come; before that the page's own numbers count. */
  readonly isLive: boolean;
  /** By notification. */
  readonly news: ReadonlyMap<string, InboxRecord>;
  /** Up to when a text or a thread was seen, milliseconds; by text or root. */
  readonly reads: ReadonlyMap<string, number>;
};

/** The inbox before anything of it has come. */
export const emptyInbox: Inbox = { isLive: false, news: new Map(), reads: new Map() };

let open: { readonly room: string; readonly cell: Cell<Inbox>; readonly close: () => void } | null = null;

/** The one inbox of this page, opened once it is at rest; another person's takes the place of the one before. */
export function inboxOf(address: InboxAddress): Cell<Inbox> {
  if (open?.room === address.room) return open.cell;
  open?.close();
  const cell = new Cell<Inbox>(emptyInbox);
  let isClosed = false;
  let close = () => {};
  whenIdle(async () => {
    const { openInboxRoom } = await import("./inbox-client.ts");
    if (!isClosed) close = openInboxRoom(address, cell);
  });
  open = {
    room: address.room,
    cell,
    close: () => {
      isClosed = true;
      close();
    },
  };
  return cell;
}

/** Leaves the inbox, for whoever signs out. */
export function closeInbox(): void {
  open?.close();
  open = null;
}

/** How many are unread. */
export function countUnread({ news }: Pick<Inbox, "news">): number {
  let count = 0;
  for (const { isRead } of news.values()) if (!isRead) count += 1;
  return count;
}
