/** Following and muting: only what the viewer may know of can be spoken of. */
import type { NewsService } from "#app/context/news.ts";
import type { Viewer } from "#app/context/viewer.ts";
import { followLevels, followSubjects } from "#app/domain/news/news.ts";
import { Problem } from "#app/domain/problem.ts";
import { newsWords } from "#app/words/news.ts";
import type { Followed } from "#db/repositories/follows.ts";
import type { Store, Transact } from "#db/store.ts";
import { sightFor, standingIn, standingInGroup } from "../rights.ts";

/** The verbs over what a member follows. */
export function makeFollowing({
  read,
  transact,
  clock,
}: {
  readonly read: Store;
  readonly transact: Transact;
  readonly clock: () => number;
}): Pick<NewsService, "following" | "follow"> {
  return {
    async following(viewer, groupId) {
      const standing = await standingInGroup(read, { memberId: viewer.id, groupId, now: clock() });
      if (standing === null) throw unknown();
      return read.follows.of(viewer.id, groupId);
    },
    async follow(viewer, { kind, id, group }, level) {
      if (!followSubjects.includes(kind) || (level !== null && !followLevels.includes(level))) throw unknown();
      await transact(async (store) => {
        const now = clock();
        const subject = { kind, id, group };
        if (!(await isKnown(store, viewer, subject, now))) throw unknown();
        await store.follows.set(viewer.id, subject, level, now);
      });
    },
  };
}

const unknown = (): Problem => new Problem("not-found", newsWords.unknown);

/** True for the viewer's own group, its texts, threads that they see, and everybody else in it. */
async function isKnown(store: Store, viewer: Viewer, { kind, id, group }: Followed, now: number): Promise<boolean> {
  const memberId = viewer.id;
  switch (kind) {
    case "group":
      return id === group && (await standingInGroup(store, { memberId, groupId: group, now })) !== null;
    case "document":
      return (await standingIn(store, { memberId, documentId: id, now }))?.group.id === group;
    case "thread": {
      const note = await store.annotations.find(id);
      if (note === null || note.parent !== null || note.group !== group) return false;
      const standing = await standingIn(store, { memberId, documentId: note.document, now });
      return standing !== null && sightFor(standing, note, await store.annotations.answersTo(note)) !== "nothing";
    }
    case "member": {
      const standing = await standingInGroup(store, { memberId, groupId: group, now });
      return standing !== null && id !== memberId && (await store.memberships.roleOf(group, id)) !== null;
    }
  }
}
