/** Whether a letter about news may still go out as it was written. */
import type { LetterRow } from "#db/repositories/letters.ts";
import type { Store } from "#db/store.ts";
import { makeTeller } from "./told-news.ts";

/**
 * True while its receiver has read nothing of what it tells, may see all of it, and nothing was changed since; else it is
 * taken back, and what may still be told goes into a new one. A letter can wait for a day, and words be withdrawn meanwhile.
 */
export async function stillGoes(store: Store, letter: LetterRow, now: number): Promise<boolean> {
  const rows = await store.newsLetters.byIds(letter.news);
  const tell = makeTeller(store, now);
  let good = rows.length === letter.news.length;
  for (const row of rows) {
    const told = good && row.readAt === null ? await tell(row) : null;
    good = told !== null && (told.edited ?? 0) <= letter.createdAt;
    if (!good) break;
  }
  if (!good) await takeBack(store, letter);
  return good;
}

/** Forgets the letter and opens its news again. */
export async function takeBack(store: Store, { id, news }: Pick<LetterRow, "id" | "news">): Promise<void> {
  await store.newsLetters.reopen(news);
  await store.letters.remove(id);
}
