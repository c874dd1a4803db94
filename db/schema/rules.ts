/** What decides about a note before it is published: rules, policies, outside checks, and what they found. */
import { blob, index, integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { colours } from "#app/domain/annotation/annotation.ts";
import { holdScopes } from "#app/domain/moderation/rules/hold-policy.ts";
import { fallbacks, type Place, type RuleTest, ruleActions, ruleKinds } from "#app/domain/moderation/rules/rule.ts";
import { pendingStates } from "#app/rooms/reading-room.ts";
import { members } from "./accounts.ts";
import { annotations } from "./annotations.ts";
import { groups } from "./groups.ts";

/** The rules of a group as they are now; a retired one keeps its row, since hits name it. */
export const filterRules = sqliteTable(
  "filter_rules",
  {
    id: text("id").primaryKey(),
    groupId: text("group_id")
      .notNull()
      .references(() => groups.id, { onDelete: "cascade" }),
    /** Counts every change. */
    version: integer("version").notNull(),
    position: integer("position").notNull(),
    name: text("name").notNull(),
    action: text("action", { enum: ruleActions }).notNull(),
    /** Of a nudge: whether the second try is held. */
    thenHold: integer("then_hold", { mode: "boolean" }).notNull(),
    test: text("test", { mode: "json" }).$type<RuleTest>().notNull(),
    isOn: integer("is_on", { mode: "boolean" }).notNull(),
    changedAt: integer("changed_at").notNull(),
    retiredAt: integer("retired_at"),
  },
  (t) => [index("filter_rules_group").on(t.groupId, t.position)],
);

/** Every state that a rule has had, so that a hit of long ago can be explained. */
export const filterRuleVersions = sqliteTable(
  "filter_rule_versions",
  {
    ruleId: text("rule_id")
      .notNull()
      .references(() => filterRules.id, { onDelete: "cascade" }),
    version: integer("version").notNull(),
    name: text("name").notNull(),
    action: text("action", { enum: ruleActions }).notNull(),
    thenHold: integer("then_hold", { mode: "boolean" }).notNull(),
    test: text("test", { mode: "json" }).$type<RuleTest>().notNull(),
    isOn: integer("is_on", { mode: "boolean" }).notNull(),
    /** SHA-256 (hex) of all that, which the record names. */
    digest: text("digest").notNull(),
    byId: text("by_id").references(() => members.id, { onDelete: "set null" }),
    at: integer("at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.ruleId, t.version] })],
);

export const hitKinds = [...ruleKinds, "outside"] as const;

/** What was found in one body of a note. Places are UTF-16 code units into it, never its words. */
export const ruleHits = sqliteTable(
  "rule_hits",
  {
    /** Of the body; not a reference, since bodies are erased and what was decided about them is not. */
    revisionId: text("revision_id").notNull(),
    ruleId: text("rule_id").notNull(),
    annotationId: text("annotation_id")
      .notNull()
      .references(() => annotations.id, { onDelete: "cascade" }),
    groupId: text("group_id")
      .notNull()
      .references(() => groups.id, { onDelete: "cascade" }),
    ruleVersion: integer("rule_version").notNull(),
    kind: text("kind", { enum: hitKinds }).notNull(),
    action: text("action", { enum: ruleActions }).notNull(),
    places: text("places", { mode: "json" }).$type<readonly Place[]>().notNull(),
    /** True where the check could not be made. */
    failed: integer("failed", { mode: "boolean" }).notNull(),
    /** True where this hit was one of those for which the note was held. */
    held: integer("held", { mode: "boolean" }).notNull(),
    at: integer("at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.revisionId, t.ruleId] }),
    index("rule_hits_annotation").on(t.annotationId),
    index("rule_hits_rule").on(t.ruleId, t.at),
    index("rule_hits_group").on(t.groupId, t.at),
  ],
);

export const attemptOutcomes = ["nudged", "refused"] as const;

/** What was not stored as a note: refused, or sent back with a nudge. Without its words. */
export const ruleAttempts = sqliteTable(
  "rule_attempts",
  {
    id: text("id").primaryKey(),
    groupId: text("group_id")
      .notNull()
      .references(() => groups.id, { onDelete: "cascade" }),
    memberId: text("member_id")
      .notNull()
      .references(() => members.id, { onDelete: "cascade" }),
    /** The id that the client gave the note; it may never have come to be. */
    noteId: text("note_id").notNull(),
    outcome: text("outcome", { enum: attemptOutcomes }).notNull(),
    /** Of the words, as in `body_prints`: a second try is one of the same words. */
    hash: integer("hash").notNull(),
    hits: text("hits", { mode: "json" })
      .$type<readonly { readonly rule: string; readonly version: number; readonly failed: boolean }[]>()
      .notNull(),
    at: integer("at").notNull(),
  },
  (t) => [index("rule_attempts_group").on(t.groupId, t.at), index("rule_attempts_note").on(t.noteId)],
);

/** Which notes wait for a person whatever they say; without one they are looked at afterwards. */
export const holdPolicies = sqliteTable(
  "hold_policies",
  {
    id: text("id").primaryKey(),
    groupId: text("group_id")
      .notNull()
      .references(() => groups.id, { onDelete: "cascade" }),
    kind: text("kind", { enum: ["newcomers", "approval"] }).notNull(),
    scope: text("scope", { enum: holdScopes }).notNull(),
    /** Id of the group, text, first note, member or assignment. */
    subjectId: text("subject_id").notNull(),
    notes: integer("notes").notNull(),
    /** Milliseconds. */
    aged: integer("aged").notNull(),
    from: integer("from_at"),
    until: integer("until_at"),
    reason: text("reason").notNull().default(""),
    createdAt: integer("created_at").notNull(),
    endedAt: integer("ended_at"),
  },
  (t) => [index("hold_policies_group").on(t.groupId, t.endedAt)],
);

/** The service that a group asks about its notes. Its secrets sign, so they cannot be stored as hashes. */
export const outsideChecks = sqliteTable("outside_checks", {
  groupId: text("group_id")
    .primaryKey()
    .references(() => groups.id, { onDelete: "cascade" }),
  version: integer("version").notNull(),
  url: text("url").notNull(),
  isOn: integer("is_on", { mode: "boolean" }).notNull(),
  secret: text("secret").notNull(),
  /** Signs as well until `previousUntil`, so that the receiver can change in its own time. */
  previousSecret: text("previous_secret"),
  previousUntil: integer("previous_until"),
  /** Milliseconds. */
  timeLimit: integer("time_limit").notNull(),
  whenItFails: text("when_it_fails", { enum: fallbacks }).notNull(),
  changedAt: integer("changed_at").notNull(),
  answeredAt: integer("answered_at"),
  failedAt: integer("failed_at"),
  failure: text("failure"),
});

/** By what a body is known again; see `print.ts` of the rules. Goes with the body. */
export const bodyPrints = sqliteTable(
  "body_prints",
  {
    annotationId: text("annotation_id")
      .primaryKey()
      .references(() => annotations.id, { onDelete: "cascade" }),
    groupId: text("group_id")
      .notNull()
      .references(() => groups.id, { onDelete: "cascade" }),
    creatorId: text("creator_id").notNull(),
    hash: integer("hash").notNull(),
    words: integer("words").notNull(),
    /** Unsigned 32-bit numbers, little-endian; empty for short notes. */
    sketch: blob("sketch", { mode: "buffer" }).notNull(),
    at: integer("at").notNull(),
  },
  (t) => [
    index("body_prints_creator").on(t.groupId, t.creatorId, t.at),
    index("body_prints_group").on(t.groupId, t.at),
  ],
);

/** New words of a published note that wait for a person; readers see the words before them meanwhile. */
export const pendingEdits = sqliteTable("pending_edits", {
  annotationId: text("annotation_id")
    .primaryKey()
    .references(() => annotations.id, { onDelete: "cascade" }),
  /** Id that the body will have in `annotation_revisions`. */
  revisionId: text("revision_id").notNull(),
  body: text("body").notNull(),
  tags: text("tags", { mode: "json" }).$type<readonly string[]>().notNull(),
  colour: text("colour", { enum: colours }),
  kind: text("kind"),
  state: text("state", { enum: pendingStates }).notNull(),
  at: integer("at").notNull(),
});
