/** What the nightly job takes away: proposals that nobody added, and what was to be deleted once its grace is over. */
import type { Store, Transact } from "#db/store.ts";
import { closeSomeOf } from "../moderation/item.ts";
import { forgetSomeOf } from "../news.ts";

const DAY = 24 * 60 * 60 * 1000;
/** Thirty in line, each of half a minute, on two workers: 8 minutes; what is read longer is read by nobody. */
const LONGEST_READING = 60 * 60 * 1000;
/** A letter that was given up can be looked into for a fortnight; of one that was sent only the address is left anyway. */
const LETTERS_KEPT = 14 * DAY;
/** Rows removed in one work of the writer; about 20 ms, so that readers who write meanwhile do not notice. */
const STEP = 500;

/** Deletes for good what is due at `now` (milliseconds). May be called again at any time, also after it was cut off. */
export async function sweep({ read, transact }: { read: Store; transact: Transact }, now: number): Promise<void> {
  await transact((store) => store.imports.removeBefore(now - DAY));
  await transact((store) => store.imports.failBefore(now - LONGEST_READING));
  await transact((store) => store.sessions.deleteExpired(now));
  await transact((store) => store.tokens.deleteExpired(now));
  await transact((store) => store.factors.deleteExpiredChallenges(now));
  await transact((store) => store.letters.sweep(now - LETTERS_KEPT));
  for (const id of await read.documents.due(now)) await eraseText(transact, { id, now });
  for (const groupId of await read.groups.due(now)) {
    await transact(async (store) => store.effect({ kind: "rights", groups: [groupId] }));
    for (const { id } of await read.documents.ofGroup(groupId)) await eraseText(transact, { id, now });
    let isSaid = true;
    while (isSaid) isSaid = await transact((store) => store.erasure.queueRoom(groupId, STEP));
    await transact((store) => store.groups.delete(groupId));
  }
}

/** Its readers go first: from the end of the grace on the text is unknown to the doorkeeper. Then what was told of it. */
async function eraseText(
  transact: Transact,
  { id, now }: { readonly id: string; readonly now: number },
): Promise<void> {
  await transact(async (store) => store.effect({ kind: "rights", documents: [id] }));
  let isTold = true;
  while (isTold) isTold = await transact((store) => forgetSomeOf(store, { documentId: id, limit: STEP }));
  let isListed = true;
  while (isListed) isListed = await transact((store) => closeSomeOf(store, { documentId: id, limit: STEP / 5, now }));
  let isGone = false;
  while (!isGone) isGone = await transact((store) => store.erasure.document(id, STEP));
}
