/** Audiences of sections and of assignments, with who sits in them. */
import { and, eq, inArray, isNull, sql } from "drizzle-orm";
import type { Gate } from "#app/domain/audience/audience.ts";
import type { Db } from "#db/client.ts";
import { audiences, seats } from "#db/schema/groups.ts";
import { sectionSets, sections } from "#db/schema/sections.ts";

/** An audience of a section (`assignment` null) or of an assignment; `section` null: everybody together. */
export type Cohort = {
  readonly audience: string;
  readonly group: string;
  readonly assignment: string | null;
  readonly section: string | null;
  readonly gate: Gate;
};

export type SectionDivision = { readonly id: string; readonly title: string; readonly isArchived: boolean };

export type NewCohort = Cohort & { readonly now: number };
type Seat = {
  readonly audience: string;
  readonly member: string;
  readonly now: number;
  readonly newId: () => string;
  /** Whether a member who sits there for the first time has a pseudonym until they choose otherwise. */
  readonly isVeiled: boolean;
};

/** Verbs over cohorts; each is to be called inside the work that changes what it follows from. */
export function cohortsRepository(db: Db) {
  const columns = {
    audience: audiences.id,
    group: audiences.groupId,
    assignment: audiences.assignmentId,
    section: audiences.sectionId,
    gate: audiences.gate,
  };
  const rows = () => db.select(columns).from(audiences);

  return {
    async ofAssignment(assignmentId: string): Promise<readonly Cohort[]> {
      return rows()
        .where(and(eq(audiences.kind, "cohort"), eq(audiences.assignmentId, assignmentId)))
        .all();
    },

    /** The assignment of a cohort; null for other audiences. */
    async assignmentOf(audienceId: string): Promise<string | null> {
      return rows().where(eq(audiences.id, audienceId)).get()?.assignment ?? null;
    },

    /** What audiences have in common that a note may stand in together: their assignment, or the division of their sections. */
    async kinshipOf(audienceId: string): Promise<string> {
      const row = db
        .select({ assignment: audiences.assignmentId, set: sections.setId })
        .from(audiences)
        .leftJoin(sections, eq(sections.id, audiences.sectionId))
        .where(eq(audiences.id, audienceId))
        .get();
      return row?.assignment ?? row?.set ?? audienceId;
    },

    /** The section of an audience with its division; null for none, and for one that was dissolved. */
    async sectionOf(audienceId: string): Promise<{ readonly name: string; readonly set: SectionDivision } | null> {
      const row = db
        .select({
          name: sections.name,
          id: sectionSets.id,
          title: sectionSets.name,
          archivedAt: sectionSets.archivedAt,
        })
        .from(audiences)
        .innerJoin(sections, eq(sections.id, audiences.sectionId))
        .innerJoin(sectionSets, eq(sectionSets.id, sections.setId))
        .where(and(eq(audiences.id, audienceId), isNull(sections.dissolvedAt)))
        .get();
      if (row === undefined) return null;
      const { name, id, title, archivedAt } = row;
      return { name, set: { id, title, isArchived: archivedAt !== null } };
    },

    /** Audiences of the same assignment, or of the same division outside assignments. */
    async kin(audienceId: string): Promise<readonly Cohort[]> {
      const [one] = rows().where(eq(audiences.id, audienceId)).all();
      if (one === undefined) return [];
      if (one.assignment !== null) return this.ofAssignment(one.assignment);
      const set = db
        .select({ id: sections.setId })
        .from(sections)
        .where(eq(sections.id, one.section ?? ""));
      const ids = db.select({ id: sections.id }).from(sections).where(inArray(sections.setId, set));
      return rows()
        .where(and(eq(audiences.kind, "section"), inArray(audiences.sectionId, ids)))
        .all();
    },

    /** The audiences of sections themselves, outside assignments. */
    async ofSections(sectionIds: readonly string[]): Promise<readonly Cohort[]> {
      return rows()
        .where(and(eq(audiences.kind, "section"), inArray(audiences.sectionId, [...sectionIds])))
        .all();
    },

    async found({ audience, group, assignment, section, gate, now }: NewCohort): Promise<void> {
      const kind = assignment === null ? "section" : "cohort";
      const place = { groupId: group, assignmentId: assignment, sectionId: section };
      db.insert(audiences)
        .values({ id: audience, kind, memberId: null, gate, createdAt: now, ...place })
        .run();
    },

    async setGate(audienceIds: readonly string[], gate: Gate): Promise<void> {
      db.update(audiences)
        .set({ gate })
        .where(inArray(audiences.id, [...audienceIds]))
        .run();
    },

    /** Ids of the members who sit there now. */
    async seated(audienceId: string): Promise<readonly string[]> {
      const now = and(eq(seats.audienceId, audienceId), isNull(seats.leftAt));
      return db
        .select({ member: seats.memberId })
        .from(seats)
        .where(now)
        .all()
        .map(({ member }) => member);
    },

    /** Gives a seat, or opens the one that the member had there. */
    async seat({ audience, member, now, newId, isVeiled }: Seat): Promise<void> {
      db.insert(seats)
        .values({ id: newId(), audienceId: audience, memberId: member, createdAt: now, leftAt: null, isVeiled })
        .onConflictDoUpdate({ target: [seats.audienceId, seats.memberId], set: { leftAt: null } })
        .run();
    },

    /** Gives a pseudonym to all of these members, or to those of them who have not written in the assignment yet. */
    async veil(assignmentId: string, memberIds: readonly string[], who: "all" | "silent"): Promise<void> {
      const there = db.select({ id: audiences.id }).from(audiences).where(eq(audiences.assignmentId, assignmentId));
      const isSilent = sql`NOT EXISTS (SELECT 1 FROM placements p WHERE p.seat_id = ${seats.id})`;
      db.update(seats)
        .set({ isVeiled: true })
        .where(
          and(
            inArray(seats.audienceId, there),
            inArray(seats.memberId, [...memberIds]),
            who === "silent" ? isSilent : undefined,
          ),
        )
        .run();
    },

    /** The seat stays with what was written from it. */
    async unseat(audienceId: string, memberId: string, now: number): Promise<void> {
      db.update(seats)
        .set({ leftAt: now })
        .where(and(eq(seats.audienceId, audienceId), eq(seats.memberId, memberId), isNull(seats.leftAt)))
        .run();
    },
  };
}
