/** Fewest code points of a password; no rules about kinds of characters (NIST SP 800-63B §5.1.1.2). */
export const MIN_PASSWORD = 8;
/** Most code points. */
export const MAX_PASSWORD = 128;
/** Most bytes in UTF-8; more is refused before any hashing. */
export const MAX_PASSWORD_BYTES = 1024;

export type PasswordFault = "short" | "long" | "common" | "own";

/** What is wrong with a new password, or null. `own` are the person's name and address, which are guessed first. */
export function passwordFault(
  password: string,
  isCommon: (password: string) => boolean,
  own: readonly string[] = [],
): PasswordFault | null {
  if (isOversized(password)) return "long";
  const length = [...password].length;
  if (length < MIN_PASSWORD) return "short";
  if (length > MAX_PASSWORD) return "long";
  if (own.some((word) => word.toLowerCase() === password.toLowerCase())) return "own";
  return isCommon(password) ? "common" : null;
}

/** True for what cannot be a password of ours, so that checking it would be work for nothing. */
export function isOversized(password: string): boolean {
  return new TextEncoder().encode(password).length > MAX_PASSWORD_BYTES;
}
