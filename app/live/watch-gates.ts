/** Rooms that the reader may not open yet: asks for them when that may have changed, and opens them in place. */
import type { OutboxEntry } from "./outbox-entry.ts";
import type { SessionOptions } from "./reading-session.ts";

type OpenRoom = SessionOptions["rooms"][number];

/** Milliseconds over which the readers of a class spread when all of them ask at once. */
const SPREAD = 1_500;

export type Gates = {
  /** The server said that gates opened, for the nth time; 0 for never. */
  readonly heard: (opened: number) => void;
  /** What the outbox holds now: an own note that was stored may open a gate. */
  readonly wrote: (entries: readonly OutboxEntry[]) => void;
  /** A room was taken away again. */
  readonly shut: (room: string) => void;
  readonly close: () => void;
};

/** Nothing is asked for while there is nothing to wait for. */
export function watchGates(
  document: string,
  { rooms, waitsFor }: Pick<SessionOptions, "rooms" | "waitsFor">,
  open: (room: OpenRoom) => void,
): Gates {
  const known = new Set(rooms.map(({ room }) => room));
  const stored = new Set<string>();
  let isWaiting = waitsFor.length > 0;
  let heard = 0;
  const timers: ReturnType<typeof setTimeout>[] = [];

  const ask = async (): Promise<void> => {
    const answer = await fetch(`/t/${document}/rooms`, { headers: { accept: "application/json" } }).catch(() => null);
    if (answer?.ok !== true) return;
    const now: { readonly rooms: readonly OpenRoom[]; readonly cohorts: readonly { readonly shut: unknown }[] } =
      await answer.json();
    for (const room of now.rooms) {
      if (known.has(room.room)) continue;
      known.add(room.room);
      open(room);
    }
    isWaiting = now.cohorts.some(({ shut }) => shut !== null);
  };
  const askIn = (wait: number) => {
    timers.push(setTimeout(() => void ask(), wait));
  };
  for (const time of waitsFor) {
    const wait = time === null ? -1 : time - Date.now();
    // A longer wait than the browser's clock can count outlives every page.
    if (wait >= 0 && wait < 2 ** 31 - SPREAD) askIn(wait + Math.random() * SPREAD);
  }

  return {
    heard(opened) {
      if (opened === heard) return;
      heard = opened;
      if (opened > 0 && isWaiting) askIn(Math.random() * SPREAD);
    },
    wrote(entries) {
      const fresh = entries.filter(({ id, state }) => state.kind === "answered" && !stored.has(id));
      for (const { id } of fresh) stored.add(id);
      if (fresh.length > 0 && isWaiting) askIn(0);
    },
    shut(room) {
      known.delete(room);
      isWaiting = true;
    },
    close() {
      for (const timer of timers) clearTimeout(timer);
    },
  };
}
