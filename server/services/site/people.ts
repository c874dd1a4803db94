/** One member as administrators see them, and open sessions. */
import type { OpenSession, SiteService } from "#app/context/site.ts";
import { Problem } from "#app/domain/problem.ts";
import { accountsWords } from "#app/words/accounts.ts";
import { siteCareWords } from "#app/words/site-care.ts";
import type { SiteSession } from "#db/repositories/site/overview.ts";
import { requireAdmin } from "../admin.ts";
import { requireFresh } from "../fresh.ts";
import { record, type SiteDependencies } from "./dependencies.ts";
import { suspensionIn } from "./suspensions.ts";

/** Rows on the page of sessions. */
const MOST_SHOWN = 300;

type People = Pick<SiteService, "person" | "endSessions" | "setAdmin" | "sessions" | "endSession">;

export function makePeople(dependencies: SiteDependencies): People {
  const { read, transact, transactAlways, clock } = dependencies;
  const shown = (row: SiteSession, own: string): OpenSession => ({ ...row, isOwn: row.id === own });

  return {
    async person(viewer, sessionId, memberId) {
      await requireAdmin(read, viewer);
      const member = await read.members.byId(memberId);
      if (member === null) throw new Problem("not-found", accountsWords.memberUnknown);
      const { id, name, pronouns, hue, picture, email, createdAt, isAdmin } = member;
      const own = await read.sessions.ofMember(id);
      const open = own.filter(({ expiresAt }) => expiresAt > clock());
      return {
        person: { id, name, pronouns, hue, picture, email, createdAt, isAdmin },
        isSelf: id === viewer.id,
        isLastAdmin: isAdmin && (await read.overview.administrators()) === 1,
        seenAt: own[0]?.seenAt ?? null,
        suspension: suspensionIn(await read.sanctions.ofMember(id), clock()),
        groups: await read.overview.groupsOf(id),
        sessions: open.map((row) =>
          shown(
            { ...{ id: row.id, member: id, name, device: row.device }, createdAt: row.createdAt, seenAt: row.seenAt },
            sessionId,
          ),
        ),
      };
    },

    async endSessions(viewer, sessionId, memberId) {
      // Throwing somebody out must not wait for the site to be open again.
      await transactAlways(async (store) => {
        await requireAdmin(store, viewer);
        if ((await store.members.byId(memberId)) === null) throw new Problem("not-found", accountsWords.memberUnknown);
        const ended = await store.sessions.deleteOfMember(memberId, memberId === viewer.id ? sessionId : null);
        store.effect({ kind: "rights", sessions: ended });
      });
    },

    async setAdmin(viewer, memberId, isAdmin) {
      await transact(async (store) => {
        await requireAdmin(store, viewer);
        requireFresh(viewer, clock());
        const member = await store.members.byId(memberId);
        if (member === null) throw new Problem("not-found", accountsWords.memberUnknown);
        if (member.isAdmin === isAdmin) return;
        if (!isAdmin && (await store.overview.administrators()) === 1) {
          throw new Problem("conflict", siteCareWords.lastAdmin);
        }
        await store.members.update(memberId, { isAdmin });
        // Their sessions too: one that looks with another's eyes is known by that member.
        const sessions = (await store.sessions.ofMember(memberId)).map(({ id }) => id);
        store.effect({ kind: "rights", members: [memberId], sessions });
        await record(store, dependencies, {
          ...{ verb: "member.role", actor: viewer.id, subject: { kind: "member", id: memberId } },
          ...{ before: { administrator: !isAdmin }, after: { administrator: isAdmin } },
        });
      });
    },

    async sessions(viewer, sessionId) {
      await requireAdmin(read, viewer);
      return (await read.overview.sessions(clock(), MOST_SHOWN)).map((row) => shown(row, sessionId));
    },

    async endSession(viewer, id) {
      await transactAlways(async (store) => {
        await requireAdmin(store, viewer);
        if ((await store.overview.session(id)) === null) throw new Problem("not-found", accountsWords.sessionUnknown);
        await store.sessions.delete(id);
        store.effect({ kind: "rights", sessions: [id] });
      });
    },
  };
}
