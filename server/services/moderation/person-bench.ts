/** Who may take back what was decided about a person: whoever might decide it now. */
import type { Viewer } from "#app/context/viewer.ts";
import { roles } from "#app/domain/group/group.ts";
import type { ChainedEntry } from "#app/domain/moderation/record.ts";
import { can } from "#app/domain/policy/policy.ts";
import { Problem } from "#app/domain/problem.ts";
import { sanctionWords as words } from "#app/words/sanctions.ts";
import type { Store } from "#db/store.ts";
import type { Heed } from "../annotations/events.ts";
import { standingIn } from "../groups-standing.ts";
import type { Bench } from "./decide.ts";
import { demandBench, demandOver, type Judge, judgeIn } from "./judge.ts";

type Hands = { readonly clock: () => number; readonly newId: () => string; readonly heed: Heed };
type Asked = { readonly viewer: Viewer; readonly done: ChainedEntry };

/** Null where the viewer must not know of the decision. Throws Problem("forbidden") by rank. */
export async function benchOverPerson(
  store: Store,
  { clock, newId, heed }: Hands,
  asked: Asked,
): Promise<Bench | null> {
  const now = clock();
  const judge =
    typeof asked.done.after.sanction === "string"
      ? await overSanction(store, asked, now)
      : await overRole(store, asked, now);
  if (judge === null) return null;
  const by = { member: judge.id, seat: "", now };
  return { store, now, newId, heed: (event) => heed(store, event, by), judge: { id: judge.id, role: judge.as } };
}

async function overSanction(store: Store, { viewer, done }: Asked, now: number): Promise<Judge | null> {
  const sanction = await store.sanctions.find(String(done.after.sanction));
  if (sanction === null) return null;
  const { scope, kind, documentId: document, memberId: member } = sanction;
  // A decision about the whole site is taken back by administrators, in a group that both know.
  const groupId = sanction.groupId ?? (await store.memberships.ofMember(viewer.id))[0]?.groupId ?? "";
  await demandBench(store, { viewer, groupId, now });
  const judge = await judgeIn(store, { viewer, groupId, now, order: { scope, document } });
  await demandOver(store, judge, { member, kind, scope, group: sanction.groupId, document });
  return judge;
}

/** Roles and texts: a right over the person as they are now, and to give what they would have again. */
async function overRole(store: Store, { viewer, done }: Asked, now: number): Promise<Judge | null> {
  if (done.group === null) return null;
  const { actor, group } = await standingIn(store, { viewer, groupId: done.group, now });
  const role = await store.memberships.roleOf(done.group, done.subject.id);
  const given = roles.find((known) => known === done.before.role) ?? "observer";
  const member = role === null ? null : { id: done.subject.id, role };
  const isGiven = member !== null && can(actor, "member.promote", { member, role: given, group });
  if (!isGiven) throw new Problem("forbidden", words.rank);
  return { ...actor, as: actor.role ?? "" };
}
