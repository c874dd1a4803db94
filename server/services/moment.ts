import { timeWords } from "#app/words/time.ts";

/** Day and time in the language and the zone (IANA) of whoever is told; `at` is in milliseconds since 1970. */
export function sayMoment(at: number, timeZone: string): string {
  const form = { dateStyle: "medium", timeStyle: "short" } as const;
  return new Intl.DateTimeFormat(timeWords.locale, { ...form, timeZone }).format(at);
}
