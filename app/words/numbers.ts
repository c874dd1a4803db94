/** Numbers and plurals as a language says them. Formatters are made once: making one at each call took 3 ms a frame while scrolling. */

/** A number alone, and a number with its noun, in one language. */
export type Numbers = {
  readonly number: (n: number) => string;
  /** Such as "1 note" and "1,200 notes". */
  readonly count: (n: number, one: string, other: string) => string;
};

/** How that language counts. */
export function numbersIn(locale: string): Numbers {
  const format = new Intl.NumberFormat(locale);
  const rules = new Intl.PluralRules(locale);
  const number = (n: number): string => format.format(n);
  return { number, count: (n, one, other) => `${number(n)} ${rules.select(n) === "one" ? one : other}` };
}
