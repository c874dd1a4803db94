/** Links under which a member shows their own words to whoever has them: they expire, can be taken back, and are stored as hashes. */
import type { WorkLink, WorkService } from "#app/context/work.ts";
import { Problem } from "#app/domain/problem.ts";
import { workOrders, workShows } from "#app/domain/work/work-choice.ts";
import { workWords } from "#app/words/work.ts";
import type { WorkLinkRow } from "#db/repositories/work.ts";
import { standingInGroup } from "../rights.ts";
import { type SeenWork, seenWork, type WorkGroup } from "./seen-work.ts";
import { listWork } from "./work-page.ts";
import type { WorkParts } from "./work-parts.ts";

const DAY = 24 * 60 * 60 * 1000;
/** Days for which a link can be good. */
const MOST_DAYS = 180;
/** Links of one member in one group at a time. */
const MOST_LINKS = 20;

const words = workWords.share;

/** The part of the service that is about links. */
export function makeWorkLinks(parts: WorkParts): Pick<WorkService, "links" | "share" | "unshare" | "shared"> {
  const { read, transact, clock, newId, secrets, origin } = parts;
  return {
    async links(viewer, groupId) {
      await requireGroup(parts, viewer.id, groupId);
      const rows = await read.work.openLinks(viewer.id, groupId, clock());
      return Promise.all(rows.map((row) => linkOf(parts, row)));
    },

    async share(viewer, groupId, { choice, days, withPrivate }) {
      if (!Number.isInteger(days) || days < 1 || days > MOST_DAYS) {
        throw new Problem("invalid", words.daysWrong, { fields: { days: words.daysWrong } });
      }
      if (!workOrders.includes(choice.order) || !workShows.includes(choice.show))
        throw new Problem("invalid", words.unknown);
      const token = secrets.token();
      const now = clock();
      await transact(async (store) => {
        await requireGroup({ ...parts, read: store }, viewer.id, groupId);
        const open = await store.work.openLinks(viewer.id, groupId, now);
        if (open.length >= MOST_LINKS) throw new Problem("conflict", words.tooMany(MOST_LINKS));
        await store.work.addLink({
          ...{ id: newId(), memberId: viewer.id, groupId, choice, withPrivate },
          tokenHash: secrets.digest(token),
          createdAt: now,
          expiresAt: now + days * DAY,
        });
      });
      return { link: `${origin}/portfolio/shared/${token}` };
    },

    async unshare(viewer, groupId, linkId) {
      await transact(async (store) => {
        await requireGroup({ ...parts, read: store }, viewer.id, groupId);
        if (!(await store.work.revokeLink(viewer.id, linkId, clock()))) throw new Problem("not-found", words.unknown);
      });
    },

    async shared(token, from) {
      const now = clock();
      const link = await read.work.linkByHash(secrets.digest(token));
      if (link === null || link.revokedAt !== null || link.expiresAt <= now) throw gone();
      // With the membership ends what it gave: the member could not read these texts any more, nor does their link.
      const group = await groupOf(parts, link.memberId, link.groupId);
      const member = await read.members.byId(link.memberId);
      if (group === null || member === null) throw gone();
      const seen = await seenWork(read, { reader: member.id, member: member.id, now }, [group]);
      const listed = await listWork({ read, origin, isBare: true }, forLink(seen, link), { ...link.choice, from });
      const { id, name, pronouns, hue, picture } = member;
      const profile = { id, name, pronouns, hue, picture };
      return {
        member: profile,
        role: null,
        isSelf: false,
        group,
        choice: link.choice,
        expiresAt: link.expiresAt,
        ...listed,
      };
    },
  };
}

const gone = () => new Problem("gone", workWords.shared.gone);

/** Only what everybody in the group may read, and what the member chose to add of their own desk. */
function forLink(seen: SeenWork, { withPrivate }: WorkLinkRow): SeenWork {
  return {
    ...seen,
    rows: seen.rows.filter(({ status, isPrivate }) => status === "published" && (withPrivate || !isPrivate)),
  };
}

async function linkOf({ read }: WorkParts, row: WorkLinkRow): Promise<WorkLink> {
  const { id, choice, withPrivate, createdAt, expiresAt } = row;
  const text = choice.text === null ? null : ((await read.documents.find(choice.text))?.title ?? null);
  return { id, choice, text, withPrivate, createdAt, expiresAt };
}

/** The group in which somebody is a member now; null for everybody else. */
export async function groupOf(
  { read, clock }: WorkParts,
  memberId: string,
  groupId: string,
): Promise<WorkGroup | null> {
  const standing = await standingInGroup(read, { memberId, groupId, now: clock() });
  return standing === null ? null : { id: standing.group.id, name: standing.group.name };
}

/** The same; throws Problem("not-found"). */
export async function requireGroup(parts: WorkParts, memberId: string, groupId: string): Promise<WorkGroup> {
  const group = await groupOf(parts, memberId, groupId);
  if (group === null) throw new Problem("not-found", workWords.unknown);
  return group;
}
