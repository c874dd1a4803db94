/** Texts that this browser can open without a network. */
import { pagesOf, textPage } from "#app/worker/kept.ts";
import { deleteDatabase, localDatabase, type OpenedText } from "./local-database.ts";

/** Writes down that a text was opened, so that it can be named later. */
export async function noteOpened(text: Omit<OpenedText, "key">): Promise<void> {
  const db = await localDatabase();
  await db?.put("texts", { ...text, key: keyOf(text.person, text.document) });
}

/** Every text that this person opened here, kept or not, by id. */
export async function openedTexts(person: string): Promise<ReadonlyMap<string, OpenedText>> {
  const db = await localDatabase();
  const texts = (await db?.getAllFromIndex("texts", "person", person)) ?? [];
  return new Map(texts.map((text) => [text.document, text]));
}

/** Those whose page is kept, the last opened first; null where this browser can keep no pages (plain http, some private windows). */
export async function keptTexts(person: string): Promise<readonly OpenedText[] | null> {
  if (typeof caches === "undefined" || navigator.serviceWorker === undefined) return null;
  const texts = [...(await openedTexts(person)).values()];
  if (!(await caches.has(pagesOf(person)))) return [];
  const pages = await caches.open(pagesOf(person));
  const kept = new Set((await pages.keys()).map(({ url }) => new URL(url).pathname));
  return texts.filter(({ document }) => kept.has(textPage(document))).sort((a, b) => b.openedAt - a.openedAt);
}

/** Takes one text off this device: its page and the copies of its rooms. What was written on it and not sent stays. */
export async function dropText(person: string, document: string): Promise<void> {
  if (typeof caches !== "undefined") await (await caches.open(pagesOf(person))).delete(textPage(document));
  const db = await localDatabase();
  if (db === null) return;
  const copies = await db.getAllFromIndex("copies", "person", person);
  for (const { name } of copies.filter((copy) => copy.name.includes(`/${document}/`))) {
    await deleteDatabase(name);
    await db.delete("copies", name);
  }
  await db.delete("texts", keyOf(person, document));
}

const keyOf = (person: string, document: string): string => `${person}/${document}`;
