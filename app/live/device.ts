/** What stays in this browser, and of whom. */
import { isPages, pagesOf, type Wish } from "#app/worker/kept.ts";
import { clearPersonalData, deleteDatabase, localDatabase } from "./local-database.ts";

/**
 * Somebody is signed in here: copies of rooms and pages of anybody else go. Words of theirs that were not sent stay, under their
 * name and unseen, since a session that ended by itself must not cost what its person wrote.
 */
export async function settleDevice(person: string): Promise<void> {
  await deleteCaches((name) => isPages(name) && name !== pagesOf(person));
  const db = await localDatabase();
  if (db === null) return;
  const copies = await db.getAll("copies");
  const foreign = copies.filter((copy) => copy.person !== person && copy.unstored !== true);
  for (const { name } of foreign) await deleteDatabase(name);
  for (const { name } of foreign) await db.delete("copies", name);
  for (const { key, person: other } of await db.getAll("texts")) if (other !== person) await db.delete("texts", key);
}

/** A person signs out here: everything of theirs goes, also what was not sent; whoever calls this has asked about it. */
export async function leaveDevice(person: string): Promise<void> {
  tellWorker({ kind: "forget", person });
  await Promise.all([deleteCaches((name) => name === pagesOf(person)), clearPersonalData(person)]);
}

/** Says something to the service worker of this page; where there is none, there is nothing to say. */
export function tellWorker(wish: Wish): void {
  navigator.serviceWorker?.controller?.postMessage(wish);
}

/** Caches exist in secure contexts only. */
async function deleteCaches(isMeant: (name: string) => boolean): Promise<void> {
  if (typeof caches === "undefined") return;
  const meant = (await caches.keys()).filter(isMeant);
  await Promise.all(meant.map((name) => caches.delete(name)));
}
