/** Assignments as they were set: brief, texts and prompts together. */
import { and, asc, eq, gt, inArray, isNull, lte, ne, or } from "drizzle-orm";
import type { Assignment, AssignmentState, Brief } from "#app/domain/assignment/assignment.ts";
import type { Db } from "#db/client.ts";
import {
  assignments,
  assignmentTexts,
  type CarriedNote,
  extensions,
  promptAnswers,
  prompts,
} from "#db/schema/assignments.ts";

/** With what follows from its life: times in milliseconds, null for not yet. */
export type AssignmentRow = Assignment & {
  readonly createdBy: string | null;
  readonly createdAt: number;
  readonly publishedAt: number | null;
  readonly releasedAt: number | null;
  readonly collectedAt: number | null;
  readonly copiedFrom: string | null;
  readonly carries: readonly CarriedNote[];
};

export type NewAssignment = Brief & {
  readonly id: string;
  readonly group: string;
  readonly createdBy: string;
  readonly now: number;
  readonly copiedFrom: string | null;
  readonly carries?: readonly CarriedNote[];
};

export type ExtensionRow = typeof extensions.$inferSelect;

/** Verbs over assignments. */
export function assignmentsRepository(db: Db) {
  const whole = (row: typeof assignments.$inferSelect): AssignmentRow => {
    const { groupId, sectionSetId, zone, opensAt, dueAt, closesAt, ...rest } = row;
    const texts = db
      .select({ document: assignmentTexts.documentId, passages: assignmentTexts.passages })
      .from(assignmentTexts)
      .where(eq(assignmentTexts.assignmentId, row.id))
      .orderBy(asc(assignmentTexts.place))
      .all();
    const asked = db
      .select({
        id: prompts.id,
        document: prompts.documentId,
        target: prompts.target,
        words: prompts.words,
        answer: prompts.answer,
        tags: prompts.tags,
        minWords: prompts.minWords,
        isRequired: prompts.isRequired,
      })
      .from(prompts)
      .where(and(eq(prompts.assignmentId, row.id), isNull(prompts.retiredAt)))
      .orderBy(asc(prompts.place))
      .all();
    const times = { zone, opensAt, dueAt, closesAt };
    return { ...rest, group: groupId, sectionSet: sectionSetId, times, texts, prompts: asked };
  };

  // Named one by one: what a stored assignment has beside its brief (when it was published, collected) is no copy's.
  const columnsOf = (brief: Brief) => {
    const { title, instructions, requirements, late, scheme, reveal, anonymity, isBlind, hasSecondMarker } = brief;
    return {
      ...{ title, instructions, requirements, late, scheme, reveal, anonymity, isBlind, hasSecondMarker },
      ...{ ...brief.times, sectionSetId: brief.sectionSet },
    };
  };

  const putParts = (id: string, { texts, prompts: asked }: Brief, now: number): void => {
    db.delete(assignmentTexts).where(eq(assignmentTexts.assignmentId, id)).run();
    texts.forEach(({ document, passages }, place) => {
      db.insert(assignmentTexts).values({ assignmentId: id, documentId: document, place, passages }).run();
    });
    // A prompt that is gone stays for the notes that answered it.
    db.update(prompts)
      .set({ retiredAt: now })
      .where(and(eq(prompts.assignmentId, id), isNull(prompts.retiredAt)))
      .run();
    asked.forEach(({ id: promptId, document, ...prompt }, place) => {
      const row = { ...prompt, place, documentId: document, retiredAt: null };
      db.insert(prompts)
        .values({ ...row, id: promptId, assignmentId: id })
        .onConflictDoUpdate({ target: prompts.id, set: row, setWhere: eq(prompts.assignmentId, id) })
        .run();
    });
  };

  return {
    async find(id: string): Promise<AssignmentRow | null> {
      const row = db.select().from(assignments).where(eq(assignments.id, id)).get();
      return row === undefined ? null : whole(row);
    },

    /** Of a group, by due time; those without one last. */
    async ofGroup(groupId: string): Promise<readonly AssignmentRow[]> {
      const rows = db.select().from(assignments).where(eq(assignments.groupId, groupId)).all();
      const at = (row: { dueAt: number | null; createdAt: number }) => row.dueAt ?? Number.MAX_SAFE_INTEGER;
      return rows.sort((a, b) => at(a) - at(b) || a.createdAt - b.createdAt).map(whole);
    },

    /** Published and archived ones in which the text is read. */
    async ofDocument(documentId: string): Promise<readonly AssignmentRow[]> {
      const ids = db
        .select({ id: assignmentTexts.assignmentId })
        .from(assignmentTexts)
        .where(eq(assignmentTexts.documentId, documentId))
        .all()
        .map(({ id }) => id);
      const rows = db
        .select()
        .from(assignments)
        .where(and(inArray(assignments.id, ids), ne(assignments.state, "draft")))
        .all();
      return rows.map(whole);
    },

    /** Published ones that read by this set of sections. */
    async ofSectionSet(setId: string): Promise<readonly AssignmentRow[]> {
      const uses = and(eq(assignments.sectionSetId, setId), ne(assignments.state, "draft"));
      return db.select().from(assignments).where(uses).all().map(whole);
    },

    async insert({ id, group, createdBy, now, copiedFrom, carries = [], ...brief }: NewAssignment): Promise<void> {
      const origin = { groupId: group, createdBy, createdAt: now, copiedFrom, carries };
      db.insert(assignments)
        .values({ id, state: "draft", ...columnsOf(brief), ...origin })
        .run();
      putParts(id, brief, now);
    },

    /** Counts the version up, and has work taken by the new times; false when it was not `version` any more: nothing is changed. */
    async change(id: string, version: number, brief: Brief, now: number): Promise<boolean> {
      const { changes } = db
        .update(assignments)
        .set({ ...columnsOf(brief), version: version + 1, collectedAt: null })
        .where(and(eq(assignments.id, id), eq(assignments.version, version)))
        .run();
      if (changes > 0) putParts(id, brief, now);
      return changes > 0;
    },

    async setState(id: string, state: AssignmentState, at: { readonly publishedAt?: number } = {}): Promise<void> {
      db.update(assignments)
        .set({ state, ...at })
        .where(eq(assignments.id, id))
        .run();
    },

    /** Its carried notes are there, but for those that are left. */
    async carried(id: string, left: readonly CarriedNote[]): Promise<void> {
      db.update(assignments).set({ carries: left }).where(eq(assignments.id, id)).run();
    },

    async remove(id: string): Promise<void> {
      db.delete(assignments).where(eq(assignments.id, id)).run();
    },

    /**
     * Published ones whose due time is over and whose work was not taken as it stood yet. What was taken in the future was
     * taken by a clock that was wrong.
     */
    async toCollect(now: number, limit: number): Promise<readonly AssignmentRow[]> {
      const isOpen = or(isNull(assignments.collectedAt), gt(assignments.collectedAt, now));
      const due = and(eq(assignments.state, "published"), lte(assignments.dueAt, now), isOpen);
      return db.select().from(assignments).where(due).orderBy(asc(assignments.dueAt)).limit(limit).all().map(whole);
    },

    async setCollected(id: string, at: number): Promise<void> {
      db.update(assignments).set({ collectedAt: at }).where(eq(assignments.id, id)).run();
    },

    /** More time for a member or a section, in place of what they had, so that work is taken by it, too. */
    async extend(row: typeof extensions.$inferInsert, isTakenBack: boolean): Promise<void> {
      const { assignmentId, forKind, forId, dueAt, closesAt = null } = row;
      const same = and(
        eq(extensions.assignmentId, assignmentId),
        eq(extensions.forKind, forKind),
        eq(extensions.forId, forId),
      );
      db.update(assignments).set({ collectedAt: null }).where(eq(assignments.id, assignmentId)).run();
      if (isTakenBack) return void db.delete(extensions).where(same).run();
      const target = [extensions.assignmentId, extensions.forKind, extensions.forId];
      db.insert(extensions).values(row).onConflictDoUpdate({ target, set: { dueAt, closesAt } }).run();
    },

    /** Says which prompt a note answers. */
    async answer(annotationId: string, promptId: string): Promise<void> {
      db.insert(promptAnswers).values({ annotationId, promptId }).onConflictDoNothing().run();
    },

    async extensions(id: string): Promise<readonly ExtensionRow[]> {
      return db.select().from(extensions).where(eq(extensions.assignmentId, id)).orderBy(asc(extensions.dueAt)).all();
    },
  };
}
