/** Audiences and their seats: who sees what is placed there, under which random name. */
import { and, eq, inArray, isNull, ne, type SQL, sql } from "drizzle-orm";
import type { Anonymity } from "#app/domain/assignment/assignment.ts";
import type { AudienceKind, Gate } from "#app/domain/audience/audience.ts";
import { isStaff, type Role } from "#app/domain/group/group.ts";
import type { Profile } from "#app/domain/member/member.ts";
import type { Db } from "#db/client.ts";
import { members } from "#db/schema/accounts.ts";
import { assignments } from "#db/schema/assignments.ts";
import { documents } from "#db/schema/documents.ts";
import { audiences, memberships, seats } from "#db/schema/groups.ts";
import { textModerators } from "#db/schema/people.ts";

/** An audience in which a member holds a seat that is not closed. */
export type OpenSeat = {
  readonly audience: string;
  readonly kind: AudienceKind;
  readonly gate: Gate;
  readonly seat: string;
  /** The assignment whose cohort it is, or null. */
  readonly assignment: string | null;
  /** Texts in which the audience reads; null: all of the group. */
  readonly documents: readonly string[] | null;
};

/** A seat with the person who sits there; `role` is null for those who left the group. */
export type SeatRow = Profile & {
  readonly seat: string;
  readonly audience: string;
  readonly role: Role | null;
  /** Of an audience of an assignment that knows pseudonyms; null for every other one. */
  readonly veil: SeatVeil | null;
};

/** `origin` is the first seat of the member in that assignment, from which their pseudonym comes in all of its audiences. */
export type SeatVeil = { readonly anonymity: Anonymity; readonly isChosen: boolean; readonly origin: string };

/** A member's place in one audience; `kind` tells a desk from the rest. */
export type Seated = {
  readonly member: string;
  readonly audience: string;
  readonly kind: AudienceKind;
  readonly gate: Gate;
  readonly assignment: string | null;
  readonly role: Role;
  readonly isAdmin: boolean;
};

type SeatPlace = { readonly seat: string; readonly audience: string };

type Founding = { readonly groupId: string; readonly now: number; readonly newId: () => string };
type Admission = Founding & { readonly memberId: string; readonly role: Role };
type Dismissal = { readonly groupId: string; readonly memberId: string; readonly now: number };

const openGate: Gate = { kind: "open" };

