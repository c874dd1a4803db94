/** What follows when factors come and go. */
import type { Viewer } from "#app/context/viewer.ts";
import { RECOVERY_CODES } from "#app/domain/member/factors.ts";
import { Problem } from "#app/domain/problem.ts";
import { factorsWords } from "#app/words/factors.ts";
import { mailWords } from "#app/words/mail.ts";
import type { MemberRecord } from "#db/repositories/members.ts";
import type { Store } from "#db/store.ts";
import { isDemanded } from "./demanded.ts";
import type { FactorDependencies } from "./dependencies.ts";

type Parts = Pick<FactorDependencies, "secrets" | "recovery" | "randomBytes" | "post" | "origin">;

/** Which sentence the letter about a change has. */
export type FactorChange = keyof typeof factorsWords.letters;

/** Ten new codes in place of all older ones; only their digests are kept. */
export async function makeCodes(
  store: Store,
  { recovery, randomBytes, secrets }: Parts,
  memberId: string,
): Promise<readonly string[]> {
  const codes = recovery.make(RECOVERY_CODES, randomBytes);
  const hashes = codes.map((code) => secrets.digest(recovery.tidy(code) ?? code));
  await store.factors.replaceCodes(memberId, hashes);
  return codes;
}

/**
 * After a factor was added: the first one brings recovery codes and ends the member's other sessions, which a password alone
 * had opened.
 */
export async function afterAdding(
  store: Store,
  parts: Parts,
  added: {
    readonly member: MemberRecord;
    readonly sessionId: string;
    readonly isFirst: boolean;
    readonly change: FactorChange;
  },
): Promise<readonly string[]> {
  const { member, isFirst } = added;
  await tell(store, parts, member, added.change);
  if (!isFirst) return [];
  const sessions = await store.sessions.deleteOfMember(member.id, added.sessionId);
  if (sessions.length > 0) store.effect({ kind: "rights", sessions });
  return makeCodes(store, parts, member.id);
}

/** After one was taken away: codes without a factor are worth nothing and go. */
export async function afterRemoving(
  store: Store,
  parts: Parts,
  member: MemberRecord,
  change: FactorChange,
): Promise<void> {
  if (!(await store.factors.has(member.id))) await store.factors.clear(member.id);
  await tell(store, parts, member, change);
}

/** Throws Problem("conflict") when the site asks this member for a factor and none would be left. */
export async function requireSpare(store: Store, member: MemberRecord, left: number): Promise<void> {
  if (left === 0 && (await isDemanded(store, member))) throw new Problem("conflict", factorsWords.staffNeedsOne);
}

/** The member as stored now. Throws Problem("not-found") for one that has gone. */
export async function memberNow(store: Store, viewer: Viewer): Promise<MemberRecord> {
  const member = await store.members.byId(viewer.id);
  if (member === null || member.endedAt !== null) throw new Problem("not-found", factorsWords.unknown);
  return member;
}

/** A letter about it: whoever has a stolen session cannot do this unseen. */
export function tell(
  store: Store,
  { post, origin }: Pick<Parts, "post" | "origin">,
  member: MemberRecord,
  change: FactorChange,
): Promise<void> {
  return post.write(store, member, () =>
    mailWords.factorsChanged(member.name, factorsWords.letters[change], `${origin}/settings/security`),
  );
}
