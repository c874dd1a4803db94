/** Pages and counts of the queue. Every statement reads one index of it, so that 10,000 open items cost as few. */
import { and, asc, desc, eq, inArray, isNull, lte, notInArray, or, type SQL, sql } from "drizzle-orm";
import type { Reason } from "#app/domain/moderation/reason.ts";
import { bitOf, type QueueFilters, type QueueSort, type QueueView, queueViews } from "#app/domain/moderation/view.ts";
import type { Db } from "#db/client.ts";
import { documents } from "#db/schema/documents.ts";
import { queueItems, queueSignals } from "#db/schema/moderation.ts";
import type { QueueItem } from "./queue.ts";

/** Who looks, and when: what is theirs is never among what they get. */
export type Beholder = {
  readonly id: string;
  readonly isOwner: boolean;
  /** Members of the group whom the beholder does not outrank. */
  readonly above: readonly string[];
  readonly now: number;
};

export type ItemQuery = {
  readonly group: string;
  readonly view: QueueView;
  readonly filters: QueueFilters;
  readonly sort: QueueSort;
  /** Value of the sort and id of the last item before. */
  readonly after: readonly [number, string] | null;
  readonly limit: number;
};

/** Done items that are counted. */
const MOST_DONE = 1_000;

/** Verbs over many items. */
export function queueListRepository(db: Db) {
  return {
    /** Items that match, in order. */
    async page(query: ItemQuery, who: Beholder): Promise<readonly QueueItem[]> {
      const { group, view, filters, after, limit } = query;
      const { column, falls } = orderOf(query);
      const beyond =
        after === null
          ? undefined
          : sql`(${column} ${sql.raw(falls ? "<" : ">")} ${after[0]} or (${column} = ${after[0]} and ${queueItems.id} > ${after[1]}))`;
      return db
        .select()
        .from(queueItems)
        .where(and(isOf(group, view === "done"), isNotOf(who), inView(view, who), ...filtered(filters, who), beyond))
        .orderBy(falls ? desc(column) : asc(column), asc(queueItems.id))
        .limit(limit)
        .all();
    },

    /** Items of each view, of `done` at most 1,000. */
    async counts(group: string, who: Beholder): Promise<Record<QueueView, number>> {
      const columns = Object.fromEntries(
        queueViews.map((view) => [view, sql<number>`count(*) filter (where ${inView(view, who) ?? sql`true`})`]),
      ) as Record<QueueView, SQL<number>>;
      const open = db
        .select(columns)
        .from(queueItems)
        .where(and(isOf(group, false), isNotOf(who)))
        .get();
      const some = db
        .select({ id: queueItems.id })
        .from(queueItems)
        .where(and(isOf(group, true), isNotOf(who)))
        .limit(MOST_DONE)
        .as("some");
      const done = db.select({ n: sql<number>`count(*)` }).from(some).get();
      const none = Object.fromEntries(queueViews.map((view) => [view, 0])) as Record<QueueView, number>;
      return { ...none, ...open, done: done?.n ?? 0 };
    },

    /** Those of the group with these ids that are not the beholder's own. */
    async byIds(group: string, ids: readonly string[], who: Beholder): Promise<readonly QueueItem[]> {
      const own = and(eq(queueItems.groupId, group), inArray(queueItems.id, [...ids]), isNotOf(who));
      return db.select().from(queueItems).where(own).all();
    },

    /** How often each reason was given for each of these items. */
    async reasons(
      ids: readonly string[],
    ): Promise<readonly { readonly item: string; readonly reason: Reason; readonly count: number }[]> {
      const rows = db
        .select({ item: queueSignals.itemId, reason: queueSignals.reason, count: sql<number>`count(*)` })
        .from(queueSignals)
        .where(and(inArray(queueSignals.itemId, [...ids]), sql`${queueSignals.reason} is not null`))
        .groupBy(queueSignals.itemId, queueSignals.reason)
        .orderBy(desc(sql`count(*)`), asc(queueSignals.reason))
        .all();
      return rows.flatMap(({ item, reason, count }) => (reason === null ? [] : { item, reason, count }));
    },

    /** Open items that each moderator was given. */
    async assigned(group: string): Promise<ReadonlyMap<string, number>> {
      const rows = db
        .select({ member: queueItems.assignedTo, n: sql<number>`count(*)` })
        .from(queueItems)
        .where(isOf(group, false))
        .groupBy(queueItems.assignedTo)
        .all();
      return new Map(rows.flatMap(({ member, n }) => (member === null ? [] : [[member, n] as const])));
    },

    /** Open items about a text, at most `limit`. */
    async ofDocument(documentId: string, limit: number): Promise<readonly QueueItem[]> {
      const open = and(eq(queueItems.documentId, documentId), eq(queueItems.state, "open"));
      return db.select().from(queueItems).where(open).limit(limit).all();
    },

    /** Open items that a moderator has claimed or was given. */
    async heldBy(group: string, member: string): Promise<readonly QueueItem[]> {
      const has = or(eq(queueItems.claimedBy, member), eq(queueItems.assignedTo, member));
      return db
        .select()
        .from(queueItems)
        .where(and(isOf(group, false), has))
        .all();
    },

    /** All open items of a group, by id; for those who compare. */
    async open(group: string): Promise<readonly QueueItem[]> {
      return db.select().from(queueItems).where(isOf(group, false)).orderBy(asc(queueItems.id)).all();
    },
  };
}

