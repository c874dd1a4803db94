/** The queue of a group: what moderators list, open, claim and decide. */
import type { QueuePage, QueueQuery, QueueRow, QueueService } from "#app/context/queue.ts";
import type { Viewer } from "#app/context/viewer.ts";
import { QUEUE_PAGE } from "#app/domain/moderation/view.ts";
import { Problem } from "#app/domain/problem.ts";
import { roomName } from "#app/rooms/names.ts";
import { triageWords as words } from "#app/words/triage.ts";
import type { QueueItem } from "#db/repositories/moderation/queue.ts";
import type { Store, Transact } from "#db/store.ts";
import type { Heed } from "./annotations/events.ts";
import { badgesOf } from "./moderation/badges.ts";
import { makeBatches, previewBatch } from "./moderation/bulk.ts";
import { cardOf } from "./moderation/card.ts";
import { assign, claim, escalate, noteOn, release } from "./moderation/claims.ts";
import { decideItem, undoItem } from "./moderation/decide-item.ts";
import { type Desk, deskIn, itemFor } from "./moderation/desk.ts";
import { rowsOf } from "./moderation/queue-rows.ts";
import { epochOf } from "./rights.ts";

/** Rows that are read anew at once, saved views of one moderator, and characters of a view's name and query. */
const MOST_ROWS = 100;
const MOST_VIEWS = 20;
const MAX_VIEW_NAME = 60;
const MAX_VIEW_QUERY = 1_000;

/** The service over one writer. `clock` in milliseconds since 1970, `newId` a ULID. */
export function makeQueueService({
  read,
  transact,
  clock,
  newId,
  heed = async () => {},
}: {
  readonly read: Store;
  readonly transact: Transact;
  readonly clock: () => number;
  readonly newId: () => string;
  readonly heed?: Heed;
}): QueueService {
  const hands = { clock, newId, heed };
  const batches = makeBatches({ transact, hands });
  const at = (viewer: Viewer, group: string) => deskIn(read, { viewer, group, now: clock() });
  return {
    async list(viewer, group, query) {
      return pageOf(read, await at(viewer, group), query);
    },
    badges: (viewer, group) => badgesOf(read, { viewer, group, now: clock() }),
    async rows(viewer, group, ids): Promise<readonly QueueRow[]> {
      const desk = await at(viewer, group);
      return rowsOf(read, desk, await read.queueList.byIds(group, ids.slice(0, MOST_ROWS), desk.who));
    },
    async counts(viewer, group) {
      return read.queueList.counts(group, (await at(viewer, group)).who);
    },
    async open(viewer, id) {
      const { desk, item } = await itemFor(read, { viewer, item: id, now: clock() });
      const card = await cardOf(read, desk, item);
      if (card === null) throw new Problem("not-found", words.unknownItem);
      return card;
    },
    claim: (viewer, asked) => transact((store) => claim(store, { ...asked, viewer, now: clock() })),
    release: (viewer, item) => transact((store) => release(store, { item, viewer, now: clock() })),
    assign: (viewer, asked) => transact((store) => assign(store, { ...asked, viewer, newId, now: clock() })),
    escalate: (viewer, item, on) => transact((store) => escalate(store, { item, on, viewer, newId, now: clock() })),
    note: (viewer, asked) => transact((store) => noteOn(store, { ...asked, viewer, newId, now: clock() })),
    async decide(viewer, asked) {
      return transact((store) => decideItem(store, hands, viewer, asked));
    },
    undo: (viewer, decision) => transact((store) => undoItem(store, hands, { viewer, decision })),
    preview: (viewer, group, batch) => previewBatch(read, { viewer, group, batch, now: clock() }),
    bulk: batches.run,
    undoBatch: batches.undo,
    progress: batches.progress,
    async saveView(viewer, group, { name: typed, query }) {
      const name = typed.trim();
      if (name === "" || [...name].length > MAX_VIEW_NAME || query.length > MAX_VIEW_QUERY) {
        const why = words.viewNeedsName(MAX_VIEW_NAME);
        throw new Problem("invalid", why, { fields: { name: why } });
      }
      return transact(async (store) => {
        await deskIn(store, { viewer, group, now: clock() });
        const kept = await store.queueDesk.views(group, viewer.id);
        const isNew = !kept.some((view) => view.name === name);
        if (isNew && kept.length >= MOST_VIEWS) throw new Problem("too-many", words.tooManyViews(MOST_VIEWS));
        const row = { id: newId(), groupId: group, memberId: viewer.id, name, query };
        return { id: await store.queueDesk.saveView(row), name, query };
      });
    },
    dropView: (viewer, id) => transact((store) => store.queueDesk.dropView(id, viewer.id)),
  };
}

async function pageOf(read: Store, desk: Desk, { view, filters, sort, cursor }: QueueQuery): Promise<QueuePage> {
  const { group, who } = desk;
  const asked = { group: group.id, view, filters, sort, after: placeOf(cursor), limit: QUEUE_PAGE + 1 };
  const items = await read.queueList.page(asked, who);
  const shown = items.slice(0, QUEUE_PAGE);
  const last = items.length > QUEUE_PAGE ? shown.at(-1) : undefined;
  const room = roomName({ kind: "queue", group: group.id });
  return {
    group,
    rows: await rowsOf(read, desk, shown),
    next: last === undefined ? null : `${sortedBy(last, { view, sort })}~${last.id}`,
    counts: await read.queueList.counts(group.id, who),
    room: { room, epoch: await epochOf(read, room) },
    moderators: await moderatorsAt(read, desk),
    saved: (await read.queueDesk.views(group.id, who.id)).map(({ id, name, query }) => ({ id, name, query })),
  };
}

async function moderatorsAt(read: Store, { group, moderators }: Desk): Promise<QueuePage["moderators"]> {
  const people = await read.members.profiles([...moderators.keys()]);
  const busy = await read.queueList.assigned(group.id);
  return [...moderators].flatMap(([id, role]) => {
    const profile = people.get(id);
    return profile === undefined ? [] : [{ ...profile, role, assigned: busy.get(id) ?? 0 }];
  });
}

function sortedBy(item: QueueItem, { view, sort }: Pick<QueueQuery, "view" | "sort">): number {
  if (view === "done") return item.doneAt ?? 0;
  if (sort === "priority") return item.priority;
  return sort === "due" ? item.dueAt : item.openedAt;
}

/** Where the page before ended; anything that was not given out is the beginning. */
function placeOf(cursor: string | null): readonly [number, string] | null {
  const [, value, id] = /^(\d+(?:\.\d+)?(?:e-\d+)?)~([0-9A-HJKMNP-TV-Z]{26})$/u.exec(cursor ?? "") ?? [];
  return value === undefined || id === undefined ? null : [Number(value), id];
}
