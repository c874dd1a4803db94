/** A queue in a real database with its pump, a clock that stands still, and a log that is kept; for the tests of mail. */
import { pino } from "pino";
import type { LetterRow } from "#db/repositories/letters.ts";
import { makeReadStore, type Store, type Transact } from "#db/store.ts";
import { openTestDatabase } from "#db/test-database.ts";
import { makeWriter } from "#db/writer.ts";
import { makePost, type Post } from "./post.ts";
import { makePump, type Pump, type PumpOptions } from "./pump.ts";
import type { Transport } from "./transport.ts";

export type PostOffice = {
  readonly time: { now: number };
  readonly post: Post;
  readonly read: Store;
  readonly transact: Transact;
  readonly logged: readonly string[];
  /** The pump of the moment. */
  readonly pump: () => Pump;
  /** Puts the letter of a new password into the queue; gives its id. */
  readonly write: (to: string, subject?: string) => Promise<string>;
  /** Lets the pump do all that is due. */
  readonly settle: () => Promise<void>;
  /** Moves the clock to the moment at which the next letter is due, and settles; gives the pause in milliseconds. */
  readonly settleNext: () => Promise<number>;
  readonly letter: (id: string) => Promise<LetterRow>;
  /** A new pump on the same queue, as after a restart; the old one hears no more. */
  readonly restart: (transport?: Transport) => void;
  readonly close: () => Promise<void>;
};

const glossa = { name: "Glossa", address: "glossa@glossa.example.org" };

/** Without jitter, unless `chance` is given. */
export function openPostOffice(
  transport: Transport,
  given: Partial<Pick<PumpOptions, "chance" | "stillGoes">> = {},
): PostOffice {
  const database = openTestDatabase();
  const time = { now: Date.UTC(2026, 0, 5, 9) };
  const clock = (): number => time.now;
  const logged: string[] = [];
  const log = pino({ level: "info" }, { write: (line: string) => void logged.push(line) });
  const read = makeReadStore(database.read.db);
  const writer = makeWriter(database.write, {
    onCommit: (effects) => {
      if (effects.some(({ kind }) => kind === "letters")) pump.wake();
    },
  });
  const { transact } = writer;
  let ids = 0;
  const newId = (): string => `01LETTER${String(ids++).padStart(18, "0")}`;
  const post = makePost({ origin: "https://glossa.example.org", newId, clock });
  const openPump = (through: Transport): Pump =>
    makePump({
      ...{ read, transact, clock, log, transport: through },
      sender: { from: glossa, replyTo: { name: "", address: "teacher@example.org" } },
      chance: () => 0.5,
      stillGoes: async () => true,
      ...given,
    });
  let pump = openPump(transport);

  const settle = async (): Promise<void> => {
    pump.wake();
    await pump.idle();
  };

  return {
    ...{ time, post, read, transact, logged, settle },
    pump: () => pump,
    async write(to, subject = "A new password for Glossa") {
      const paragraphs = ["Hello <Zoë>,", "here is the link."];
      const link = { label: "Choose", url: "https://glossa.example.org/reset/abc" };
      await transact((store) => post.write(store, { id: null, email: to }, () => ({ subject, paragraphs, link })));
      return `01LETTER${String(ids - 1).padStart(18, "0")}`;
    },
    async settleNext() {
      const before = time.now;
      time.now = (await read.letters.nextDue()) ?? before;
      await settle();
      return time.now - before;
    },
    async letter(id) {
      const found = await read.letters.find(id);
      if (found === null) throw new Error(`There is no letter ${id}.`);
      return found;
    },
    restart(through = transport) {
      void pump.stop(0);
      pump = openPump(through);
    },
    async close() {
      await pump.stop(5_000);
      await writer.close();
      database.close();
    },
  };
}
