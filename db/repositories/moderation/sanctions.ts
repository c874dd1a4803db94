/** Sanctions as they are given and as they hold. Times in milliseconds. */
import { and, asc, desc, eq, gt, gte, inArray, isNull, lte, ne, or, type SQL, sql } from "drizzle-orm";
import { isInForce, type Sanction } from "#app/domain/moderation/sanction.ts";
import type { Db } from "#db/client.ts";
import { members } from "#db/schema/accounts.ts";
import { annotations, placements } from "#db/schema/annotations.ts";
import { documents } from "#db/schema/documents.ts";
import { audiences } from "#db/schema/groups.ts";
import { sanctions } from "#db/schema/sanctions.ts";

type Row = typeof sanctions.$inferSelect;

/** A sanction with what it is about and where its words are. */
export type SanctionRow = Sanction &
  Omit<Row, "scopeKind" | "scopeId" | "kind" | "reason" | "startsAt" | "endsAt" | "acknowledgedAt" | "ending">;

/** One that holds now, with the time zone in which its member is told when it ends. */
export type OpenSanction = Pick<SanctionRow, "id" | "kind" | "scope" | "reason" | "endsAt"> & { readonly zone: string };

export type NewSanction = Omit<SanctionRow, "acknowledgedAt" | "endedAt" | "ending">;

export type SanctionPatch = Partial<Pick<Row, "acknowledgedAt" | "endedAt" | "ending" | "batchState">>;

/** Verbs over sanctions. */
export function sanctionsRepository(db: Db) {
  const heldBy = db
    .select({ sanction: sanctions, zone: members.timeZone })
    .from(sanctions)
    .innerJoin(members, eq(members.id, sanctions.memberId))
    .where(and(eq(sanctions.memberId, sql.placeholder("memberId")), isNull(sanctions.ending)))
    .prepare();
  const shutOut = db.$client.prepare<
    [{ members: string; group: string; document: string | null; now: number }],
    string
  >(
    `SELECT DISTINCT s.member_id FROM json_each(@members) wanted
     JOIN sanctions s ON s.member_id = wanted.value AND s.ending IS NULL
     WHERE s.kind IN ('suspend', 'ban') AND s.starts_at <= @now AND (s.ends_at IS NULL OR s.ends_at > @now)
       AND (s.scope_kind = 'site' OR (s.scope_kind = 'group' AND s.scope_id = @group)
         OR (s.scope_kind = 'text' AND s.scope_id = @document))`,
  );
  shutOut.pluck();

  const list = (condition: SQL | undefined): readonly SanctionRow[] =>
    db.select().from(sanctions).where(condition).orderBy(desc(sanctions.startsAt), desc(sanctions.id)).all().map(rowOf);

  return {
    async insert({ scope, ...rest }: NewSanction): Promise<void> {
      db.insert(sanctions)
        .values({ ...rest, scopeKind: scope.kind, scopeId: scope.id })
        .run();
    },

    async find(id: string): Promise<SanctionRow | null> {
      const row = db.select().from(sanctions).where(eq(sanctions.id, id)).get();
      return row === undefined ? null : rowOf(row);
    },

    async update(id: string, patch: SanctionPatch): Promise<void> {
      db.update(sanctions).set(patch).where(eq(sanctions.id, id)).run();
    },

    /** What holds of a member now, wherever. */
    async inForce(memberId: string, now: number): Promise<readonly OpenSanction[]> {
      return heldBy.all({ memberId }).flatMap(({ sanction, zone }) => {
        const row = rowOf(sanction);
        if (!isInForce(row, now)) return [];
        const { id, kind, scope, reason, endsAt } = row;
        return [{ id, kind, scope, reason, endsAt, zone }];
      });
    },

    /** Which of these members may not enter the group, or the text, now. */
    async shutOut(
      memberIds: readonly string[],
      { group, document, now }: { readonly group: string; readonly document: string | null; readonly now: number },
    ): Promise<ReadonlySet<string>> {
      return new Set(shutOut.all({ members: JSON.stringify(memberIds), group, document, now }));
    },

    /** Everything that a member was ever given, newest first. */
    async ofMember(memberId: string): Promise<readonly SanctionRow[]> {
      return list(eq(sanctions.memberId, memberId));
    },

    /** What was given to a member in a group or in the whole site, newest first. */
    async ofMemberIn(memberId: string, groupId: string): Promise<readonly SanctionRow[]> {
      return list(and(eq(sanctions.memberId, memberId), or(eq(sanctions.groupId, groupId), isNull(sanctions.groupId))));
    },

    /** What has not ended in a group, newest first; warnings until they were acknowledged. */
    async openIn(groupId: string, now: number): Promise<readonly SanctionRow[]> {
      return list(and(eq(sanctions.groupId, groupId), isNull(sanctions.ending))).filter((row) => isInForce(row, now));
    },

    /** What is over by time and was not said to be. */
    async due(now: number, limit: number): Promise<readonly SanctionRow[]> {
      return db
        .select()
        .from(sanctions)
        .where(and(isNull(sanctions.ending), lte(sanctions.endsAt, now)))
        .orderBy(asc(sanctions.endsAt))
        .limit(limit)
        .all()
        .map(rowOf);
    },

    /** Sanctions whose hiding or restoring of notes was cut off. */
    async unfinished(): Promise<readonly SanctionRow[]> {
      return list(inArray(sanctions.batchState, ["hiding", "restoring"]));
    },

    /** Published notes that others see, by a member within a scope, written since then; oldest first. */
    async notesOf(
      {
        memberId,
        scope,
        since,
        after,
      }: {
        readonly memberId: string;
        readonly scope: Sanction["scope"];
        readonly since: number;
        readonly after: string;
      },
      limit: number,
    ): Promise<readonly string[]> {
      return db
        .select({ id: annotations.id })
        .from(annotations)
        .where(and(shown(memberId, scope, since), gt(annotations.id, after)))
        .orderBy(asc(annotations.id))
        .limit(limit)
        .all()
        .map(({ id }) => id);
    },

    async countNotesOf(memberId: string, scope: Sanction["scope"], since: number): Promise<number> {
      return db.$count(annotations, shown(memberId, scope, since));
    },
  };

  function shown(memberId: string, { kind, id }: Sanction["scope"], since: number): SQL | undefined {
    const inGroup = db.select({ id: documents.id }).from(documents).where(eq(documents.groupId, id));
    const within = {
      thread: eq(annotations.rootId, id),
      text: eq(annotations.documentId, id),
      group: inArray(annotations.documentId, inGroup),
      site: undefined,
    }[kind];
    // What lies on a desk alone is nobody else's.
    const seen = db
      .select({ id: placements.annotationId })
      .from(placements)
      .innerJoin(audiences, eq(audiences.id, placements.audienceId))
      .where(and(eq(placements.annotationId, annotations.id), ne(audiences.kind, "desk")));
    return and(
      eq(annotations.creatorId, memberId),
      eq(annotations.status, "published"),
      gte(annotations.createdAt, since),
      within,
      inArray(annotations.id, seen),
    );
  }
}

function rowOf({ scopeKind, scopeId, ...rest }: Row): SanctionRow {
  return { ...rest, scope: { kind: scopeKind, id: scopeId } };
}
