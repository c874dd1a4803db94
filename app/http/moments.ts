import { momentIn } from "#app/domain/time/zoned.ts";

/** The form with these fields of day and time, typed where its sender lives, as milliseconds since 1970. */
export function withMoments(form: FormData, names: readonly string[], zone: string): FormData {
  for (const name of names) {
    const typed = form.get(name);
    const moment = typeof typed === "string" ? momentIn(typed, zone) : null;
    if (moment !== null) form.set(name, String(moment));
  }
  return form;
}
