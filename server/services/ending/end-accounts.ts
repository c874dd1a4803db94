/** The end of accounts whose grace is over (A11), in steps that a stop may cut off anywhere. */

import { nameMark } from "#app/domain/member/name.ts";
import { languageOf } from "#app/domain/member/settings.ts";
import { factorsWords } from "#app/words/factors.ts";
import { inLocale, spokenLocale } from "#app/words/localised.ts";
import { mailWords } from "#app/words/mail.ts";
import type { DeletionRecord } from "#db/repositories/deletions.ts";
import type { MemberRecord } from "#db/repositories/members.ts";
import type { Store } from "#db/store.ts";
import type { AccountDependencies } from "../accounts-dependencies.ts";
import { recordAct } from "../staff-act.ts";
import { obstaclesOf } from "./obstacles.ts";

const DAY = 24 * 60 * 60 * 1000;
/** Milliseconds for which nobody else may take the name of somebody who has left. */
const QUARANTINE = 180 * DAY;
/** Notes erased in one work of the writer. */
const STEP = 50;

export type EndingParts = Pick<AccountDependencies, "read" | "transact" | "post" | "pictures" | "newId"> & {
  /** HMAC in hex. */
  readonly mark: (words: string) => string;
  /** Erases these notes for good, inside the transaction of `store`. */
  readonly eraseThese: (store: Store, ids: readonly string[], now: number) => Promise<void>;
  /** Erases the next of all that the member wrote in a group, with what was told of it; true when nothing is left. */
  readonly eraseSome: (store: Store, of: { groupId: string; memberId: string; now: number }) => Promise<boolean>;
  /** Ends a membership with all that hangs on it. */
  readonly part: (store: Store, of: { groupId: string; memberId: string; now: number }) => Promise<void>;
  /** An account could not end, since somebody would be missing. */
  readonly report: (memberId: string) => void;
};

/** Ends what is due at `now` (milliseconds). May be called again at any time, also after it was cut off. */
export async function endAccounts(parts: EndingParts, now: number): Promise<void> {
  const { read, transact } = parts;
  await transact((store) => store.deletions.deleteExpiredNames(now));
  for (const wish of await read.deletions.due(now)) {
    if (!(await shut(parts, wish, now))) continue;
    await erasePrivate(parts, wish, now);
    for (const { groupId } of await read.memberships.everOf(wish.memberId)) {
      const of = { groupId, memberId: wish.memberId, now };
      let isGone = wish.choice === "anonymise";
      while (!isGone) isGone = await transact((store) => parts.eraseSome(store, of));
      await transact((store) => parts.part(store, of));
    }
    await transact((store) => store.ownData.forget(wish.memberId));
  }
}

/**
 * Nobody signs in from here on, and no page names the member any more. False when the wish was taken back meanwhile, or
 * somebody would be missing: that is looked at again tomorrow.
 */
async function shut(parts: EndingParts, { memberId, choice }: DeletionRecord, now: number): Promise<boolean> {
  const picture = await parts.transact(async (store) => {
    const member = await store.members.byId(memberId);
    if (member === null || (await store.deletions.of(memberId)) === null) return null;
    if (member.endedAt !== null) return "";
    const { groups, isLastAdmin } = await obstaclesOf(store, member);
    if (groups.length > 0 || isLastAdmin) {
      await store.deletions.postpone(memberId, now + DAY);
      parts.report(memberId);
      return null;
    }
    const { email, settings, name } = member;
    // To the address, not the member: letters of theirs go with the account.
    await parts.post.write(store, { id: null, email, settings }, () => mailWords.accountEnded(name));
    await store.deletions.quarantine({
      name: parts.mark(nameMark(name)),
      address: parts.mark(member.emailKey),
      until: now + QUARANTINE,
    });
    await store.members.update(memberId, blank(member, now));
    await store.sessions.deleteOfMember(memberId, null);
    store.effect({ kind: "rights", members: [memberId] });
    await recordAct(
      { store, now, newId: parts.newId },
      {
        ...{ verb: "member.delete", actor: null, subject: { kind: "member", id: memberId } },
        ...{ before: { isAdmin: member.isAdmin }, after: { choice } },
      },
    );
    return member.picture ?? "";
  });
  if (picture === null) return false;
  if (picture !== "") await parts.pictures.discard(picture);
  return true;
}

/** What stays of the row: the one name of all who left, in the language that this one spoke. */
function blank({ id, settings }: MemberRecord, endedAt: number) {
  const address = `${id.toLowerCase()}@left.invalid`;
  return {
    ...{ email: address, emailKey: address, pronouns: "", timeZone: "UTC", hue: 1, picture: null },
    name: inLocale(languageOf(settings, spokenLocale()), () => factorsWords.account.gone),
    ...{ passwordHash: null, isAdmin: false, settings: {}, endedAt },
  };
}

/** Private notes go with either choice, since nobody else could ever read them. */
async function erasePrivate(
  { read, transact, eraseThese }: EndingParts,
  { memberId }: DeletionRecord,
  now: number,
): Promise<void> {
  let after = "";
  for (;;) {
    const notes = await read.ownData.notes(memberId, after, STEP);
    const ids = notes.flatMap(({ id, isPrivate, status }) => (isPrivate && status !== "redacted" ? [id] : []));
    if (ids.length > 0) await transact((store) => eraseThese(store, ids, now));
    const last = notes.at(-1);
    if (last === undefined || notes.length < STEP) return;
    after = last.id;
  }
}
