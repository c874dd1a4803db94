/** What a member's inbox shows: notifications of notes that they may see now, whatever held when they were written. */
import type { InboxEntry, InboxPage } from "#app/context/news.ts";
import { quotation } from "#app/domain/annotation/annotation.ts";
import type { NewsKind } from "#app/domain/news/news.ts";
import type { NoteRow } from "#db/repositories/annotations.ts";
import type { NotificationRow } from "#db/repositories/notifications.ts";
import type { Store } from "#db/store.ts";
import { excerptOf, shorten } from "../excerpt.ts";
import { type Standing, sightFor, standingIn } from "../rights.ts";
import { seenBy } from "../veil.ts";

/** Entries on one page of the inbox. */
const PAGE = 50;

export type Visible = { readonly row: NotificationRow; readonly note: NoteRow; readonly standing: Standing };

/** Those of the member's notifications whose notes they may read; each text's rights are asked once. */
export async function visibleNews(
  store: Store,
  rows: readonly NotificationRow[],
  { member, now }: { readonly member: string; readonly now: number },
): Promise<readonly Visible[]> {
  const standings = new Map<string, Standing | null>();
  const visible: Visible[] = [];
  for (const row of rows) {
    const known = standings.get(row.document);
    const standing =
      known === undefined ? await standingIn(store, { memberId: member, documentId: row.document, now }) : known;
    standings.set(row.document, standing);
    const note = standing === null ? null : await store.annotations.find(row.note);
    if (standing === null || note === null || !isShown(row, standing, note)) continue;
    visible.push({ row, note, standing });
  }
  return visible;
}

/** Reporters hear that somebody looked whatever became of the note; of its words they get what they may see. */
function isShown({ kind }: NotificationRow, standing: Standing, note: NoteRow): boolean {
  return kind === "outcome" || sightFor(standing, note, "none") === "body";
}

/** One page of it. */
export async function inboxPage(
  store: Store,
  given: {
    readonly member: string;
    readonly now: number;
    readonly kind: NewsKind | null;
    readonly before: string | null;
  },
): Promise<InboxPage> {
  const { member, now, kind, before } = given;
  const rows = await store.notifications.newest(member, { kind, before: placeOf(before), limit: PAGE + 1 });
  const shown = rows.slice(0, PAGE);
  const last = rows.length > PAGE ? shown.at(-1) : undefined;
  const visible = await visibleNews(store, shown, { member, now });
  const seats = await store.audiences.seatHolders([...new Set(visible.map(({ row }) => row.seat))]);
  const entries: InboxEntry[] = [];
  for (const one of visible) entries.push(await entryOf(store, one, seats));
  return { entries, older: last === undefined ? null : `${last.at}.${last.id}` };
}

async function entryOf(
  store: Store,
  { row, note, standing }: Visible,
  seats: Awaited<ReturnType<Store["audiences"]["seatHolders"]>>,
): Promise<InboxEntry> {
  const document = await store.documents.find(row.document);
  const root = note.id === row.root ? note : await store.annotations.find(row.root);
  const isRootSeen = root !== null && sightFor(standing, root, "public") === "body";
  const holder = seats.find(
    ({ seat, audience }) => seat === row.seat && standing.rooms.some((room) => room.audience === audience),
  );
  const { id, name } = standing.group;
  const { title = "", language = "", dir = "ltr" } = document ?? {};
  return {
    id: row.id,
    kind: row.kind,
    group: { id, name },
    document: { id: row.document, title, language, dir },
    root: row.root,
    note: row.note,
    by: holder === undefined || row.kind === "outcome" ? null : profileOf(seenBy(standing.actor, holder)),
    at: row.at,
    isRead: row.readAt !== null,
    quote: isRootSeen && root.target !== null ? shorten(quotation(root.target)) : "",
    excerpt: sightFor(standing, note, "none") === "body" ? excerptOf(note.body) : "",
  };
}

function profileOf({ id, name, pronouns, hue, picture }: NonNullable<InboxEntry["by"]>): InboxEntry["by"] {
  return { id, name, pronouns, hue, picture };
}

/** Where the page before ended; anything that we did not give out is the beginning. */
function placeOf(before: string | null): readonly [number, string] | null {
  const [, at, id] = /^(\d{1,16})\.([0-9A-HJKMNP-TV-Z]{26})$/u.exec(before ?? "") ?? [];
  return at === undefined || id === undefined ? null : [Number(at), id];
}