/** Verbs over audiences and seats. Seat ids come from `newId`, never from the member, so that they tell nothing. */
export function audiencesRepository(db: Db) {
  const findAudience = (groupId: string, kind: AudienceKind, memberId: string | null) =>
    db
      .select({ id: audiences.id })
      .from(audiences)
      .where(
        and(
          eq(audiences.groupId, groupId),
          eq(audiences.kind, kind),
          memberId === null ? isNull(audiences.memberId) : eq(audiences.memberId, memberId),
        ),
      )
      .get()?.id;

  const makeAudience = ({ groupId, now, newId }: Founding, kind: AudienceKind, memberId: string | null): string => {
    const id = newId();
    db.insert(audiences).values({ id, kind, groupId, memberId, gate: openGate, createdAt: now }).run();
    return id;
  };

  const giveSeat = ({ memberId, now, newId }: Admission, audienceId: string): void => {
    db.insert(seats)
      .values({ id: newId(), audienceId, memberId, createdAt: now, leftAt: null })
      .onConflictDoUpdate({ target: [seats.audienceId, seats.memberId], set: { leftAt: null } })
      .run();
  };

  const closeSeats = (memberId: string, audienceIds: readonly string[], now: number): void => {
    db.update(seats)
      .set({ leftAt: now })
      .where(and(eq(seats.memberId, memberId), inArray(seats.audienceId, [...audienceIds]), isNull(seats.leftAt)))
      .run();
  };

  const moderatesSomeText = (groupId: string, memberId: string): boolean =>
    db
      .select({ document: documents.id })
      .from(textModerators)
      .innerJoin(documents, eq(documents.id, textModerators.documentId))
      .where(and(eq(documents.groupId, groupId), eq(textModerators.memberId, memberId)))
      .limit(1)
      .get() !== undefined;

  const assigned = sql<string | null>`CASE WHEN ${audiences.assignmentId} IS NULL THEN NULL ELSE
    (SELECT json_group_array(x.document_id) FROM assignment_texts x WHERE x.assignment_id = ${audiences.assignmentId}) END`;
  const openSeats = db
    .select({
      audience: audiences.id,
      kind: audiences.kind,
      gate: audiences.gate,
      seat: seats.id,
      assignment: audiences.assignmentId,
      documents: assigned,
    })
    .from(seats)
    .innerJoin(audiences, eq(audiences.id, seats.audienceId))
    .where(
      and(
        eq(seats.memberId, sql.placeholder("memberId")),
        eq(audiences.groupId, sql.placeholder("groupId")),
        isNull(seats.leftAt),
      ),
    )
    .prepare();

  const seatsOf = (memberId: string, groupId: string): readonly OpenSeat[] =>
    openSeats.all({ memberId, groupId }).map(({ documents, ...seat }) => ({
      ...seat,
      documents: documents === null ? null : JSON.parse(documents),
    }));

  type SeatedRow = Omit<Seated, "gate" | "isAdmin"> & { readonly gate: string; readonly isAdmin: number };
  const seated = db.$client.prepare<[{ audiences: string; members: string }], SeatedRow>(
    `SELECT s.member_id AS member, s.audience_id AS audience, u.kind, u.gate, u.assignment_id AS assignment, m.role, p.is_admin AS isAdmin
     FROM json_each(@members) wanted
     CROSS JOIN seats s INDEXED BY seats_member ON s.member_id = wanted.value
       AND s.audience_id IN (SELECT value FROM json_each(@audiences)) AND s.left_at IS NULL
     JOIN audiences u ON u.id = s.audience_id
     JOIN memberships m ON m.group_id = u.group_id AND m.member_id = s.member_id AND m.left_at IS NULL
     JOIN members p ON p.id = s.member_id`,
  );

  const origin = sql<string>`(SELECT s.id FROM seats s JOIN audiences u ON u.id = s.audience_id
    WHERE s.member_id = ${seats.memberId} AND u.assignment_id = ${audiences.assignmentId}
    ORDER BY s.created_at, s.id LIMIT 1)`;
  const seatRows = (condition: SQL | undefined): readonly SeatRow[] =>
    db
      .select({
        seat: seats.id,
        audience: seats.audienceId,
        id: members.id,
        name: members.name,
        pronouns: members.pronouns,
        hue: members.hue,
        picture: members.picture,
        role: sql<Role | null>`case when ${memberships.leftAt} is null then ${memberships.role} end`,
        anonymity: assignments.anonymity,
        isChosen: seats.isVeiled,
        origin: sql<string | null>`case when ${assignments.anonymity} <> 'off' then ${origin} end`,
      })
      .from(seats)
      .innerJoin(audiences, eq(audiences.id, seats.audienceId))
      .innerJoin(members, eq(members.id, seats.memberId))
      .leftJoin(assignments, eq(assignments.id, audiences.assignmentId))
      .leftJoin(memberships, and(eq(memberships.groupId, audiences.groupId), eq(memberships.memberId, seats.memberId)))
      .where(condition)
      .orderBy(seats.createdAt, seats.id)
      .all()
      .map(({ anonymity, isChosen, origin: first, ...row }) => ({
        ...row,
        veil: anonymity === null || first === null ? null : { anonymity, isChosen, origin: first },
      }));

  return {
    /** Makes the group's audience and the one of its staff, once; a second call changes nothing. */
    async found(founding: Founding): Promise<void> {
      for (const kind of ["group", "staff"] as const) {
        if (findAudience(founding.groupId, kind, null) === undefined) makeAudience(founding, kind, null);
      }
    },

    /**
     * Seats a member as the role asks: group and own desk always, staff only for staff and for whoever moderates one of
     * its texts, where the seat counts in that text alone. Old seats open again.
     */
    async admit(admission: Admission): Promise<void> {
      const { groupId, memberId, role, now } = admission;
      const group = findAudience(groupId, "group", null);
      const staff = findAudience(groupId, "staff", null);
      if (group === undefined || staff === undefined) throw new Error(`Group ${groupId} has no audiences yet.`);
      giveSeat(admission, group);
      if (isStaff(role) || moderatesSomeText(groupId, memberId)) giveSeat(admission, staff);
      else closeSeats(memberId, [staff], now);
      giveSeat(admission, findAudience(groupId, "desk", memberId) ?? makeAudience(admission, "desk", memberId));
    },

    /** Closes every seat of the member in the group; the rows stay, since notes carry them. */
    async dismiss({ groupId, memberId, now }: Dismissal): Promise<void> {
      const own = db.select({ id: audiences.id }).from(audiences).where(eq(audiences.groupId, groupId)).all();
      closeSeats(
        memberId,
        own.map((row) => row.id),
        now,
      );
    },

    /** The audiences of the group in which the member sits now. */
    async openSeats(memberId: string, groupId: string): Promise<readonly OpenSeat[]> {
      return seatsOf(memberId, groupId);
    },

    /** The audience of the whole group; null for a group that is none. */
    async ofGroup(groupId: string): Promise<string | null> {
      return findAudience(groupId, "group", null) ?? null;
    },

    /** The desk of a member who is in the group now, else null. */
    async deskOf(groupId: string, memberId: string): Promise<string | null> {
      return seatsOf(memberId, groupId).find(({ kind }) => kind === "desk")?.audience ?? null;
    },

    /** Which of these members sit in which of these audiences now, with the role that they have in the group. */
    async seated(audienceIds: readonly string[], memberIds: readonly string[]): Promise<readonly Seated[]> {
      return seated
        .all({ audiences: JSON.stringify(audienceIds), members: JSON.stringify(memberIds) })
        .map((row) => ({ ...row, gate: JSON.parse(row.gate) as Gate, isAdmin: row.isAdmin === 1 }));
    },

    /** The members whose desks these are. */
    async deskOwners(audienceIds: readonly string[]): Promise<readonly string[]> {
      const rows = db
        .select({ member: audiences.memberId })
        .from(audiences)
        .where(inArray(audiences.id, [...audienceIds]))
        .all();
      return rows.flatMap(({ member }) => member ?? []);
    },

    /** Who sits or sat on these seats, by name; what leaves the server goes through `services/veil.ts`. */
    async seatHolders(seatIds: readonly string[]): Promise<readonly SeatRow[]> {
      return seatRows(inArray(seats.id, [...seatIds]));
    },

    /** Everybody who sits or sat in one of these audiences, oldest seat first; by name, as above. */
    async roster(audienceIds: readonly string[]): Promise<readonly SeatRow[]> {
      return seatRows(inArray(seats.audienceId, [...audienceIds]));
    },

    /** The audiences of a group's assignments that know pseudonyms in which the member sits or sat, with what holds there. */
    async veils(memberId: string, groupId: string): Promise<readonly (Omit<SeatVeil, "origin"> & SeatPlace)[]> {
      return db
        .select({
          audience: seats.audienceId,
          seat: seats.id,
          anonymity: assignments.anonymity,
          isChosen: seats.isVeiled,
        })
        .from(seats)
        .innerJoin(audiences, eq(audiences.id, seats.audienceId))
        .innerJoin(assignments, eq(assignments.id, audiences.assignmentId))
        .where(and(eq(seats.memberId, memberId), eq(audiences.groupId, groupId), ne(assignments.anonymity, "off")))
        .all();
    },

    /** Whether peers see a pseudonym of the member in all audiences of the assignment, where that is the member's to choose. */
    async setVeiled(assignmentId: string, memberId: string, isVeiled: boolean): Promise<void> {
      const there = db.select({ id: audiences.id }).from(audiences).where(eq(audiences.assignmentId, assignmentId));
      db.update(seats)
        .set({ isVeiled })
        .where(and(eq(seats.memberId, memberId), inArray(seats.audienceId, there)))
        .run();
    },
  };
}
