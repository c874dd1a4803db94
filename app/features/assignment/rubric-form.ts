/** A rubric as a form sends it. */
import { type Criterion, MAX_CRITERIA, MAX_LEVELS, type RubricLevel } from "#app/domain/assignment/grade.ts";
import { tidyName } from "#app/domain/member/name.ts";

/** Names of the fields of a criterion, and of a level of it. */
export const criterionField = (n: number, name: "id" | "title") => `criterion-${n}-${name}`;
export const levelField = (n: number, m: number, name: "id" | "title" | "points" | "descriptor") =>
  `criterion-${n}-level-${m}-${name}`;

/** What has no words is left out; criteria and levels keep the ids that grades name, and new ones get one. */
export function rubricOf(form: FormData, newId: () => string): readonly Criterion[] {
  const field = (name: string) => String(form.get(name) ?? "");
  const levelsOf = (n: number) =>
    places(MAX_LEVELS + 1).flatMap((m): readonly RubricLevel[] => {
      const title = tidyName(field(levelField(n, m, "title")));
      const descriptor = field(levelField(n, m, "descriptor")).trim();
      if (title === "" && descriptor === "") return [];
      const points = Number(field(levelField(n, m, "points")).replace(",", "."));
      return [{ id: field(levelField(n, m, "id")) || newId(), title, points, descriptor }];
    });
  return places(MAX_CRITERIA + 1).flatMap((n) => {
    const title = tidyName(field(criterionField(n, "title")));
    const levels = levelsOf(n);
    return title === "" && levels.length === 0
      ? []
      : { id: field(criterionField(n, "id")) || newId(), title, levels: [...levels].sort(bestFirst) };
  });
}

function bestFirst(a: RubricLevel, b: RubricLevel): number {
  return b.points - a.points;
}

function places(length: number): readonly number[] {
  return Array.from({ length }, (_, n) => n);
}
