/** Prints a heading and the head of a table. */
export function table(heading: string, ...columns: string[]): void {
  console.log(`\n${heading}\n\n| ${columns.join(" | ")} |\n|${columns.map(() => "---").join("|")}|`);
}

/** Prints one row. */
export function row(...cells: readonly (string | number)[]): void {
  console.log(`| ${cells.join(" | ")} |`);
}

/** "0.71×", or a dash where there is nothing to compare with. */
export function ratio(value: number | null | undefined, base: number | null | undefined): string {
  return value == null || !base ? "–" : `${(value / base).toFixed(2)}×`;
}
