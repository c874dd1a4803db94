/** The chained record: rows are added, read and walked, never changed (triggers refuse it). */
import { createHash } from "node:crypto";
import { and, asc, desc, eq, gt, gte, inArray, isNotNull, isNull, lt, ne, or, type SQL, sql } from "drizzle-orm";
import type { AnnotationStatus } from "#app/domain/annotation/annotation.ts";
import type { Reason } from "#app/domain/moderation/reason.ts";
import { type ChainedEntry, canonical, chainText, type Entry, GENESIS } from "#app/domain/moderation/record.ts";
import type { SubjectKind, Verb } from "#app/domain/moderation/verb.ts";
import type { Db } from "#db/client.ts";
import { annotations } from "#db/schema/annotations.ts";
import { decisions, decisionWords } from "#db/schema/moderation.ts";

/** What was said with a decision: to the person concerned, and among moderators. */
export type DecisionWords = { readonly toAuthor: string; readonly toStaff: string };

export type NewEntry = Omit<Entry, "wordsHash"> & { readonly words?: DecisionWords };

type Row = typeof decisions.$inferSelect;

/** Rows that a page of the record shows; all conditions hold. */
export type RecordFilter = {
  /** Null: rows that concern the whole site. */
  readonly group?: string | null;
  readonly subject?: { readonly kind: SubjectKind; readonly id: string };
  readonly actor?: string;
  readonly verb?: Verb;
  readonly reason?: Reason;
  /** Milliseconds: from that moment on, and before that one. */
  readonly from?: number;
  readonly until?: number;
  /** Rows of smaller numbers. */
  readonly before?: number;
};

