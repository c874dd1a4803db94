/** Rules of a group: what each looks for in a note before it is published, and what follows from a hit. */

export const ruleKinds = ["words", "expressions", "links", "repetition", "rate", "length", "first-posts"] as const;
export type RuleKind = (typeof ruleKinds)[number];

/** What a hit asks for, mildest first. */
export const ruleActions = ["tag", "nudge", "hold", "refuse"] as const;
export type RuleAction = (typeof ruleActions)[number];

/** What a check that could not be made counts as; `hold` unless the group chose otherwise. */
export const fallbacks = ["hold", "allow"] as const;
export type Fallback = (typeof fallbacks)[number];

/** A passage of a body, UTF-16 code units, end exclusive. */
export type Place = { readonly start: number; readonly end: number };

/** What a rule looks for. Times in milliseconds, lengths in code points. */
export type RuleTest =
  /** `*` at the end (or the beginning) of a word stands for more letters. */
  | { readonly kind: "words"; readonly words: readonly string[] }
  /** JavaScript expressions; they run with the flags `i` and `u`. */
  | { readonly kind: "expressions"; readonly expressions: readonly string[]; readonly whenItFails: Fallback }
  | {
      readonly kind: "links";
      /** Hosts that are always a hit, with their subdomains. */
      readonly denied: readonly string[];
      /** Hosts that never are. */
      readonly allowed: readonly string[];
      /** Whether every other host is a hit. */
      readonly others: boolean;
      /** Only of members who are new here, as `first-posts` counts it. */
      readonly onlyNew: boolean;
    }
  | {
      readonly kind: "repetition";
      /** How many of the author's own latest notes are compared. */
      readonly last: number;
      /** Whether the group's latest notes are, too. */
      readonly inGroup: boolean;
      /** The part of equal word triples from which two notes are the same, 0.5 to 1. */
      readonly alike: number;
    }
  /** More than `notes` within `within`. */
  | { readonly kind: "rate"; readonly notes: number; readonly within: number }
  | { readonly kind: "length"; readonly least: number; readonly most: number }
  | FirstPosts;

/** The first `notes` of a member, until so many were approved by a person or stood for `aged` unchallenged. */
export type FirstPosts = { readonly kind: "first-posts"; readonly notes: number; readonly aged: number };

export type Rule = {
  /** A ULID. */
  readonly id: string;
  /** Counts the changes of the rule; hits keep it. */
  readonly version: number;
  readonly name: string;
  readonly action: RuleAction;
  /** Of a nudge: whether the second try goes to a moderator. */
  readonly thenHold: boolean;
  readonly test: RuleTest;
};

/** `failed`: the check could not be made, and the action is what the group chose for that. */
export type Hit = {
  readonly rule: string;
  readonly version: number;
  readonly kind: RuleKind | "outside";
  readonly action: RuleAction;
  readonly thenHold: boolean;
  /** In the body, in order; empty where the whole note is meant. */
  readonly places: readonly Place[];
  readonly failed: boolean;
  /** Milliseconds after which the same note would be no hit, where that is known (`rate`). */
  readonly retryAfter: number | null;
};

/** Words of all lists of a group together, and expressions; above them a check would cost what nobody waits for. */
export const MOST_WORDS = 10_000;
export const MOST_EXPRESSIONS = 200;
/** UTF-16 code units of one. */
export const LONGEST_WORD = 80;
export const LONGEST_EXPRESSION = 300;
export const MOST_HOSTS = 500;
export const MOST_RULES = 50;
/** Places kept of one hit; more tell a moderator nothing. */
export const MOST_PLACES = 50;

/** A hit of that rule, with its action, at those places. */
export function hitOf(rule: Rule, places: readonly Place[], retryAfter: number | null = null): Hit {
  const { id, version, action, thenHold, test } = rule;
  const kept = places.slice(0, MOST_PLACES);
  return { rule: id, version, kind: test.kind, action, thenHold, places: kept, failed: false, retryAfter };
}

/** What a rule leaves behind whose check could not be made: kept with the others, and a hold unless the group allows. */
export function failureOf(rule: Rule, fallback: Fallback): Hit {
  return { ...hitOf(rule, []), action: fallback === "hold" ? "hold" : "tag", failed: true };
}
