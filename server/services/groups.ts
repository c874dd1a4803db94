import type { GroupCard, GroupService } from "#app/context/groups.ts";
import {
  isColour,
  MAX_COLOUR_NAME,
  MAX_DESCRIPTION,
  MAX_GROUP_NAME,
  tidyParagraphs,
} from "#app/domain/group/fields.ts";
import { DELETION_GRACE } from "#app/domain/group/group.ts";
import { tidyName } from "#app/domain/member/name.ts";
import { type Action, abilities } from "#app/domain/policy/policy.ts";
import { Problem } from "#app/domain/problem.ts";
import { groupsWords } from "#app/words/groups.ts";
import { siteCareWords } from "#app/words/site-care.ts";
import type { GroupCardRecord } from "#db/repositories/groups.ts";
import { makeInvitations } from "./groups-invitations.ts";
import { makeMembers } from "./groups-members.ts";
import { type GroupDependencies, requireAction } from "./groups-standing.ts";
import { refusalToEnter } from "./moderation/refusal.ts";

/** What a group's pages show or hide. An ability to invite means: at least an observer. */
const asked = [
  "group.edit",
  "group.archive",
  "group.delete",
  "group.transfer",
  "group.invite",
  "queue.open",
  "group.leave",
  "document.add",
] as const satisfies readonly Action[];

/** Groups, who is in them, and ways into them. */
export function makeGroupService(dependencies: GroupDependencies): GroupService {
  return { ...makeGroups(dependencies), ...makeMembers(dependencies), ...makeInvitations(dependencies) };
}

type Groups = Pick<GroupService, "list" | "create" | "open" | "edit" | "archive" | "showRecord" | "remove">;

function makeGroups({ read, transact, clock, newId, foundedBy }: GroupDependencies): Groups {
  return {
    async list(viewer) {
      return (await read.groups.cardsOf(viewer.id)).map(cardOf);
    },

    async create(viewer, input) {
      if ((await foundedBy()) === "administrators" && !viewer.isAdmin) {
        throw new Problem("forbidden", siteCareWords.noFounding);
      }
      const fields = tidyFields(input);
      const id = newId();
      const now = clock();
      await transact(async (store) => {
        const refusal = await refusalToEnter(store, viewer.id, { group: id, document: null, now });
        if (refusal !== null) throw refusal;
        await store.groups.insert({ id, ...fields, colourNames: {}, createdAt: now });
        await store.memberships.admit({ groupId: id, memberId: viewer.id, role: "owner", joinedAt: now });
        await store.audiences.found({ groupId: id, now, newId });
        await store.audiences.admit({ groupId: id, memberId: viewer.id, role: "owner", now, newId });
      });
      return { id };
    },

    async open(viewer, groupId) {
      const card = await read.groups.cardOf(viewer.id, groupId);
      if (card === null) throw new Problem("not-found", groupsWords.unknown);
      const refusal = await refusalToEnter(read, viewer.id, { group: groupId, document: null, now: clock() });
      if (refusal !== null) throw refusal;
      const actor = { id: viewer.id, role: card.role, isAdmin: viewer.isAdmin };
      return {
        ...cardOf(card),
        colourNames: card.colourNames,
        recordShown: card.recordShown,
        abilities: abilities(actor, asked, { group: card, role: "observer" }),
      };
    },

    async edit(viewer, groupId, input) {
      const fields = tidyFields(input);
      const colourNames = tidyColourNames(input.colourNames);
      await transact(async (store) => {
        await requireAction(store, { viewer, groupId, now: clock() }, "group.edit");
        await store.groups.update(groupId, { ...fields, colourNames });
      });
    },

    async showRecord(viewer, groupId, to) {
      await transact(async (store) => {
        await requireAction(store, { viewer, groupId, now: clock() }, "group.edit");
        await store.groups.update(groupId, { recordShown: to });
      });
    },

    async archive(viewer, groupId, archived) {
      await transact(async (store) => {
        const { group } = await requireAction(store, { viewer, groupId, now: clock() }, "group.archive");
        // A second click keeps the first time.
        await store.groups.update(groupId, { archivedAt: archived ? (group.archivedAt ?? clock()) : null });
        store.effect({ kind: "rights", groups: [groupId] });
      });
    },

    async remove(viewer, groupId, wanted) {
      await transact(async (store) => {
        const { group } = await requireAction(store, { viewer, groupId, now: clock() }, "group.delete");
        const deleteAfter = wanted ? (group.deleteAfter ?? clock() + DELETION_GRACE) : null;
        await store.groups.update(groupId, { deleteAfter });
        store.effect({ kind: "rights", groups: [groupId] });
      });
    },
  };
}

function cardOf(record: GroupCardRecord): GroupCard {
  const { id, name, description, role, members, texts, notes, archivedAt, deleteAfter } = record;
  return { id, name, description, role, members, texts, notes, archivedAt, deleteAfter };
}

/** Throws Problem("invalid") with the fields. */
function tidyFields(input: { name: string; description: string }): { name: string; description: string } {
  const name = tidyName(input.name);
  const description = tidyParagraphs(input.description);
  const fields: Record<string, string> = {};
  if (name === "") fields.name = groupsWords.nameMissing;
  if ([...name].length > MAX_GROUP_NAME) fields.name = groupsWords.nameLong;
  if ([...description].length > MAX_DESCRIPTION) fields.description = groupsWords.descriptionLong;
  if (Object.keys(fields).length > 0) throw new Problem("invalid", groupsWords.checkForm, { fields });
  return { name, description };
}

/** An empty name gives a colour its own name back. Throws Problem("invalid"). */
function tidyColourNames(given: Readonly<Record<string, string>>): Record<string, string> {
  const named = Object.entries(given).map(([colour, name]) => [colour, tidyName(name)] as const);
  for (const [colour, name] of named) {
    if (!isColour(colour)) throw new Problem("invalid", groupsWords.colourUnknown);
    if ([...name].length > MAX_COLOUR_NAME) throw new Problem("invalid", groupsWords.colourNameLong);
  }
  return Object.fromEntries(named.filter(([, name]) => name !== ""));
}
