/** Collections of threads: curated by staff, read as far as each reader sees, shown to others by links. */
import type { CollectionInput, CollectionLine, CollectionPage, CollectionService } from "#app/context/collections.ts";
import type { Viewer } from "#app/context/viewer.ts";
import { MAX_DESCRIPTION, MAX_TITLE, MOST_COLLECTIONS } from "#app/domain/collection/collection.ts";
import { tidyParagraphs } from "#app/domain/group/fields.ts";
import { tidyName } from "#app/domain/member/name.ts";
import { can } from "#app/domain/policy/policy.ts";
import { Problem } from "#app/domain/problem.ts";
import { collectionWords as words } from "#app/words/collections.ts";
import type { CollectionRow } from "#db/repositories/collections.ts";
import { seenThreads, shownThreads } from "./collections/collected.ts";
import { type Entered, enterCollection, enterGroup } from "./collections/enter.ts";
import { makeCollectionEntries } from "./collections/entries.ts";
import { type CollectionParts, curate, inCollection } from "./collections/hands.ts";
import { makeCollectionLinks } from "./collections/links.ts";
import { fileOf } from "./exports/file.ts";
import { writeWork } from "./work/work-file.ts";

export function makeCollectionService(parts: CollectionParts): CollectionService {
  const { read, transact, clock, newId, origin } = parts;
  const enter = (viewer: Viewer, id: string) => enterCollection(read, { viewer, id, now: clock() });

  return {
    ...makeCollectionEntries(parts),
    ...makeCollectionLinks(parts),

    async list(viewer, groupId) {
      const standing = await enterGroup(read, { viewer, groupId, now: clock() });
      const lines: CollectionLine[] = [];
      for (const row of await read.collections.ofGroup(groupId)) {
        if (!standing.sees(row)) continue;
        const seen = await seenThreads(read, await standing.sources(row.id));
        lines.push(lineOf(row, seen.length));
      }
      return { lines, mayCurate: standing.mayCurate };
    },

    async open(viewer, id) {
      return pageOf(parts, await enter(viewer, id));
    },

    async create(viewer, groupId, { id, ...input }) {
      const said = saidOf(input);
      await transact(async (store) => {
        const now = clock();
        const standing = await enterGroup(store, { viewer, groupId, now });
        if (!can(standing.actor, "thread.curate", standing.subject)) throw new Problem("forbidden", words.forStaff);
        const known = await store.collections.find(id);
        if (known !== null && known.groupId !== groupId) throw new Problem("conflict", words.taken);
        if (known !== null) return;
        if ((await store.collections.ofGroup(groupId)).length >= MOST_COLLECTIONS)
          throw new Problem("conflict", words.many(MOST_COLLECTIONS));
        await store.collections.insert({ id, groupId, ...said, createdBy: viewer.id, createdAt: now });
        const by = { store, now, newId, actor: standing.actor, group: groupId };
        await curate(by, { collection: id, change: "created" });
      });
      return { id };
    },

    async edit(viewer, id, input) {
      const said = saidOf(input);
      await inCollection(parts, viewer, id, async (store, entered, record) => {
        await store.collections.update(entered.row.id, said);
        await record({ change: "edited", shown: said.isShown });
      });
    },

    async remove(viewer, id, removed) {
      await inCollection(parts, viewer, id, async (store, { row }, record) => {
        if ((row.removedAt !== null) === removed) return;
        await store.collections.update(id, { removedAt: removed ? clock() : null });
        if (removed) {
          for (const link of await store.collections.openLinks(id, clock())) {
            await store.collections.revokeLink(id, link.id, clock());
          }
        }
        await record({ change: removed ? "removed" : "restored" });
      });
    },

    async take(viewer, id, format) {
      const { row, standing } = await enter(viewer, id);
      const path = `/g/${row.groupId}/collections/${id}`;
      const threads = async function* () {
        for (const { text, notes } of await seenThreads(read, await (await enter(viewer, id)).standing.sources(id))) {
          for (const note of notes) {
            yield { text, groupId: row.groupId, note, root: notes[0] ?? null, answered: null, replies: 0 };
          }
        }
      };
      const pieces = writeWork(format, {
        title: row.title,
        head: {
          ...{ origin, now: clock(), zone: viewer.timeZone },
          address: `${origin}${path}/export/${format}`,
        },
        place: standing.group.name,
        notes: threads(),
      });
      return fileOf(format, row.title, pieces);
    },
  };
}

async function pageOf({ read, origin, clock }: CollectionParts, { row, standing }: Entered): Promise<CollectionPage> {
  const sources = await standing.sources(row.id);
  const seen = await seenThreads(read, sources);
  const isSeen = new Set(seen.map(({ rootId }) => rootId));
  const links = standing.mayCurate ? await read.collections.openLinks(row.id, clock()) : [];
  return {
    ...lineOf(row, seen.length),
    group: { id: row.groupId, name: standing.group.name },
    entries: shownThreads(seen, { origin, isVeiled: false }),
    lost: standing.mayCurate ? sources.entries.flatMap(({ rootId }) => (isSeen.has(rootId) ? [] : rootId)) : [],
    mayCurate: standing.mayCurate,
    links: links.map(({ id, withNames, expiresAt }) => ({ id, withNames, expiresAt })),
  };
}

function lineOf({ id, title, description, isShown, removedAt }: CollectionRow, threads: number): CollectionLine {
  return { id, title, description, isShown, removedAt, threads };
}

/** Throws Problem("invalid") with the fields. */
function saidOf({ title: typed, description: described, isShown }: CollectionInput): CollectionInput {
  const title = tidyName(typed);
  const description = tidyParagraphs(described);
  const fields: Record<string, string> = {};
  if (title === "") fields.title = words.titleMissing;
  if ([...title].length > MAX_TITLE) fields.title = words.long(MAX_TITLE);
  if ([...description].length > MAX_DESCRIPTION) fields.description = words.long(MAX_DESCRIPTION);
  if (Object.keys(fields).length > 0) throw new Problem("invalid", words.check, { fields });
  return { title, description, isShown };
}
