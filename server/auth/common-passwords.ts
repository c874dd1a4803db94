import { dictionary } from "@zxcvbn-ts/language-common";

/** About 18,000 of the list's 49,000 entries are long enough to be allowed otherwise. */
const common = new Set(dictionary["passwords-common"].filter((password) => password.length >= 8));

/** True for a password that stands in the lists that attackers try first; case does not help. */
export function isCommonPassword(password: string): boolean {
  return common.has(password.normalize("NFKC").toLowerCase());
}
