/** This browser's copy of one room for one person: its name, its life beside a document, and whether it holds unsent words. */
import type * as Y from "yjs";
import { deleteDatabase, localDatabase } from "./local-database.ts";
import { openRoomCopy, type RoomCopy } from "./room-copy.ts";

/** A store that does not open in this time (another tab upgrades it, a slow disk) is left for this visit. */
const STORE_PATIENCE = 3_000;

/** Whose copy it is, and of what; both are part of its name, as is the epoch. */
export type CopyOf = { readonly person: string; readonly room: string };

/** A copy that one client of a room loads, leaves and drops. */
export class KeptCopy {
  #copy: RoomCopy | null = null;
  #doc: Y.Doc | null = null;
  #isUnstored = false;

  constructor(
    private readonly of: CopyOf,
    private epochNow: number,
  ) {}

  /** The epoch of the room whose copy it is. */
  get epoch(): number {
    return this.epochNow;
  }

  /** Fills the document with what is kept and keeps what it gets from now on. Takes three seconds at most. */
  async load(doc: Y.Doc): Promise<void> {
    this.#doc = doc;
    // Who looks with another's eyes takes nothing of it along.
    const db = this.of.person === "" ? null : await localDatabase();
    if (db === null) return;
    const name = this.#name();
    const row = await db.get("copies", name).catch(() => undefined);
    this.#isUnstored = row?.unstored ?? false;
    if (row === undefined) await db.put("copies", { name, person: this.of.person }).catch(() => undefined);
    const opened = openRoomCopy(name, doc).then(async (copy) => {
      if (this.#doc !== doc) return copy?.close();
      this.#copy = copy;
      // Half a copy is a copy: what could not be read comes from the server.
      await copy?.load().catch(() => undefined);
    });
    await Promise.race([opened, new Promise((resolve) => setTimeout(resolve, STORE_PATIENCE))]);
  }

  /** Notes whether it holds words of its person that the server has not stored: those are asked about before they go. */
  mark(isUnstored: boolean): void {
    if (isUnstored === this.#isUnstored) return;
    this.#isUnstored = isUnstored;
    const row = { name: this.#name(), person: this.of.person, unstored: isUnstored };
    // A full disk costs the question, never the page.
    void localDatabase().then((db) => db?.put("copies", row).catch(() => undefined));
  }

  /** Keeps no more; what is kept stays. */
  close(): void {
    this.#doc = null;
    this.#copy?.close();
    this.#copy = null;
  }

  /** Deletes it. What comes next is of `epoch`. */
  async drop(epoch = this.epochNow): Promise<void> {
    const name = this.#name();
    this.close();
    this.mark(false);
    this.epochNow = epoch;
    await deleteDatabase(name);
  }

  #name(): string {
    return `glossa/${this.of.person}/${this.of.room}/${this.epochNow}`;
  }
}
