/** This browser's own store: what waits to be sent, what was begun, where the reader was. All of it is keyed by person. */
import { type DBSchema, type IDBPDatabase, openDB } from "idb";
import { dropLeftBy } from "./left-drafts.ts";
import type { OutboxEntry } from "./outbox-entry.ts";

/** Words that were begun and not posted. `place` names the composer: `new`, `reply/{root}` or `edit/{note}`. */
export type Draft = {
  readonly key: string;
  readonly person: string;
  readonly document: string;
  readonly place: string;
  readonly body: string;
  /** What else the composer needs to open again as it was. */
  readonly choices: unknown;
  readonly savedAt: number;
};

/** A text that was opened in this browser, so that it can be named without a network. */
export type OpenedText = {
  /** `{person}/{document}` */
  readonly key: string;
  readonly person: string;
  readonly document: string;
  readonly title: string;
  readonly language: string;
  readonly dir: "ltr" | "rtl" | "auto";
  /** Name of its group. */
  readonly group: string;
  readonly openedAt: number;
};

interface Tables extends DBSchema {
  outbox: { key: string; value: OutboxEntry; indexes: { person: string } };
  drafts: { key: string; value: Draft; indexes: { person: string } };
  /** Names of the databases that hold copies of rooms; `unstored` where one has words that the server has not. */
  copies: { key: string; value: { name: string; person: string; unstored?: boolean }; indexes: { person: string } };
  texts: { key: string; value: OpenedText; indexes: { person: string } };
}

export type LocalDatabase = IDBPDatabase<Tables>;

let opening: Promise<LocalDatabase | null> | null = null;

/** The one connection of this page, or null where the browser keeps nothing (some private windows). */
export function localDatabase(): Promise<LocalDatabase | null> {
  opening ??= open().catch(() => null);
  return opening;
}

/** Where storage is blocked, `indexedDB.open` throws at once instead of refusing later. */
async function open(): Promise<LocalDatabase> {
  return openDB<Tables>("glossa", 2, {
    upgrade(db, from) {
      if (from < 1) {
        db.createObjectStore("outbox", { keyPath: "id" }).createIndex("person", "person");
        db.createObjectStore("drafts", { keyPath: "key" }).createIndex("person", "person");
        db.createObjectStore("copies", { keyPath: "name" }).createIndex("person", "person");
      }
      if (from < 2) db.createObjectStore("texts", { keyPath: "key" }).createIndex("person", "person");
    },
    blocking: (_current, _blocked, event) => {
      (event.target as IDBDatabase).close();
      opening = null;
    },
  });
}

/** Deletes everything that this browser keeps of a person: copies of rooms, drafts, and what was not sent. */
export async function clearPersonalData(person: string): Promise<void> {
  dropLeftBy(person);
  const db = await localDatabase();
  if (db === null) return;
  const names = await db.getAllFromIndex("copies", "person", person);
  await Promise.all(names.map(({ name }) => deleteDatabase(name)));
  for (const table of ["outbox", "drafts", "copies", "texts"] as const) {
    const tx = db.transaction(table, "readwrite");
    const keys = await tx.store.index("person").getAllKeys(person);
    await Promise.all([...keys.map((key) => tx.store.delete(key)), tx.done]);
  }
}

/** What of a person the server has not got: so many notes, and shared pages with words of theirs. */
export type Unsent = { readonly notes: number; readonly pages: number };

/** Asked before signing out. */
export async function unsentOf(person: string): Promise<Unsent> {
  const db = await localDatabase();
  const entries = (await db?.getAllFromIndex("outbox", "person", person)) ?? [];
  const copies = (await db?.getAllFromIndex("copies", "person", person)) ?? [];
  return {
    notes: entries.filter(({ state }) => state.kind !== "answered").length,
    pages: copies.filter(({ unstored }) => unstored === true).length,
  };
}

/** Resolves also when another tab still holds the database open: then it goes as soon as that tab lets go. */
export function deleteDatabase(name: string): Promise<void> {
  return new Promise((resolve) => {
    const request = indexedDB.deleteDatabase(name);
    request.onsuccess = () => resolve();
    request.onerror = () => resolve();
    request.onblocked = () => resolve();
  });
}
