/** What a member wrote, in its context: as far as whoever looks may see it. */

import type { Viewer } from "#app/context/viewer.ts";
import type { WorkOf, WorkPage, WorkService } from "#app/context/work.ts";
import { Problem } from "#app/domain/problem.ts";
import { workFields } from "#app/domain/work/work-choice.ts";
import { takingWords } from "#app/words/taking.ts";
import { workWords } from "#app/words/work.ts";
import { fileOf } from "./exports/file.ts";
import { inContext, type NoteInContext } from "./work/in-context.ts";
import { chosenRows, seenWork, type WorkGroup } from "./work/seen-work.ts";
import { writeWork } from "./work/work-file.ts";
import { groupOf, makeWorkLinks, requireGroup } from "./work/work-links.ts";
import { listWork } from "./work/work-page.ts";
import type { WorkParts } from "./work/work-parts.ts";

/** Notes that are read in one turn for a file. */
const NOTES_AT_ONCE = 50;

export function makeWorkService(parts: WorkParts): WorkService {
  const { read, clock, origin } = parts;
  return {
    ...makeWorkLinks(parts),

    async open(viewer, of, choice) {
      const { groups, subject } = await admit(parts, viewer, of);
      const seen = await seenWork(read, { reader: viewer.id, member: of.member, now: clock() }, groups);
      return { ...subject, ...(await listWork({ read, origin, isBare: false }, seen, choice)) };
    },

    async take(viewer, of, { format, withPrivate, ...choice }) {
      const { subject } = await admit(parts, viewer, of);
      const title = takingWords.file.notesBy(subject.member.name);
      const path = of.group === null ? "/portfolio" : `/g/${of.group}/portfolio/${of.member}`;
      const asked = new URLSearchParams({ ...workFields(choice), ...(withPrivate ? { private: "1" } : {}) }).toString();
      const pieces = writeWork(format, {
        title,
        head: {
          ...{ origin, now: clock(), zone: viewer.timeZone },
          address: `${origin}${path}/export/${format}${asked === "" ? "" : `?${asked}`}`,
        },
        place: subject.group?.name ?? workWords.all,
        notes: allOf(parts, viewer, of, { ...choice, withPrivate }),
      });
      return fileOf(format, title, pieces);
    },
  };
}

type Taking = Parameters<typeof chosenRows>[1] & { readonly withPrivate: boolean };

/** What is chosen, some at a time; rights are asked again before each, since a download may take minutes. */
async function* allOf(parts: WorkParts, viewer: Viewer, of: WorkOf, choice: Taking): AsyncGenerator<NoteInContext> {
  const look = async () => {
    const { groups } = await admit(parts, viewer, of);
    return seenWork(parts.read, { reader: viewer.id, member: of.member, now: parts.clock() }, groups);
  };
  const wanted = chosenRows(await look(), choice).filter(({ isPrivate }) => choice.withPrivate || !isPrivate);
  for (let from = 0; from < wanted.length; from += NOTES_AT_ONCE) {
    yield* await inContext(parts.read, await look(), wanted.slice(from, from + NOTES_AT_ONCE));
  }
}

type Admitted = {
  readonly groups: readonly WorkGroup[];
  readonly subject: Pick<WorkPage, "member" | "role" | "isSelf" | "group">;
};

/** Throws Problem("not-found") for strangers and about strangers. */
async function admit(
  parts: WorkParts,
  viewer: Viewer,
  { group: groupId, member: memberId }: WorkOf,
): Promise<Admitted> {
  const isSelf = viewer.id === memberId;
  const unknown = () => new Problem("not-found", workWords.unknown);
  const member = await parts.read.members.byId(memberId);
  if (member === null) throw unknown();
  const { id, name, pronouns, hue, picture } = member;
  const profile = { id, name, pronouns, hue, picture };
  if (groupId === null) {
    if (!isSelf) throw unknown();
    return { groups: await ownGroups(parts, viewer.id), subject: { member: profile, role: null, isSelf, group: null } };
  }
  const group = await requireGroup(parts, viewer.id, groupId);
  const membership = await parts.read.memberships.find(groupId, memberId);
  if (membership === null) throw unknown();
  const role = membership.leftAt === null ? membership.role : null;
  return { groups: [group], subject: { member: profile, role, isSelf, group } };
}

async function ownGroups(parts: WorkParts, memberId: string): Promise<readonly WorkGroup[]> {
  const memberships = await parts.read.memberships.ofMember(memberId);
  const groups = await Promise.all(memberships.map(({ groupId }) => groupOf(parts, memberId, groupId)));
  return groups.flatMap((group) => group ?? []);
}
