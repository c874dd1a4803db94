/** The rules of groups and every version that they had. Times in milliseconds. */
import { and, asc, count, desc, eq, isNull, sql } from "drizzle-orm";
import type { Rule } from "#app/domain/moderation/rules/rule.ts";
import type { Db } from "#db/client.ts";
import { filterRules, filterRuleVersions } from "#db/schema/rules.ts";

export type RuleRow = typeof filterRules.$inferSelect;
export type RuleVersion = typeof filterRuleVersions.$inferSelect;

/** Verbs over rules. */
export function rulesRepository(db: Db) {
  const stamp = db
    .select({ count: count(), versions: sql<number>`coalesce(sum(${filterRules.version}), 0)` })
    .from(filterRules)
    .where(eq(filterRules.groupId, sql.placeholder("group")))
    .prepare();

  return {
    /** Changes whenever any rule of the group does. */
    async stamp(groupId: string): Promise<string> {
      const row = stamp.get({ group: groupId });
      return `${row?.count ?? 0}.${row?.versions ?? 0}`;
    },

    /** Those that were not retired, in their order, switched off ones too. */
    async ofGroup(groupId: string): Promise<readonly RuleRow[]> {
      return db
        .select()
        .from(filterRules)
        .where(and(eq(filterRules.groupId, groupId), isNull(filterRules.retiredAt)))
        .orderBy(asc(filterRules.position), asc(filterRules.id))
        .all();
    },

    /** Retired ones too. */
    async find(groupId: string, id: string): Promise<RuleRow | null> {
      return (
        db
          .select()
          .from(filterRules)
          .where(and(eq(filterRules.groupId, groupId), eq(filterRules.id, id)))
          .get() ?? null
      );
    },

    /** Adds or replaces a rule, with a row for this version of it. */
    async put(row: RuleRow, { byId, digest }: Pick<RuleVersion, "byId" | "digest">): Promise<void> {
      const { id: _, groupId: __, ...said } = row;
      db.insert(filterRules).values(row).onConflictDoUpdate({ target: filterRules.id, set: said }).run();
      const { id: ruleId, version, name, action, thenHold, test, isOn, changedAt } = row;
      db.insert(filterRuleVersions)
        .values({ ruleId, version, name, action, thenHold, test, isOn, digest, byId, at: changedAt })
        .run();
    },

    /** Changes the order only, which is no new version. */
    async place(id: string, position: number): Promise<void> {
      db.update(filterRules).set({ position }).where(eq(filterRules.id, id)).run();
    },

    /** Newest first. */
    async versions(ruleId: string): Promise<readonly RuleVersion[]> {
      const of = eq(filterRuleVersions.ruleId, ruleId);
      return db.select().from(filterRuleVersions).where(of).orderBy(desc(filterRuleVersions.version)).all();
    },
  };
}

/** A row as the rule that it is. */
export function ruleOf({ id, version, name, action, thenHold, test }: RuleRow): Rule {
  return { id, version, name, action, thenHold, test };
}
