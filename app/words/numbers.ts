/** Numbers and plurals as a language says them. Formatters are made once: making one at each call took 3 ms a frame while scrolling. */

/** A number alone, and a number with its noun, in one language. */
export type Numbers = {
  readonly number: (n: number) => string;
  /** Such as "1 note" and "1,200 notes". */
  readonly count: (n: number, one: string, other: string) => string;
  /** Bytes in megabytes, such as "0.4 MB" and "12 MB"; up, so that something never looks like nothing, unless said. */
  readonly megabytes: (bytes: number, round?: "up" | "down") => string;
};

const MEGABYTE = 1024 * 1024;

/** How that language counts. */
export function numbersIn(locale: string): Numbers {
  const format = new Intl.NumberFormat(locale);
  const rules = new Intl.PluralRules(locale);
  const number = (n: number): string => format.format(n);
  return {
    number,
    count: (n, one, other) => `${number(n)} ${rules.select(n) === "one" ? one : other}`,
    megabytes(bytes, round = "up") {
      const steps = bytes < 10 * MEGABYTE ? 10 : 1;
      const exact = (bytes / MEGABYTE) * steps;
      return `${number((round === "up" ? Math.ceil(exact) : Math.floor(exact)) / steps)} MB`;
    },
  };
}
