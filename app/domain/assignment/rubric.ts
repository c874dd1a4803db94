/** What a rubric or the rules suggest for a work, and what lateness takes off. Points have three decimals. */
import { type RubricLevel, rounded, type Scheme } from "./grade.ts";

type Points = Extract<Scheme, { readonly kind: "points" }>;
/** Level ids by criterion id. */
export type ChosenLevels = Readonly<Record<string, string>>;

/** `reached` before lateness, `penalty` the points that it takes off, `points` what is left; null where nothing is suggested. */
export type Suggestion = {
  readonly from: "rules" | "rubric";
  readonly reached: number | null;
  readonly penalty: number;
  readonly points: number | null;
};

/** Of the points of the scheme, by its best levels; null until every criterion has one of its levels. */
export function rubricPoints({ points, rubric }: Points, chosen: ChosenLevels): number | null {
  let [got, best] = [0, 0];
  for (const { id, levels } of rubric) {
    const level = levels.find((one) => one.id === chosen[id]);
    if (level === undefined) return null;
    got += level.points;
    best += Math.max(...levels.map((one) => one.points));
  }
  return best > 0 ? rounded((got / best) * points) : null;
}

export type ReachedLevel = { readonly id: string; readonly title: string; readonly level: RubricLevel };

/** What was reached in each criterion for which a level was chosen; none where there is no rubric. */
export function reachedLevels(scheme: Scheme, chosen: ChosenLevels): readonly ReachedLevel[] {
  if (scheme.kind !== "points") return [];
  return scheme.rubric.flatMap(({ id, title, levels }) => {
    const level = levels.find((one) => one.id === chosen[id]);
    return level === undefined ? [] : { id, title, level };
  });
}

/** Criteria whose chosen level the rubric does not have, and levels of criteria that it does not have. */
export function strangeLevels(scheme: Scheme, chosen: ChosenLevels): readonly string[] {
  const rubric = scheme.kind === "points" ? scheme.rubric : [];
  return Object.entries(chosen).flatMap(([criterion, level]) => {
    const levels = rubric.find(({ id }) => id === criterion)?.levels ?? [];
    return levels.some(({ id }) => id === level) ? [] : criterion;
  });
}

/**
 * What is suggested: by the rubric once it is filled, before by the rules (`byRules`, in points of the scheme). Lateness
 * (`share`, 0 to 1) takes off points; what is complete stays complete.
 */
export function suggestionOf(
  scheme: Scheme,
  {
    byRules,
    levels,
    share,
  }: { readonly byRules: number | null; readonly levels: ChosenLevels; readonly share: number },
): Suggestion {
  const byRubric = scheme.kind === "points" ? rubricPoints(scheme, levels) : null;
  const reached = byRubric ?? byRules;
  const penalty = reached === null || scheme.kind !== "points" ? 0 : rounded(reached * share);
  return {
    from: byRubric === null ? "rules" : "rubric",
    ...{ reached, penalty },
    points: reached === null ? null : rounded(reached - penalty),
  };
}
