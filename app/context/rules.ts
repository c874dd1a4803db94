/** What a group decided about notes before they are published, as the page of moderators sees it. */
import type { HoldPolicy } from "#app/domain/moderation/rules/hold-policy.ts";
import type { Fallback, Place, Rule } from "#app/domain/moderation/rules/rule.ts";
import type { Viewer } from "./viewer.ts";

/** How often a rule was met, and what people decided about what it held. */
export type RuleRecord = {
  readonly hits: number;
  readonly held: number;
  /** Of the held ones that a person decided about: published after all, and not. */
  readonly overturned: number;
  readonly confirmed: number;
  /** Checks that could not be made, and when the last one was; null for never. */
  readonly failed: number;
  readonly failedAt: number | null;
};

export type ShownRule = Rule & { readonly isOn: boolean; readonly changedAt: number; readonly record: RuleRecord };

/** `name`: of the text, member or thread; empty for the group. */
export type ShownPolicy = HoldPolicy & { readonly name: string };

/** Without its secrets. */
export type ShownCheck = {
  readonly url: string;
  readonly isOn: boolean;
  readonly timeLimit: number;
  readonly whenItFails: Fallback;
  /** While two secrets sign, until when; else null. */
  readonly previousUntil: number | null;
  readonly answeredAt: number | null;
  readonly failedAt: number | null;
  readonly failure: string | null;
};

export type RulesPage = {
  /** In their order. */
  readonly rules: readonly ShownRule[];
  readonly policies: readonly ShownPolicy[];
  readonly check: ShownCheck | null;
  readonly texts: readonly { readonly id: string; readonly title: string }[];
  readonly members: readonly { readonly id: string; readonly name: string }[];
  readonly mayEdit: boolean;
  readonly mayEditCheck: boolean;
};

/** What came over a form; every part is looked at. */
export type RuleInput = Pick<Rule, "name" | "action" | "thenHold" | "test">;

export type PolicyInput = Pick<HoldPolicy, "kind" | "scope" | "subject" | "notes" | "aged" | "until" | "reason">;

export type CheckInput = Pick<ShownCheck, "url" | "isOn" | "timeLimit" | "whenItFails">;

/** What a rule would have found in the latest notes; nothing is changed. */
export type DryRun = {
  /** Notes that were looked at. */
  readonly notes: number;
  readonly hits: number;
  /** How many of these are by staff, who would not have been held. */
  readonly byStaff: number;
  /** Checks that could not be made. */
  readonly failed: number;
  /** The newest hits first, a few of them. */
  readonly samples: readonly {
    readonly note: string;
    readonly title: string;
    readonly excerpt: string;
    /** In the excerpt. */
    readonly places: readonly Place[];
  }[];
};

/** For staff of the group; others get Problem("forbidden"), and strangers "not-found". */
export interface RulesService {
  open(viewer: Viewer, groupId: string): Promise<RulesPage>;
  /** A new rule where `ruleId` is null. Problem("invalid") names the fields. */
  save(viewer: Viewer, groupId: string, ruleId: string | null, input: RuleInput): Promise<{ readonly id: string }>;
  /** Runs a rule that is not saved over the group's latest notes. */
  tryOut(viewer: Viewer, groupId: string, input: RuleInput): Promise<DryRun>;
  turn(viewer: Viewer, groupId: string, ruleId: string, isOn: boolean): Promise<void>;
  move(viewer: Viewer, groupId: string, ruleId: string, by: -1 | 1): Promise<void>;
  retire(viewer: Viewer, groupId: string, ruleId: string): Promise<void>;
  setPolicy(viewer: Viewer, groupId: string, input: PolicyInput): Promise<void>;
  endPolicy(viewer: Viewer, groupId: string, policyId: string): Promise<void>;
  /** Gives the secret of a new check, which is shown once. */
  setCheck(viewer: Viewer, groupId: string, input: CheckInput): Promise<{ readonly secret: string | null }>;
  /** A new secret; the one before signs as well for a week. */
  renewSecret(viewer: Viewer, groupId: string): Promise<{ readonly secret: string }>;
  dropCheck(viewer: Viewer, groupId: string): Promise<void>;
}
