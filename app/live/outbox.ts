/** Sends commands one after another, survives reloads and lost networks, and never sends one twice for nothing. */
import type { AnnotationCommand } from "#app/domain/annotation/command.ts";
import { type Answer, afterAnswer, again, newEntry, nextToSend, type OutboxEntry } from "./outbox-entry.ts";

/** Where entries are kept; IndexedDB in the browser, a Map in tests. `load` gives them in the order of their ids. */
export type EntryStore = {
  load(): Promise<readonly OutboxEntry[]>;
  put(entry: OutboxEntry): Promise<void>;
  remove(id: string): Promise<void>;
};

/** What the outbox asks of the world around it. */
export type OutboxSurroundings = {
  readonly person: string;
  readonly store: EntryStore;
  readonly send: (command: AnnotationCommand) => Promise<Answer>;
  /** Runs `work` while no other tab of this person runs it. */
  readonly alone: (work: () => Promise<void>) => Promise<void>;
  /** Resolves after so many milliseconds, or sooner when it is worth another try. */
  readonly pause: (milliseconds: number) => Promise<void>;
  readonly clock: () => number;
  readonly newId: () => string;
  readonly random: () => number;
  /** Called with all entries of the person after each change, also one of another tab. */
  readonly onChange: (entries: readonly OutboxEntry[]) => void;
  readonly onSignedOut: (signedOut: boolean) => void;
  /** Tells other tabs that the store changed. */
  readonly announce: () => void;
};

/** One per page. Entries of all texts of the person go out, also those that another page left behind. */
export class Outbox {
  readonly #around: OutboxSurroundings;
  #sending = false;
  #again = false;

  constructor(around: OutboxSurroundings) {
    this.#around = around;
  }

  /** Keeps the command, shows it, and begins to send. Resolves when it is kept, with the id of its entry. */
  async give(command: AnnotationCommand): Promise<string> {
    const { person, newId, clock } = this.#around;
    const entry = newEntry({ id: newId(), person, document: command.document, command, givenAt: clock() });
    await this.#change(() => this.#around.store.put(entry));
    void this.flush();
    return entry.id;
  }

  /** Takes a refused or waiting entry out for good. */
  async discard(id: string): Promise<void> {
    await this.#change(() => this.#around.store.remove(id));
  }

  /** Sends a refused entry once more as it is. */
  async retry(entry: OutboxEntry): Promise<void> {
    await this.#change(() => this.#around.store.put(again(entry)));
    void this.flush();
  }

  /** Reads the store anew, because another tab said that it changed. */
  async refresh(): Promise<void> {
    this.#around.onChange(await this.#around.store.load());
  }

  /** Sends what waits, until nothing does or nobody is signed in. */
  async flush(): Promise<void> {
    this.#again = true;
    if (this.#sending) return;
    this.#sending = true;
    try {
      while (this.#again) {
        this.#again = false;
        let wait = 0;
        await this.#around.alone(async () => {
          wait = await this.#sendAll();
        });
        if (wait === 0) continue;
        // Not while others are kept out: a tab in the background is slow to wake, and one that is seen should not wait for it.
        await this.#around.pause(wait);
        this.#again = true;
      }
    } finally {
      this.#sending = false;
    }
  }

  /** Gives the milliseconds after which the first entry may be tried again; 0 when nothing is left to do. */
  async #sendAll(): Promise<number> {
    const { store, clock, send, random, onSignedOut } = this.#around;
    for (;;) {
      const entry = nextToSend(await store.load());
      if (entry === null) return 0;
      const wait = entry.state.kind === "waiting" ? entry.state.notBefore - clock() : 0;
      if (wait > 0) return wait;
      const answer = await send(entry.command);
      onSignedOut(answer.kind === "signed-out");
      if (answer.kind === "signed-out") return 0;
      // Discarded while it was under way: the server has it, and the room will show it; nothing is kept here.
      const isKept = (await store.load()).some(({ id }) => id === entry.id);
      if (isKept) await this.#change(() => store.put(afterAnswer(entry, answer, clock(), random())));
    }
  }

  async #change(work: () => Promise<void>): Promise<void> {
    await work();
    await this.refresh();
    this.#around.announce();
  }
}
