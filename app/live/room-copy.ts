/**
 * This browser's copy of a room: the updates as they came. They are applied one by one, since the stock store applies all
 * in one task, which froze the page for 1.5 s at 10,000 notes; the server sends at most 1,000 rows in one.
 */
import { type DBSchema, type IDBPDatabase, openDB } from "idb";
import * as Y from "yjs";

interface Updates extends DBSchema {
  updates: { key: number; value: Uint8Array };
}

/** Single notes that came live are joined once there are so many of them. */
const MANY = 200;
/** Bytes up to which updates are joined; larger ones would be long tasks again. */
const JOINED = 256 * 1024;
/** Bytes up to which a copy is written anew from the document, some 1,000 notes: applying it is one task below 50 ms. */
const SMALL = 512 * 1024;

export type RoomCopy = {
  /** Applies what is kept; resolves when all of it is in the document. */
  readonly load: () => Promise<void>;
  /** Keeps no more; what is kept stays. */
  readonly close: () => void;
};

/** Keeps every update of `doc` from now on under that name. Null where the browser keeps nothing. */
export async function openRoomCopy(name: string, doc: Y.Doc): Promise<RoomCopy | null> {
  const db = await open(name).catch(() => null);
  if (db === null) return null;
  const origin = {};
  const keep = (update: Uint8Array, from: unknown) => {
    // A full disk or a store that another tab deletes costs the copy, never the page.
    if (from !== origin) void db.add("updates", update).catch(() => undefined);
  };
  doc.on("update", keep);
  return {
    async load() {
      const keys = await db.getAllKeys("updates");
      let bytes = 0;
      for (const key of keys) {
        // Each answer of the store is a task of its own, so the page lives on between two updates.
        const update = await db.get("updates", key);
        if (update === undefined) continue;
        bytes += update.byteLength;
        Y.applyUpdate(doc, update, origin);
      }
      if (keys.length > 1 && bytes <= SMALL) await rewrite(db, keys, doc);
      else if (keys.length > MANY) await joinUpdates(db, keys);
    },
    close() {
      doc.off("update", keep);
      db.close();
    },
  };
}

async function open(name: string): Promise<IDBPDatabase<Updates>> {
  return openDB<Updates>(name, 1, {
    upgrade: (fresh) => void fresh.createObjectStore("updates", { autoIncrement: true }),
    blocking: (_current, _blocked, event) => (event.target as IDBDatabase).close(),
  });
}

/** Replaces what was read by what the document holds now: words that were edited away or hidden since are not in it. */
async function rewrite(db: IDBPDatabase<Updates>, keys: readonly number[], doc: Y.Doc): Promise<void> {
  const tx = db.transaction("updates", "readwrite");
  await Promise.all([...keys.map((key) => tx.store.delete(key)), tx.store.add(Y.encodeStateAsUpdate(doc)), tx.done]);
}

/** Replaces neighbouring small updates by one. */
async function joinUpdates(db: IDBPDatabase<Updates>, keys: readonly number[]): Promise<void> {
  const tx = db.transaction("updates", "readwrite");
  let group: { readonly first: number; readonly parts: Uint8Array[] } | null = null;
  let bytes = 0;
  const close = async () => {
    if (group !== null && group.parts.length > 1) await tx.store.put(Y.mergeUpdates(group.parts), group.first);
    group = null;
  };
  for (const key of keys) {
    const update = await tx.store.get(key);
    if (update === undefined) continue;
    if (group === null || bytes + update.byteLength > JOINED) {
      await close();
      group = { first: key, parts: [update] };
      bytes = update.byteLength;
    } else {
      group.parts.push(update);
      bytes += update.byteLength;
      await tx.store.delete(key);
    }
  }
  await close();
  await tx.done;
}
