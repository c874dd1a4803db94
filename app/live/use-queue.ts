import { useEffect, useState, useSyncExternalStore } from "react";
import { emptyQueue, joinQueue, type LiveQueue, type QueueAddress, type QueueRoom } from "./queue.ts";

const never = () => () => undefined;

export type UsedQueue = LiveQueue & { readonly look: QueueRoom["look"] };

/** A group's live queue; empty on the server, before the page is at rest, and for nobody. */
export function useQueue(address: QueueAddress | null): UsedQueue {
  const [room, setRoom] = useState<QueueRoom | null>(null);
  const { person, room: name, epoch } = address ?? { person: "", room: "", epoch: 0 };
  useEffect(() => {
    if (name === "") return;
    const joined = joinQueue({ person, room: name, epoch });
    setRoom(joined.room);
    return () => {
      setRoom(null);
      joined.leave();
    };
  }, [person, name, epoch]);
  const { cell } = room ?? {};
  const live = useSyncExternalStore(cell?.subscribe ?? never, cell?.get ?? (() => emptyQueue), () => emptyQueue);
  return { ...live, look: room?.look ?? ignore };
}

function ignore(): void {}
