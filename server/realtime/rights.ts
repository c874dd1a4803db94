import { closeCodes } from "#app/rooms/close-codes.ts";
import type { Effect } from "#db/store.ts";
import type { Connection } from "./connection.ts";
import type { Doorkeeper } from "./doorkeeper.ts";
import type { Limits } from "./limits.ts";

export type RightsEffect = Extract<Effect, { kind: "rights" }>;

/** The close code of a decision that was taken again; null when nothing changed. */
export type Verdict =
  | typeof closeCodes.noSession
  | typeof closeCodes.forbidden
  | typeof closeCodes.rightsChanged
  | null;

/** True for the sockets whose rights the effect may have changed: by session, member, group or document. */
export function concerns({ sessions, members, groups, documents }: RightsEffect, connection: Connection): boolean {
  const { identity, grant } = connection;
  return (
    sessions?.includes(identity.sessionId) === true ||
    members?.includes(identity.memberId) === true ||
    groups?.includes(grant.group) === true ||
    documents?.includes(grant.document) === true
  );
}

/** Reads the rights of an open socket again. Rejects when they cannot be read. */
export async function judge(doorkeeper: Doorkeeper, connection: Connection): Promise<Verdict> {
  const { identity, grant } = connection;
  const now = await doorkeeper.session(connection.cookie);
  if (now === null || now.sessionId !== identity.sessionId || now.memberId !== identity.memberId)
    return closeCodes.noSession;
  if ((now.onlyLooks ?? false) !== (identity.onlyLooks ?? false)) return closeCodes.noSession;
  const right = await doorkeeper.enter(identity.memberId, connection.address, identity.onlyLooks);
  if (right === "unknown") return closeCodes.forbidden;
  const same =
    right.seat === grant.seat &&
    right.epoch === grant.epoch &&
    right.presence === grant.presence &&
    right.preview === grant.preview &&
    right.writes === grant.writes;
  return same ? null : closeCodes.rightsChanged;
}

/**
 * Closes a socket that was detached already: with what its rights are now, or "connect again" when they are unchanged or cannot be
 * read in time. Resolves when the close frame is on its way.
 */
export async function dismiss(doorkeeper: Doorkeeper, connection: Connection, limits: Limits): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<null>((resolve) => {
    timer = setTimeout(() => resolve(null), limits.decideWithin);
  });
  const verdict = await Promise.race([judge(doorkeeper, connection).catch(() => null), tooLate]);
  clearTimeout(timer);
  connection.end(verdict ?? closeCodes.rightsChanged);
}
