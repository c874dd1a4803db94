/** What every new account starts from, checked. */
import { addressKey, tidyAddress } from "#app/domain/member/address.ts";
import { tidyName } from "#app/domain/member/name.ts";
import { isZone } from "#app/domain/time/zoned.ts";
import { spokenLocale } from "#app/words/localised.ts";
import type { MemberRecord } from "#db/repositories/members.ts";
import type { AccountDependencies } from "./accounts-dependencies.ts";
import { addressSentence, nameSentence, passwordSentence, requireFields } from "./accounts-fields.ts";

/** What a person types for a new account. */
export type NewMember = {
  readonly name: string;
  readonly email: string;
  readonly password: string;
  readonly timeZone: string;
};

/** Checks the form of a new account and hashes its password; throws Problem("invalid") with the fields. */
export async function prepareMember(
  dependencies: Pick<AccountDependencies, "passwords" | "newId" | "clock" | "isLeftName">,
  input: NewMember,
): Promise<MemberRecord> {
  const { passwords, newId, clock, isLeftName } = dependencies;
  const name = tidyName(input.name);
  const email = tidyAddress(input.email);
  requireFields({
    name: nameSentence(name, await isLeftName(name, addressKey(email))),
    email: addressSentence(email),
    password: passwordSentence(input.password, passwords.isCommon, [name, email]),
  });
  const createdAt = clock();
  return {
    id: newId(),
    email,
    emailKey: addressKey(email),
    name,
    pronouns: "",
    // Browsers tell it; a wrong one is not worth losing a sign-up over.
    timeZone: isZone(input.timeZone) ? input.timeZone : "UTC",
    hue: 1 + (createdAt % 5),
    picture: null,
    passwordHash: await passwords.hash(input.password),
    isAdmin: false,
    isDemo: false,
    // The language in which they signed up is the one in which letters reach them.
    settings: { language: spokenLocale() },
    createdAt,
    endedAt: null,
  };
}
