/** Divisions of a group into sections, and who sits in which. */
import { and, asc, eq, inArray, isNull, ne } from "drizzle-orm";
import type { Section, SectionMethod, SectionSet } from "#app/domain/section/section.ts";
import type { Db } from "#db/client.ts";
import { sectionMembers, sectionSets, sections } from "#db/schema/sections.ts";

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

  return {
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
