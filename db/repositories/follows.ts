/** What members follow and have muted. */
import { and, eq, ne } from "drizzle-orm";
import type { FollowLevel, FollowSubject } from "#app/domain/news/news.ts";
import type { Db } from "#db/client.ts";
import { annotations } from "#db/schema/annotations.ts";
import { follows } from "#db/schema/news.ts";

/** What is followed, and the group in which that counts. */
export type Followed = { readonly kind: FollowSubject; readonly id: string; readonly group: string };

/** What one member said of one subject. */
export type FollowRow = { readonly member: string; readonly kind: FollowSubject; readonly level: FollowLevel };

/** Where a note stands and whose it is: all that can be followed about it. */
export type NotePlace = Readonly<Record<"root" | "document" | "group" | "creator", string>>;

/** Verbs over follows and mutes. */
export function followsRepository(db: Db) {
  const sqlite = db.$client;
  const keep = sqlite.prepare<[string, string, string, string, number]>(
    `INSERT INTO follows (member_id, subject_kind, subject_id, group_id, level, created_at)
     VALUES (?, ?, ?, ?, 'follow', ?) ON CONFLICT DO NOTHING`,
  );
  const around = sqlite.prepare<[NotePlace], FollowRow>(
    `SELECT member_id AS member, subject_kind AS kind, level FROM follows
       WHERE subject_kind = 'thread' AND subject_id = @root
     UNION ALL SELECT member_id, subject_kind, level FROM follows
       WHERE subject_kind = 'document' AND subject_id = @document
     UNION ALL SELECT member_id, subject_kind, level FROM follows WHERE subject_kind = 'group' AND subject_id = @group
     UNION ALL SELECT member_id, subject_kind, level FROM follows
       WHERE subject_kind = 'member' AND subject_id = @creator AND group_id = @group`,
  );
  const saidBy = sqlite.prepare<[NotePlace & { readonly member: string }], FollowRow>(
    `SELECT member_id AS member, subject_kind AS kind, level FROM follows WHERE member_id = @member AND (
       (subject_kind = 'thread' AND subject_id = @root) OR (subject_kind = 'document' AND subject_id = @document)
       OR (subject_kind = 'group' AND subject_id = @group)
       OR (subject_kind = 'member' AND subject_id = @creator AND group_id = @group))`,
  );
  const where = (memberId: string, { kind, id, group }: Followed) =>
    and(
      eq(follows.memberId, memberId),
      eq(follows.subjectKind, kind),
      eq(follows.subjectId, id),
      eq(follows.groupId, group),
    );

  return {
    /** Everybody who follows or muted the note's thread, text, group or author there. */
    async around(place: NotePlace): Promise<readonly FollowRow[]> {
      return around.all(place);
    },

    /** What one member said of the note's thread, text, group or author there. */
    async saidBy(member: string, { root, document, group, creator }: NotePlace): Promise<readonly FollowRow[]> {
      return saidBy.all({ member, root, document, group, creator });
    },

    /** Follows, unless the member has said something of it already. */
    async keep(memberId: string, { kind, id, group }: Followed, now: number): Promise<void> {
      keep.run(memberId, kind, id, group, now);
    },

    /** Says it anew; null takes back what was said. */
    async set(memberId: string, subject: Followed, level: FollowLevel | null, now: number): Promise<void> {
      db.delete(follows).where(where(memberId, subject)).run();
      if (level === null) return;
      const { kind, id, group } = subject;
      db.insert(follows)
        .values({ memberId, subjectKind: kind, subjectId: id, groupId: group, level, createdAt: now })
        .run();
    },

    /** What the member said of threads of the text. */
    async threads(
      memberId: string,
      documentId: string,
    ): Promise<readonly { readonly root: string; readonly level: FollowLevel }[]> {
      return db
        .select({ root: follows.subjectId, level: follows.level })
        .from(follows)
        .innerJoin(annotations, eq(annotations.id, follows.subjectId))
        .where(
          and(
            eq(follows.memberId, memberId),
            eq(follows.subjectKind, "thread"),
            eq(annotations.documentId, documentId),
          ),
        )
        .all();
    },

    /** All that the member said in the group but of its threads. */
    async of(
      memberId: string,
      groupId: string,
    ): Promise<readonly { readonly kind: FollowSubject; readonly id: string; readonly level: FollowLevel }[]> {
      return db
        .select({ kind: follows.subjectKind, id: follows.subjectId, level: follows.level })
        .from(follows)
        .where(and(eq(follows.memberId, memberId), eq(follows.groupId, groupId), ne(follows.subjectKind, "thread")))
        .all();
    },
  };
}
