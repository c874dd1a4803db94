import { useEffect, useState, useSyncExternalStore } from "react";
import type { Cell } from "./cell.ts";
import { closeInbox, emptyInbox, type Inbox, type InboxAddress, inboxOf } from "./inbox.ts";

const never = () => () => undefined;

/** The reader's live inbox; empty on the server, before the page is at rest, and for nobody. */
export function useInbox(address: InboxAddress | null): Inbox {
  const [cell, setCell] = useState<Cell<Inbox> | null>(null);
  const { person, room, epoch } = address ?? { person: "", room: "", epoch: 0 };
  useEffect(() => {
    if (room === "") closeInbox();
    setCell(room === "" ? null : inboxOf({ person, room, epoch }));
  }, [person, room, epoch]);
  return useSyncExternalStore(cell?.subscribe ?? never, cell?.get ?? (() => emptyInbox), () => emptyInbox);
}
