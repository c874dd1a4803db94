import { isAddress } from "#app/domain/member/address.ts";
import { isReservedName, MAX_NAME } from "#app/domain/member/name.ts";
import { passwordFault } from "#app/domain/member/password.ts";
import { Problem } from "#app/domain/problem.ts";
import { accountsWords } from "#app/words/accounts.ts";
import { factorsWords } from "#app/words/factors.ts";

/** The sentence beside a name that cannot be used, or null. Expects a tidy name; `isLeft`: somebody else left it behind. */
export function nameSentence(name: string, isLeft: boolean): string | null {
  if (name === "") return accountsWords.nameMissing;
  if ([...name].length > MAX_NAME) return accountsWords.nameLong;
  if (isReservedName(name)) return accountsWords.nameReserved;
  return isLeft ? factorsWords.account.quarantined : null;
}

/** The sentence beside an address that cannot be written to, or null. Expects a tidy address. */
export function addressSentence(address: string): string | null {
  return isAddress(address) ? null : accountsWords.addressWrong;
}

/** The sentence beside a new password that is too weak, or null. `own` are the person's name and address. */
export function passwordSentence(
  password: string,
  isCommon: (password: string) => boolean,
  own: readonly string[],
): string | null {
  const fault = passwordFault(password, isCommon, own);
  return fault === null ? null : accountsWords.passwordFaults[fault];
}

/** Throws Problem("invalid") with the sentences of the fields that have one. */
export function requireFields(sentences: Readonly<Record<string, string | null>>): void {
  const wrong = Object.entries(sentences).flatMap(([field, sentence]) =>
    sentence === null ? [] : [[field, sentence]],
  );
  if (wrong.length > 0) throw new Problem("invalid", accountsWords.checkForm, { fields: Object.fromEntries(wrong) });
}

/** Throws Problem("too-many") when there are milliseconds left to wait. */
export function requireNoWait(wait: number): void {
  if (wait > 0) throw new Problem("too-many", accountsWords.tooManyTries, { retryAfter: wait });
}
