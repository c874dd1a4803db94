/** What a grading form sends. */
import { z } from "zod";
import type { GradeGiven } from "#app/context/grading.ts";
import { ticked } from "#app/ui/ticked.ts";

const words = z.string().default("");
const id = z.string().max(64);

export const gradeForm = z.looseObject({
  version: z.coerce.number().int().min(0),
  points: words,
  comment: words,
  reason: words,
  marking: z.enum(["own", "final"]).default("own"),
  isExcused: ticked,
});
export const keepForm = z.object({ words });
/** What is said about a grade; `id` is a ULID. */
export const sayForm = z.object({ id: z.string().length(26), message: words });
export const dropForm = z.object({ comment: id });

/** The name of the field in which the level of a criterion is chosen. */
export const levelField = (criterion: string) => `level-${criterion}`;

/** A grade as it was typed. A comma is a decimal point for many; what is no number fails where points are checked. */
export function gradeOf(typed: z.output<typeof gradeForm>, form: FormData, member: string): GradeGiven {
  const { points, isExcused, comment, version, reason, marking } = typed;
  const levels = [...form.entries()].flatMap(([name, value]) =>
    name.startsWith(levelField("")) && value !== "" ? [[name.slice(levelField("").length), String(value)]] : [],
  );
  return {
    ...{ member, comment, isExcused, version, reason, marking },
    points: points.trim() === "" ? null : Number(points.replace(",", ".")),
    levels: Object.fromEntries(levels),
    phrases: form.getAll("phrase").map(String),
  };
}
