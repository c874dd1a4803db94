/**
 * An absolute address as browsers read it; null for what is none. Not by `URL.canParse`: in Node 20 it says no to every
 * address with a letter such as "ü" once it was called so often that V8 compiled the caller.
 */
export function urlOf(address: string): URL | null {
  try {
    return new URL(address);
  } catch {
    return null;
  }
}
