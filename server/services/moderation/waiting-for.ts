import type { ReadingPage } from "#app/context/reading.ts";
import { isStaff } from "#app/domain/group/group.ts";
import { type HoldPolicy, type Waiting, waitingOf } from "#app/domain/moderation/rules/hold-policy.ts";
import { covers, type Place } from "#app/domain/moderation/sanction.ts";
import type { Store } from "#db/store.ts";
import type { Standing } from "../rights.ts";

const none: Waiting = { kind: "none" };

/** What the member is told before posting on that text; the same is asked when they post. `now` in milliseconds. */
export async function waitingFor(read: Store, standing: Standing, now: number): Promise<ReadingPage["waiting"]> {
  const [group, member] = [standing.group.id, standing.actor.id];
  if (isStaff(standing.role)) return { here: none, threads: [] };
  const policies = await read.holdPolicies.ofGroup(group);
  if (policies.length === 0 && sanctionsOf(standing).length === 0) return { here: none, threads: [] };
  const history = await read.writing.settled(group, member);
  const at = (thread: string | null): Waiting => {
    const place = { group, document: standing.document.id, thread };
    return waitingOf([...policies, ...personalPolicies(standing, place)], { ...place, member }, history, now);
  };
  const roots = [
    ...policies.filter(({ scope }) => scope === "thread").map(({ subject }) => subject),
    ...sanctionsOf(standing).flatMap(({ scope }) => (scope.kind === "thread" ? scope.id : [])),
  ].flatMap((root) => root ?? []);
  return { here: at(null), threads: [...new Set(roots)].map((root) => ({ root, waiting: at(root) })) };
}

/** The sanctions by which what the member writes there waits for approval, as the policies that they amount to. */
export function personalPolicies(standing: Standing, place: Place): readonly HoldPolicy[] {
  return sanctionsOf(standing)
    .filter(({ scope }) => covers(scope, place))
    .map(({ id, endsAt }) => ({
      ...{ id, kind: "approval", scope: "member", subject: standing.actor.id, notes: 0, aged: 0 },
      ...{ from: null, until: endsAt, reason: "" },
    }));
}

function sanctionsOf({ sanctions }: Standing) {
  return sanctions.filter(({ kind }) => kind === "approve-first");
}
