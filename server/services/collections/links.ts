/** Links under which a collection is shown: they expire, can be taken back, and are stored as hashes. */
import type { CollectionService } from "#app/context/collections.ts";
import { MOST_DAYS, MOST_LINKS } from "#app/domain/collection/collection.ts";
import { Problem } from "#app/domain/problem.ts";
import { collectionWords as words } from "#app/words/collections.ts";
import { seenThreads, shownThreads } from "./collected.ts";
import { publicSources } from "./enter.ts";
import { type CollectionParts, inCollection } from "./hands.ts";

const DAY = 24 * 60 * 60 * 1000;

export function makeCollectionLinks(parts: CollectionParts): Pick<CollectionService, "share" | "unshare" | "shared"> {
  const { read, clock, newId, origin, secrets } = parts;
  return {
    async share(viewer, id, { days, withNames }) {
      if (!Number.isInteger(days) || days < 1 || days > MOST_DAYS) {
        throw new Problem("invalid", words.daysWrong(MOST_DAYS), { fields: { days: words.daysWrong(MOST_DAYS) } });
      }
      const token = secrets.token();
      await inCollection(parts, viewer, id, async (store, { row }, record) => {
        const now = clock();
        if (row.removedAt !== null) throw new Problem("conflict", words.isRemoved);
        const open = await store.collections.openLinks(id, now);
        if (open.length >= MOST_LINKS) throw new Problem("conflict", words.manyLinks(MOST_LINKS));
        await store.collections.addLink({
          ...{ id: newId(), collectionId: id, tokenHash: secrets.digest(token), withNames, createdBy: viewer.id },
          ...{ createdAt: now, expiresAt: now + days * DAY },
        });
        await record({ change: "shared", names: withNames });
      });
      return { link: `${origin}/collections/shared/${token}` };
    },

    async unshare(viewer, id, linkId) {
      await inCollection(parts, viewer, id, async (store, _, record) => {
        if (!(await store.collections.revokeLink(id, linkId, clock()))) throw new Problem("not-found", words.unknown);
        await record({ change: "unshared" });
      });
    },

    async shared(token) {
      const now = clock();
      const link = await read.collections.linkByHash(secrets.digest(token));
      const row = link === null ? null : await read.collections.find(link.collectionId);
      if (link === null || row === null || link.revokedAt !== null || link.expiresAt <= now) throw gone();
      const sources = row.removedAt === null ? await publicSources(read, row, now) : null;
      if (sources === null) throw gone();
      return {
        ...{ title: row.title, description: row.description, expiresAt: link.expiresAt },
        group: { id: row.groupId, name: sources.group },
        entries: shownThreads(await seenThreads(read, sources), { origin, isVeiled: !link.withNames }),
      };
    },
  };
}

const gone = () => new Problem("gone", words.gone);
