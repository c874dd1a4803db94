/** Divisions of a group into sections, and who sits in which. */
import { and, asc, desc, eq, inArray, isNull, ne } from "drizzle-orm";
import type { Section, SectionMethod, SectionSet } from "#app/domain/section/section.ts";
import type { Db } from "#db/client.ts";
import { sectionChanges, sectionMembers, sectionSets, sections } from "#db/schema/sections.ts";

/** Notes in the audiences of a section, and when the last of them was written (milliseconds). */
export type SectionLife = { readonly section: string; readonly notes: number; readonly last: number };

export type SectionChange = typeof sectionChanges.$inferSelect;

/** Verbs over sets, sections and their members. */
export function sectionsRepository(db: Db) {
  const setColumns = {
    id: sectionSets.id,
    group: sectionSets.groupId,
    name: sectionSets.name,
    size: sectionSets.size,
    version: sectionSets.version,
    method: sectionSets.method,
  };
  type SetRow = SectionSet & { readonly method: SectionMethod };

  const membersOf = (ids: readonly string[]) =>
    db
      .select({ section: sectionMembers.sectionId, member: sectionMembers.memberId })
      .from(sectionMembers)
      .where(and(inArray(sectionMembers.sectionId, [...ids]), isNull(sectionMembers.leftAt)))
      .orderBy(asc(sectionMembers.joinedAt), asc(sectionMembers.memberId))
      .all();

  const life = db.$client.prepare<[{ sections: string }], SectionLife>(
    `SELECT u.section_id AS section, count(DISTINCT a.id) AS notes, coalesce(max(a.created_at), 0) AS last
     FROM json_each(@sections) wanted
     JOIN audiences u ON u.section_id = wanted.value
     JOIN placements p ON p.audience_id = u.id
     JOIN annotations a ON a.id = p.annotation_id AND a.status = 'published'
     JOIN memberships m ON m.group_id = u.group_id AND m.member_id = a.creator_id AND m.role IN ('member', 'observer')
     GROUP BY u.section_id`,
  );
  const threads = db.$client
    .prepare<[{ sections: string; members: string }], number>(
      `SELECT count(DISTINCT a.root_id) FROM json_each(@sections) wanted
       JOIN audiences u ON u.section_id = wanted.value
       JOIN placements p ON p.audience_id = u.id
       JOIN annotations a ON a.id = p.annotation_id AND a.status = 'published'
       WHERE a.creator_id IN (SELECT value FROM json_each(@members))`,
    )
    .pluck();

  return {
    /** What students wrote in each of these sections, in and outside assignments; none for those without notes. */
    async life(sectionIds: readonly string[]): Promise<readonly SectionLife[]> {
      return life.all({ sections: JSON.stringify(sectionIds) });
    },

    /** Threads of these sections in which one of these members has written. */
    async threadsWith(sectionIds: readonly string[], memberIds: readonly string[]): Promise<number> {
      return threads.get({ sections: JSON.stringify(sectionIds), members: JSON.stringify(memberIds) }) ?? 0;
    },

    /** Members of every section that the group ever had, each as long as it had them. */
    async history(groupId: string): Promise<readonly { readonly section: string; readonly member: string }[]> {
      return db
        .select({ section: sectionMembers.sectionId, member: sectionMembers.memberId })
        .from(sectionMembers)
        .innerJoin(sections, eq(sections.id, sectionMembers.sectionId))
        .innerJoin(sectionSets, eq(sectionSets.id, sections.setId))
        .where(eq(sectionSets.groupId, groupId))
        .all();
    },

    /** Counts the set's version up; false when it was not `version` any more. */
    async claimVersion(setId: string, version: number): Promise<boolean> {
      const { changes } = db
        .update(sectionSets)
        .set({ version: version + 1 })
        .where(and(eq(sectionSets.id, setId), eq(sectionSets.version, version)))
        .run();
      return changes > 0;
    },

    async archive(setId: string, now: number): Promise<void> {
      db.update(sectionSets).set({ archivedAt: now }).where(eq(sectionSets.id, setId)).run();
    },

    /** Names and places a section; a dissolved one is there again. */
    async put(sectionId: string, name: string, place: number): Promise<void> {
      db.update(sections).set({ name, place, dissolvedAt: null }).where(eq(sections.id, sectionId)).run();
    },

    async dissolve(sectionId: string, now: number): Promise<void> {
      db.update(sections).set({ dissolvedAt: now }).where(eq(sections.id, sectionId)).run();
    },

    /** Names of all sections that the set has or had, by id. */
    async names(setId: string): Promise<ReadonlyMap<string, string>> {
      const rows = db.select({ id: sections.id, name: sections.name }).from(sections).where(eq(sections.setId, setId));
      return new Map(rows.all().map(({ id, name }) => [id, name]));
    },

    async keepChange(row: typeof sectionChanges.$inferInsert): Promise<void> {
      db.insert(sectionChanges).values(row).run();
    },

    /** The change that made the set what it is now; null where that was taken back, or there was none. */
    async lastChange(setId: string): Promise<SectionChange | null> {
      const last = db
        .select()
        .from(sectionChanges)
        .where(eq(sectionChanges.setId, setId))
        .orderBy(desc(sectionChanges.version))
        .limit(1)
        .get();
      return last === undefined || last.undoneAt !== null ? null : last;
    },

    async markUndone(changeId: string, now: number): Promise<void> {
      db.update(sectionChanges).set({ undoneAt: now }).where(eq(sectionChanges.id, changeId)).run();
    },

    /** Sets of the group that are in use, oldest first. */
    async sets(groupId: string): Promise<readonly SetRow[]> {
      return db
        .select(setColumns)
        .from(sectionSets)
        .where(and(eq(sectionSets.groupId, groupId), isNull(sectionSets.archivedAt)))
        .orderBy(asc(sectionSets.createdAt), asc(sectionSets.id))
        .all();
    },

    async set(setId: string): Promise<SetRow | null> {
      return db.select(setColumns).from(sectionSets).where(eq(sectionSets.id, setId)).get() ?? null;
    },

    /** Sections of a set that are not dissolved, in their order. */
    async ofSet(setId: string): Promise<readonly Section[]> {
      const rows = db
        .select({ id: sections.id, set: sections.setId, name: sections.name })
        .from(sections)
        .where(and(eq(sections.setId, setId), isNull(sections.dissolvedAt)))
        .orderBy(asc(sections.place), asc(sections.id))
        .all();
      const seated = membersOf(rows.map(({ id }) => id));
      return rows.map((row) => ({
        ...row,
        members: seated.filter(({ section }) => section === row.id).map(({ member }) => member),
      }));
    },

    /** Ids of all sections that the set has or had. */
    async idsEver(setId: string): Promise<readonly string[]> {
      const rows = db.select({ id: sections.id }).from(sections).where(eq(sections.setId, setId)).all();
      return rows.map(({ id }) => id);
    },

    async insertSet(row: typeof sectionSets.$inferInsert): Promise<void> {
      db.insert(sectionSets).values(row).run();
    },

    async insert(row: typeof sections.$inferInsert): Promise<void> {
      db.insert(sections).values(row).run();
    },

    /** Seats a member in a section; they leave every other one of its set. */
    async move({ set, section, member, now }: { set: string; section: string | null; member: string; now: number }) {
      const others = db
        .select({ id: sections.id })
        .from(sections)
        .where(and(eq(sections.setId, set), section === null ? undefined : ne(sections.id, section)))
        .all()
        .map(({ id }) => id);
      db.update(sectionMembers)
        .set({ leftAt: now })
        .where(
          and(
            eq(sectionMembers.memberId, member),
            inArray(sectionMembers.sectionId, others),
            isNull(sectionMembers.leftAt),
          ),
        )
        .run();
      if (section === null) return;
      db.insert(sectionMembers)
        .values({ sectionId: section, memberId: member, joinedAt: now, leftAt: null })
        .onConflictDoUpdate({
          target: [sectionMembers.sectionId, sectionMembers.memberId],
          set: { leftAt: null },
        })
        .run();
    },
  };
}
