/** Which news have become due for a letter. Times in milliseconds. */
import type { Stop } from "./letter.ts";
import type { LetterFrequency, NewsKind } from "./news.ts";
import { GATHER, lastMondayMorning, lastMorning } from "./rhythm.ts";

/** News about which no letter has been decided yet. */
export type PendingNews = {
  readonly id: string;
  readonly member: string;
  readonly timeZone: string;
  readonly kind: NewsKind;
  readonly frequency: LetterFrequency;
  readonly root: string;
  readonly created: number;
  readonly isRead: boolean;
};

/** News that go into one letter, unless its thread keeps quiet; `root` is null for digests. */
export type DueNews = {
  readonly member: string;
  readonly frequency: Stop["frequency"];
  readonly root: string | null;
  readonly ids: readonly string[];
};

/** Older news go into no letter: a week's digest is the longest that anybody waits. */
const TOO_OLD = 8 * 24 * 60 * 60 * 1000;

/** `over`: ids that no letter will tell of, since they were read, are not wanted by mail, or are old. */
export function sortNews(
  pending: readonly PendingNews[],
  now: number,
): { readonly over: readonly string[]; readonly due: readonly DueNews[] } {
  const isOver = ({ isRead, frequency, created }: PendingNews): boolean =>
    isRead || frequency === "never" || created < now - TOO_OLD;
  const letters = new Map<string, Omit<DueNews, "ids"> & { readonly ids: string[]; first: number }>();
  for (const news of pending) {
    const { member, frequency, created } = news;
    if (isOver(news) || frequency === "never" || !isOfLastPost(news, now)) continue;
    const root = frequency === "at-once" ? news.root : null;
    const key = `${member} ${frequency} ${root}`;
    const letter = letters.get(key) ?? { member, frequency, root, ids: [], first: created };
    letter.ids.push(news.id);
    letter.first = Math.min(letter.first, created);
    letters.set(key, letter);
  }
  const due = [...letters.values()].filter(({ root, first }) => root === null || first + GATHER <= now);
  return { over: pending.filter(isOver).map(({ id }) => id), due: due.map(({ first: _, ...letter }) => letter) };
}

/** True for what is at once, and for what came before the last time at which its digest was due. */
function isOfLastPost({ frequency, created, timeZone }: PendingNews, now: number): boolean {
  if (frequency === "daily") return created < lastMorning(now, timeZone);
  if (frequency === "weekly") return created < lastMondayMorning(now, timeZone);
  return true;
}