/** Verbs over the record. */
export function recordRepository(db: Db) {
  const last = db
    .select({ seq: decisions.seq, hash: decisions.hash })
    .from(decisions)
    .orderBy(desc(decisions.seq))
    .limit(1)
    .prepare();

  const settled = db.$client
    .prepare<[{ status: AnnotationStatus; moment: number; limit: number }], string>(
      `SELECT a.id FROM annotations a
       WHERE a.status = @status AND a.created_at < @moment
         AND coalesce((SELECT max(d.at) FROM decisions d WHERE d.subject_kind = 'note' AND d.subject_id = a.id), 0) < @moment
         AND NOT EXISTS (
           SELECT 1 FROM decisions d JOIN appeals p ON p.decision = d.seq
           WHERE d.subject_kind = 'note' AND d.subject_id = a.id AND p.state = 'open')
       ORDER BY a.id LIMIT cast(@limit AS integer)`,
    )
    .pluck();

  const latest = db
    .select()
    .from(decisions)
    .where(and(eq(decisions.subjectKind, sql.placeholder("kind")), eq(decisions.subjectId, sql.placeholder("id"))))
    .orderBy(desc(decisions.seq))
    .limit(1)
    .prepare();

  return {
    /** Adds a row to the chain; its words, if any, are kept beside it. */
    async append({ words, ...rest }: NewEntry): Promise<ChainedEntry> {
      const head = last.get();
      const seq = (head?.seq ?? 0) + 1;
      const previous = head?.hash ?? GENESIS;
      const isSilent = words === undefined || (words.toAuthor === "" && words.toStaff === "");
      const entry: Entry = { ...rest, wordsHash: isSilent ? null : sha256(canonical(words)) };
      const chained = { ...entry, seq, previous, hash: sha256(chainText(previous, seq, entry)) };
      db.insert(decisions).values(rowOf(chained)).run();
      if (!isSilent)
        db.insert(decisionWords)
          .values({ decisionId: entry.id, ...words })
          .run();
      return chained;
    },

    async find(seq: number): Promise<ChainedEntry | null> {
      const row = db.select().from(decisions).where(eq(decisions.seq, seq)).get();
      return row === undefined ? null : entryOf(row);
    },

    /** The row that took this one back, or null. */
    async undoing(seq: number): Promise<ChainedEntry | null> {
      const row = db.select().from(decisions).where(eq(decisions.undoes, seq)).get();
      return row === undefined ? null : entryOf(row);
    },

    /** The newest row about a subject, or null. */
    async latest(kind: SubjectKind, id: string): Promise<ChainedEntry | null> {
      const row = latest.get({ kind, id });
      return row === undefined ? null : entryOf(row);
    },

    /** Rows that match, newest first. */
    async list(filter: RecordFilter, limit: number): Promise<readonly ChainedEntry[]> {
      const { group, subject, actor, verb, reason, from, until, before } = filter;
      const conditions = [
        group === undefined ? undefined : within(group),
        subject === undefined ? undefined : eq(decisions.subjectKind, subject.kind),
        subject === undefined ? undefined : eq(decisions.subjectId, subject.id),
        actor === undefined ? undefined : eq(decisions.actorId, actor),
        verb === undefined ? undefined : eq(decisions.verb, verb),
        reason === undefined ? undefined : eq(decisions.reason, reason),
        from === undefined ? undefined : gte(decisions.at, from),
        until === undefined ? undefined : lt(decisions.at, until),
        before === undefined ? undefined : lt(decisions.seq, before),
      ];
      return newestFirst(and(...conditions), limit).map(entryOf);
    },

    /** What others decided about a member and their notes, newest first. */
    async concerning(memberId: string, limit: number): Promise<readonly ChainedEntry[]> {
      const own = db.select({ id: annotations.id }).from(annotations).where(eq(annotations.creatorId, memberId));
      const about = or(
        and(eq(decisions.subjectKind, "note"), inArray(decisions.subjectId, own)),
        and(eq(decisions.subjectKind, "member"), eq(decisions.subjectId, memberId)),
      );
      return newestFirst(and(about, ne(decisions.actorRole, "author")), limit).map(entryOf);
    },

    /**
     * Notes that have had that status since before a moment, and about which no appeal is open: ids, at most so many.
     * What happened before the record was kept counts by the time of the note.
     */
    async settledBefore(status: AnnotationStatus, moment: number, limit: number): Promise<readonly string[]> {
      return settled.all({ status, moment, limit });
    },

    /** Who has decided something in the group: member ids. */
    async actors(group: string | null): Promise<readonly string[]> {
      const own = and(within(group), isNotNull(decisions.actorId), ne(decisions.actorRole, "author"));
      const rows = db.selectDistinct({ id: decisions.actorId }).from(decisions).where(own).all();
      return rows.flatMap(({ id }) => id ?? []);
    },

    /** Rows about the same words in a group, newest first; `hash` is SHA-256 of them. */
    async aboutWords(group: string, hash: string, limit: number): Promise<readonly ChainedEntry[]> {
      return newestFirst(and(eq(decisions.revisionHash, hash), eq(decisions.groupId, group)), limit).map(entryOf);
    },

    /** Rows of a batch, in order. */
    async ofBatch(batch: string): Promise<readonly ChainedEntry[]> {
      return db
        .select()
        .from(decisions)
        .where(eq(decisions.batchId, batch))
        .orderBy(asc(decisions.seq))
        .all()
        .map(entryOf);
    },

    /** What was said with a decision; null once it was erased, or was nothing. */
    async words(decisionId: string): Promise<DecisionWords | null> {
      const row = db.select().from(decisionWords).where(eq(decisionWords.decisionId, decisionId)).get();
      return row === undefined ? null : { toAuthor: row.toAuthor, toStaff: row.toStaff };
    },

    /** Forgets what was said with a decision; the chain keeps the hash. */
    async eraseWords(decisionId: string): Promise<void> {
      db.delete(decisionWords).where(eq(decisionWords.decisionId, decisionId)).run();
    },

    /** The next rows about a group, or with null about the whole site, after a number, in order. */
    async ofGroupAfter(group: string | null, seq: number, limit: number): Promise<readonly ChainedEntry[]> {
      const own = and(within(group), gt(decisions.seq, seq));
      return db.select().from(decisions).where(own).orderBy(asc(decisions.seq)).limit(limit).all().map(entryOf);
    },

    /** The next rows of the chain after a number, in order. */
    async after(seq: number, limit: number): Promise<readonly ChainedEntry[]> {
      return db
        .select()
        .from(decisions)
        .where(gt(decisions.seq, seq))
        .orderBy(asc(decisions.seq))
        .limit(limit)
        .all()
        .map(entryOf);
    },
  };

  function within(group: string | null): SQL {
    return group === null ? isNull(decisions.groupId) : eq(decisions.groupId, group);
  }

  function newestFirst(condition: SQL | undefined, limit: number): Row[] {
    return db.select().from(decisions).where(condition).orderBy(desc(decisions.seq)).limit(limit).all();
  }
}

/** The hash that a row must have, from what it says and the hash before it. */
export function hashOf({ seq, previous, hash: _, ...entry }: ChainedEntry): string {
  return sha256(chainText(previous, seq, entry));
}

/** SHA-256 of a text, hex. */
export function sha256(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}

function rowOf({ group, document, actor, subject, revision, item, batch, ...rest }: ChainedEntry): Row {
  return {
    ...rest,
    groupId: group,
    documentId: document,
    actorId: actor,
    subjectKind: subject.kind,
    subjectId: subject.id,
    revisionId: revision,
    itemId: item,
    batchId: batch,
  };
}

function entryOf(row: Row): ChainedEntry {
  const { groupId, documentId, actorId, subjectKind, subjectId, revisionId, itemId, batchId, ...rest } = row;
  return {
    ...rest,
    group: groupId,
    document: documentId,
    actor: actorId,
    subject: { kind: subjectKind, id: subjectId },
    revision: revisionId,
    item: itemId,
    batch: batchId,
  };
}
