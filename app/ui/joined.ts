/** Short facts in one line; empty ones are left out. */
export function joined(facts: readonly string[]): string {
  return facts.filter((fact) => fact !== "").join(" · ");
}
