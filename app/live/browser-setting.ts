/** Small choices that belong to this browser. Where it keeps nothing, they hold until the page is left. */
const held = new Map<string, string>();

/** The choice under that name, or null. */
export function readSetting(name: string): string | null {
  try {
    return localStorage.getItem(name) ?? held.get(name) ?? null;
  } catch {
    return held.get(name) ?? null;
  }
}

/** Keeps the choice. */
export function keepSetting(name: string, value: string): void {
  held.set(name, value);
  try {
    localStorage.setItem(name, value);
  } catch {
    // Storage is blocked or full; the choice holds for this page.
  }
}
