/** Turns news into letters, by each member's choice and rhythm. */
import { type DueNews, sortNews } from "#app/domain/news/due.ts";
import type { NewsLetter, Stop, ToldNote } from "#app/domain/news/letter.ts";
import { QUIET } from "#app/domain/news/rhythm.ts";
import type { MemberRecord } from "#db/repositories/members.ts";
import type { NewsRow } from "#db/repositories/news-letters.ts";
import type { Store, Transact } from "#db/store.ts";
import { makeTeller } from "./told-news.ts";

export type NewsLetterDependencies = {
  readonly read: Store;
  readonly transact: Transact;
  /** Links are built from it. */
  readonly origin: string;
  readonly secrets: { token(): string; digest(token: string): string };
  readonly post: { writeNews(store: Store, to: MemberRecord, letter: NewsLetter): Promise<void> };
  /** False where letters really go out: the addresses of the demo's people are made up. */
  readonly writesToDemo: boolean;
  /** Writes the failure of one letter to the log; the others go on. */
  readonly report: (error: unknown) => void;
};

/** Rows looked at in one round, some 20 ms; the rest waits a minute. */
const MOST_PENDING = 20_000;
/** Notes in one letter; nobody reads more of them in a mail. */
const MOST_NOTES = 40;
/** Milliseconds that the link in a letter stops further ones. */
const STOP_LIFE = 180 * 24 * 60 * 60 * 1000;

/** Writes all letters that are due at `now` (milliseconds), each in a transaction with the mark that it was written. */
export async function writeNewsLetters(dependencies: NewsLetterDependencies, now: number): Promise<void> {
  const { read, transact, report } = dependencies;
  const { over, due } = sortNews(await read.newsLetters.pending(MOST_PENDING), now);
  if (over.length > 0) await transact((store) => store.newsLetters.settle(over, now));
  for (const news of due) {
    if (news.root !== null && (await isQuiet(read, news.member, news.root, now))) continue;
    await transact((store) => writeOne(dependencies, store, news, now)).catch(report);
  }
}

async function isQuiet(read: Store, memberId: string, rootId: string, now: number): Promise<boolean> {
  const last = await read.letters.lastAtOnce(memberId, rootId);
  return last !== null && last + QUIET > now;
}

async function writeOne(
  { origin, secrets, post, writesToDemo }: NewsLetterDependencies,
  store: Store,
  { member: memberId, frequency, ids }: DueNews,
  now: number,
): Promise<void> {
  const member = await store.members.byId(memberId);
  const rows = (await store.newsLetters.byIds(ids)).filter(({ mailedAt }) => mailedAt === null);
  await store.newsLetters.settle(ids, now);
  if (member === null || (member.isDemo && !writesToDemo)) return;
  const told = await tellAll(store, rows, now);
  if (told.length === 0) return;
  const shown = told.slice(0, MOST_NOTES);
  const kinds = [...new Set(told.map(({ note }) => note.kind))];
  await post.writeNews(store, member, {
    frequency,
    notes: inReadingOrder(shown.map(({ note }) => note)),
    further: told.length - shown.length,
    timeZone: member.timeZone,
    stopUrl: `${origin}/letters/${await issueStop(store, secrets, { memberId, stop: { frequency, kinds }, now })}`,
    news: shown.map(({ id }) => id),
  });
}

/** What the receiver may be told and has not read. */
async function tellAll(
  store: Store,
  rows: readonly NewsRow[],
  now: number,
): Promise<readonly { readonly id: string; readonly note: ToldNote }[]> {
  const tell = makeTeller(store, now);
  const told = [];
  for (const row of rows) {
    const note = row.readAt === null ? await tell(row) : null;
    if (note !== null) told.push({ id: row.id, note });
  }
  return told;
}

/** Groups, texts and threads stand together, in the order in which the first of each came. */
function inReadingOrder(notes: readonly ToldNote[]): readonly ToldNote[] {
  const firsts = new Map<string, number>();
  const place = (key: string): number => {
    const known = firsts.get(key) ?? firsts.size;
    firsts.set(key, known);
    return known;
  };
  const placed = notes.map((note) => ({
    note,
    order: [place(note.group.id), place(note.text.id), place(note.root), note.created] as const,
  }));
  const compare = (a: readonly number[], b: readonly number[]): number =>
    a.map((n, i) => n - (b[i] ?? 0)).find((difference) => difference !== 0) ?? 0;
  return placed.sort((a, b) => compare(a.order, b.order)).map(({ note }) => note);
}

async function issueStop(
  store: Store,
  secrets: NewsLetterDependencies["secrets"],
  { memberId, stop, now }: { readonly memberId: string; readonly stop: Stop; readonly now: number },
): Promise<string> {
  const token = secrets.token();
  await store.tokens.insert({
    hash: secrets.digest(token),
    kind: "letters",
    memberId,
    payload: JSON.stringify(stop),
    createdAt: now,
    expiresAt: now + STOP_LIFE,
  });
  return token;
}
