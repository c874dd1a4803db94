/** What each member was told of, one row per member and note. Whether it may still be shown is asked when it is read. */
import { and, eq, inArray, isNull, lt, type SQL, sql } from "drizzle-orm";
import type { NewsKind } from "#app/domain/news/news.ts";
import type { Db } from "#db/client.ts";
import { annotations, mentions } from "#db/schema/annotations.ts";
import { notifications, untold } from "#db/schema/news.ts";

export type NotificationRow = {
  readonly id: string;
  readonly member: string;
  readonly kind: NewsKind;
  readonly group: string;
  readonly document: string;
  readonly root: string;
  readonly note: string;
  readonly seat: string;
  readonly at: number;
  readonly readAt: number | null;
};

const columns = {
  id: notifications.id,
  member: notifications.memberId,
  kind: notifications.kind,
  group: notifications.groupId,
  document: notifications.documentId,
  root: notifications.rootId,
  note: notifications.annotationId,
  seat: notifications.seatId,
  at: notifications.createdAt,
  readAt: notifications.readAt,
};

/** Verbs over notifications. */
export function notificationsRepository(db: Db) {
  const insert = db.$client.prepare<[Omit<NotificationRow, "readAt">]>(
    `INSERT INTO notifications (id, member_id, kind, group_id, document_id, root_id, annotation_id, seat_id, created_at)
     VALUES (@id, @member, @kind, @group, @document, @root, @note, @seat, @at)`,
  );
  const rowsWhere = (condition: SQL | undefined) =>
    db
      .select(columns)
      .from(notifications)
      .where(condition)
      .orderBy(sql`${notifications.createdAt} desc, ${notifications.id} desc`);
  const unread = rowsWhere(and(eq(notifications.memberId, sql.placeholder("member")), isNull(notifications.readAt)))
    .limit(sql.placeholder("limit"))
    .prepare();

  const nextUntold = db
    .select({ note: untold.annotationId, at: untold.at })
    .from(untold)
    .orderBy(untold.at, untold.annotationId)
    .limit(1)
    .prepare();

  return {
    async insert(row: Omit<NotificationRow, "readAt">): Promise<void> {
      insert.run(row);
    },

    /** Everybody who was told of the note. */
    async ofNote(annotationId: string): Promise<readonly NotificationRow[]> {
      return rowsWhere(eq(notifications.annotationId, annotationId)).all();
    },

    /** What was told about notes of a text, at most `limit`. */
    async inDocument(documentId: string, limit: number): Promise<readonly NotificationRow[]> {
      const notes = db.select({ id: annotations.id }).from(annotations).where(eq(annotations.documentId, documentId));
      return rowsWhere(inArray(notifications.annotationId, notes)).limit(limit).all();
    },

    async all(memberId: string): Promise<readonly NotificationRow[]> {
      return rowsWhere(eq(notifications.memberId, memberId)).all();
    },

    /** All of the member's in one group. */
    async inGroup(memberId: string, groupId: string): Promise<readonly NotificationRow[]> {
      return rowsWhere(and(eq(notifications.memberId, memberId), eq(notifications.groupId, groupId))).all();
    },

    /** What others were told of that the member wrote in the group, at most `limit`. */
    async about(creatorId: string, groupId: string, limit: number): Promise<readonly NotificationRow[]> {
      return rowsWhere(
        and(
          eq(notifications.groupId, groupId),
          inArray(
            notifications.annotationId,
            db.select({ id: annotations.id }).from(annotations).where(eq(annotations.creatorId, creatorId)),
          ),
        ),
      )
        .limit(limit)
        .all();
    },

    /** The member's newest `limit`, of one kind or all, older than `before` (milliseconds; of equal ones by id). */
    async newest(
      memberId: string,
      given: {
        readonly kind: NewsKind | null;
        readonly before: readonly [number, string] | null;
        readonly limit: number;
      },
    ): Promise<readonly NotificationRow[]> {
      const { kind, before, limit } = given;
      return rowsWhere(
        and(
          eq(notifications.memberId, memberId),
          kind === null ? undefined : eq(notifications.kind, kind),
          before === null
            ? undefined
            : sql`(${notifications.createdAt}, ${notifications.id}) < (${before[0]}, ${before[1]})`,
        ),
      )
        .limit(limit)
        .all();
    },

    /** The newest unread ones, at most `limit`. */
    async unread(memberId: string, limit: number): Promise<readonly NotificationRow[]> {
      return unread.all({ member: memberId, limit });
    },

    /** Another reason for the same note: it is told anew. */
    async retell(id: string, kind: NewsKind, at: number): Promise<void> {
      db.update(notifications)
        .set({ kind, createdAt: at, readAt: null, mailedAt: null })
        .where(eq(notifications.id, id))
        .run();
    },

    /** A weaker reason than before: nothing is told anew. */
    async weaken(id: string, kind: NewsKind): Promise<void> {
      db.update(notifications).set({ kind }).where(eq(notifications.id, id)).run();
    },

    /** Of all that was told until now no letter goes out. */
    async withoutLetters(at: number): Promise<void> {
      db.update(notifications).set({ mailedAt: at }).where(isNull(notifications.mailedAt)).run();
    },

    async remove(ids: readonly string[]): Promise<void> {
      for (const id of ids) db.delete(notifications).where(eq(notifications.id, id)).run();
    },

    /** Marks those as read that are the member's and unread, and gives them. */
    async read(memberId: string, which: ReadWhich, now: number): Promise<readonly NotificationRow[]> {
      return db
        .update(notifications)
        .set({ readAt: now })
        .where(and(eq(notifications.memberId, memberId), isNull(notifications.readAt), conditionOf(which)))
        .returning(columns)
        .all();
    },

    /** Of this note more members are to be told later. */
    async leaveUntold(annotationId: string, at: number): Promise<void> {
      db.insert(untold).values({ annotationId, at }).onConflictDoNothing().run();
    },

    /** The oldest note of which members are still to be told, or null. */
    async nextUntold(): Promise<{ readonly note: string; readonly at: number } | null> {
      return nextUntold.get() ?? null;
    },

    async allTold(annotationId: string): Promise<void> {
      db.delete(untold).where(eq(untold.annotationId, annotationId)).run();
    },

    /** Members whom the newest words of the note name. */
    async named(annotationId: string): Promise<readonly string[]> {
      const rows = db
        .select({ member: mentions.memberId })
        .from(mentions)
        .where(eq(mentions.annotationId, annotationId))
        .all();
      return rows.map(({ member }) => member);
    },
  };
}

/** One by its id, all, or those about notes that were written up to a moment, in a thread or a whole text. */
export type ReadWhich =
  | { readonly id: string }
  | { readonly all: true }
  | { readonly root: string; readonly upTo: number }
  | { readonly document: string; readonly upTo: number };

function conditionOf(which: ReadWhich): SQL | undefined {
  if ("all" in which) return undefined;
  if ("id" in which) return eq(notifications.id, which.id);
  const place = "root" in which ? eq(notifications.rootId, which.root) : eq(notifications.documentId, which.document);
  return and(
    place,
    sql`exists (select 1 from annotations a where a.id = ${notifications.annotationId} and ${lt(sql`a.created_at`, which.upTo + 1)})`,
  );
}
