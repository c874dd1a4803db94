/** All groups of the site: found, archived, and handed over where nobody looks after them any more. */
import type { GroupRow, SiteService } from "#app/context/site.ts";
import { Problem } from "#app/domain/problem.ts";
import { groupsWords } from "#app/words/groups.ts";
import { siteCareWords } from "#app/words/site-care.ts";
import type { Store } from "#db/store.ts";
import { requireAdmin } from "../admin.ts";
import { record, type SiteDependencies } from "./dependencies.ts";

/** Rows on the page; the search narrows them. */
const MOST_SHOWN = 200;

export function makeGroups(dependencies: SiteDependencies): Pick<SiteService, "groups" | "archiveGroup" | "handOver"> {
  const { read, transact, clock, giveRole } = dependencies;

  /** True where nobody who owns the group has a session that is still kept: ten days without a visit. */
  const isLeft = async (store: Store, owners: readonly string[]): Promise<boolean> => {
    for (const owner of owners) {
      const sessions = await store.sessions.ofMember(owner);
      if (sessions.some(({ expiresAt }) => expiresAt > clock())) return false;
    }
    return true;
  };

  return {
    async groups(viewer, { query }) {
      await requireAdmin(read, viewer);
      const rows: GroupRow[] = [];
      for (const { owners: _, deleteAfter: __, ...row } of await read.overview.groups(
        query.trim().slice(0, 100),
        MOST_SHOWN,
      )) {
        const inside = await read.overview.membersOf(row.id);
        const owners = inside.filter(({ role }) => role === "owner").map(({ id }) => id);
        const heirs = (await isLeft(read, owners)) ? inside.filter(({ role }) => role !== "owner") : [];
        rows.push({ ...row, heirs: heirs.map(({ id, name }) => ({ id, name })) });
      }
      return rows;
    },

    async archiveGroup(viewer, groupId, archived) {
      await transact(async (store) => {
        await requireAdmin(store, viewer);
        const group = await store.groups.byId(groupId);
        if (group === null) throw new Problem("not-found", groupsWords.unknown);
        if ((group.archivedAt !== null) === archived) return;
        await store.groups.update(groupId, { archivedAt: archived ? clock() : null });
        store.effect({ kind: "rights", groups: [groupId] });
        await record(store, dependencies, {
          ...{ verb: "site.setting", actor: viewer.id, group: groupId, subject: { kind: "group", id: groupId } },
          ...{ before: { archived: !archived }, after: { archived } },
        });
      });
    },

    async handOver(viewer, groupId, memberId) {
      await transact(async (store) => {
        await requireAdmin(store, viewer);
        const inside = await store.overview.membersOf(groupId);
        const heir = inside.find(({ id }) => id === memberId);
        if (heir === undefined) throw new Problem("not-found", groupsWords.unknown);
        const owners = inside.filter(({ role }) => role === "owner").map(({ id }) => id);
        if (!(await isLeft(store, owners))) throw new Problem("conflict", siteCareWords.ownerIsHere);
        await giveRole(store, groupId, memberId, "owner");
        await record(store, dependencies, {
          ...{ verb: "member.role", actor: viewer.id, group: groupId, subject: { kind: "member", id: memberId } },
          ...{ before: { role: heir.role }, after: { role: "owner" } },
        });
      });
    },
  };
}