function orderOf({ view, sort }: Pick<ItemQuery, "view" | "sort">) {
  if (view === "done") return { column: queueItems.doneAt, falls: true };
  if (sort === "priority") return { column: queueItems.priority, falls: true };
  return { column: sort === "due" ? queueItems.dueAt : queueItems.openedAt, falls: false };
}

function isOf(group: string, isDone: boolean): SQL | undefined {
  return and(eq(queueItems.groupId, group), eq(queueItems.state, isDone ? "done" : "open"));
}

function isNotOf({ id }: Beholder): SQL {
  return sql`${queueItems.memberId} is not ${id}`;
}

function inView(view: QueueView, who: Beholder): SQL | undefined {
  const bit = bitOf(view);
  if (bit !== null) return sql`${queueItems.kinds} & ${bit} <> 0`;
  if (view === "appeals") return eq(queueItems.targetKind, "appeal");
  if (view === "overdue") return sql`${queueItems.dueAt} < ${who.now}`;
  return view === "needs-me" ? needs(who) : undefined;
}

/** What the beholder may decide, and nobody else was given or decides now. */
function needs(who: Beholder): SQL | undefined {
  const given = eq(queueItems.assignedTo, who.id);
  const free = and(
    isNull(queueItems.assignedTo),
    or(claimedBy("free", who), claimedBy("mine", who)),
    who.isOwner ? undefined : eq(queueItems.isEscalated, false),
  );
  const decidable =
    who.above.length === 0
      ? undefined
      : or(isNull(queueItems.memberId), notInArray(queueItems.memberId, [...who.above]));
  return and(decidable, or(given, free));
}

function claimedBy(claim: NonNullable<QueueFilters["claim"]>, { id, now }: Beholder): SQL | undefined {
  const isHeld = sql`coalesce(${queueItems.claimUntil}, 0) > ${now}`;
  if (claim === "free") return sql`not (${queueItems.claimedBy} is not null and ${isHeld})`;
  return and(isHeld, claim === "mine" ? eq(queueItems.claimedBy, id) : sql`${queueItems.claimedBy} <> ${id}`);
}

/** One condition for each filter that is given. */
function filtered(filters: QueueFilters, who: Beholder): readonly (SQL | undefined)[] {
  const { document, author, reason, rule, language, claim, assigned, escalated, olderThan } = filters;
  const signalled = (what: SQL) =>
    sql`exists (select 1 from ${queueSignals} where ${queueSignals.itemId} = ${queueItems.id} and ${what})`;
  const inLanguage = (tag: string) =>
    sql`${queueItems.documentId} in (select ${documents.id} from ${documents} where ${documents.language} = ${tag})`;
  return [
    document === undefined ? undefined : eq(queueItems.documentId, document),
    author === undefined ? undefined : eq(queueItems.memberId, author),
    reason === undefined ? undefined : signalled(sql`${queueSignals.reason} = ${reason}`),
    rule === undefined
      ? undefined
      : signalled(sql`${queueSignals.kind} in ('rule', 'policy', 'newcomer') and ${queueSignals.sourceId} = ${rule}`),
    language === undefined ? undefined : inLanguage(language),
    claim === undefined ? undefined : claimedBy(claim, who),
    assigned === undefined ? undefined : assignedTo(assigned),
    escalated === undefined ? undefined : eq(queueItems.isEscalated, escalated),
    olderThan === undefined ? undefined : lte(queueItems.openedAt, who.now - olderThan),
  ];
}

function assignedTo(member: string): SQL {
  return member === "nobody" ? isNull(queueItems.assignedTo) : eq(queueItems.assignedTo, member);
}
