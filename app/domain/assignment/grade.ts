/** How work is graded: points by a rubric or by the rules, or complete and incomplete. */

export type RubricLevel = {
  readonly id: string;
  readonly title: string;
  readonly points: number;
  readonly descriptor: string;
};

export type Criterion = {
  readonly id: string;
  readonly title: string;
  /** Best first. */
  readonly levels: readonly RubricLevel[];
};

export type Scheme =
  /** Nothing is graded. */
  | { readonly kind: "none" }
  | { readonly kind: "complete" }
  /** `points` is the most that can be reached; with a rubric the sum of its best levels is scaled to it. */
  | { readonly kind: "points"; readonly points: number; readonly rubric: readonly Criterion[] };

/** `first` and `second` marker; what counts is the `final` one, which a single marker writes at once. */
export const markings = ["first", "second", "final"] as const;
export type Marking = (typeof markings)[number];

/** What a marker gave. Null points: not decided yet. */
export type GradeInput = {
  /** In points of the scheme, three decimals; 1 or 0 for complete and incomplete. */
  readonly points: number | null;
  /** Level by criterion. */
  readonly levels: Readonly<Record<string, string>>;
  /** To the student. */
  readonly comment: string;
  readonly isExcused: boolean;
  /** Why it differs from what the rules suggest; "" where it does not. */
  readonly reason: string;
};

export const MAX_POINTS = 1_000;
export const MAX_CRITERIA = 12;
export const MAX_LEVELS = 8;

/** The mean of points, three decimals; null for none. */
export function meanOf(points: readonly number[]): number | null {
  return points.length === 0 ? null : rounded(points.reduce((sum, one) => sum + one, 0) / points.length);
}

/** Points with three decimals, as they are kept and shown. */
export function rounded(points: number): number {
  return Math.round(points * 1_000) / 1_000;
}

/** What was reached. `of` are the points that can be; null for both where none are given. */
export type Score = { readonly points: number | null; readonly of: number | null; readonly isComplete: boolean };

/** The score of points that were given; those of "complete" are 1. */
export function scoreOf(points: number, scheme: Scheme): Score {
  const of = scheme.kind === "points" ? scheme.points : null;
  return { points: of === null ? null : points, of, isComplete: points === 1 };
}
