import type { Viewer } from "#app/context/viewer.ts";
import type {
  GroupKind,
  KindInput,
  TagInput,
  VocabularyPage,
  VocabularyService,
  VocabularyTag,
} from "#app/context/vocabulary.ts";
import { colours, MAX_TAG } from "#app/domain/annotation/annotation.ts";
import { isLongTag, tagKey, tidyTag } from "#app/domain/annotation/tag.ts";
import { tidyName } from "#app/domain/member/name.ts";
import { can } from "#app/domain/policy/policy.ts";
import { Problem } from "#app/domain/problem.ts";
import { vocabularyWords as words } from "#app/words/vocabulary.ts";
import type { TagChange } from "#db/repositories/tag-changes.ts";
import type { KindRecord, TagRecord } from "#db/repositories/tags.ts";
import type { Store, Transact } from "#db/store.ts";
import { requireAction } from "./groups-standing.ts";
import { standingInGroup } from "./rights.ts";
import { renameOnNotes } from "./vocabulary/rename-on-notes.ts";
import { changeTag, undoTagChange } from "./vocabulary/tag-changes.ts";

/** Code points of what a tag or kind means. */
const MAX_MEANING = 200;
/** A vocabulary that nobody can keep in mind is none; free tags are not counted. */
const MOST_TAGS = 100;
const MOST_KINDS = 20;
const CHANGES_SHOWN = 5;

/** The service; `clock` in milliseconds since 1970, `newId` a ULID. */
export function makeVocabularyService({
  read,
  transact,
  clock,
  newId,
}: {
  readonly read: Store;
  readonly transact: Transact;
  readonly clock: () => number;
  readonly newId: () => string;
}): VocabularyService {
  const edit = <T>(
    viewer: Parameters<VocabularyService["open"]>[0],
    groupId: string,
    work: (store: Store) => Promise<T>,
  ) =>
    transact(async (store) => {
      await requireAction(store, { viewer, groupId, now: clock() }, "group.vocabulary");
      return work(store);
    });
  const hands = { transact, clock, newId };
  const admit = (viewer: Viewer, groupId: string) => async (store: Store) =>
    (await requireAction(store, { viewer, groupId, now: clock() }, "group.vocabulary")).actor;
  return {
    async open(viewer, groupId) {
      const standing = await standingInGroup(read, { memberId: viewer.id, groupId, now: clock() });
      if (standing === null) throw new Problem("not-found", words.unknownGroup);
      return pageOf(read, groupId, can(standing.actor, "group.vocabulary", { group: standing.group }));
    },

    async addTag(viewer, groupId, input) {
      const tag = tagOf(input);
      await edit(viewer, groupId, async (store) => {
        const tags = await store.tags.ofGroup(groupId);
        if (tags.some(({ key, isListed }) => key === tag.key && isListed))
          throw new Problem("conflict", words.tagThere);
        if (tags.filter(({ isListed }) => isListed).length >= MOST_TAGS)
          throw new Problem("invalid", words.manyTags(MOST_TAGS));
        await store.tagChanges.dropAlias(groupId, tag.key);
        await store.tags.put(groupId, tag, clock());
      });
      await renameOnNotes(transact, { groupId, key: tag.key, name: tag.name, change: null });
    },

    async editTag(viewer, groupId, key, input) {
      const tag = tagOf(input);
      const to = async (store: Store) => {
        const there = (await store.tags.known(groupId, [tag.key])).get(tag.key);
        if (tag.key !== key && there?.isListed === true) throw new Problem("conflict", words.tagThere);
        return tag;
      };
      await changeTag(hands, admit(viewer, groupId), { groupId, kind: "rename", from: key, to });
    },

    async mergeTags(viewer, groupId, { from, into }) {
      const to = async (store: Store) => {
        const tag = (await store.tags.known(groupId, [into])).get(into);
        if (tag === undefined) throw new Problem("not-found", words.unknownTag);
        if (from === into) throw new Problem("invalid", words.sameTag);
        return tag;
      };
      await changeTag(hands, admit(viewer, groupId), { groupId, kind: "merge", from, to });
    },

    undoTagChange: (viewer, groupId, change) => undoTagChange(hands, admit(viewer, groupId), groupId, change),

    async retireTag(viewer, groupId, key) {
      await edit(viewer, groupId, async (store) => {
        const tag = (await store.tags.known(groupId, [key])).get(key);
        if (tag === undefined) throw new Problem("not-found", words.unknownTag);
        if (await store.tags.isUsed(groupId, key)) await store.tags.put(groupId, { ...tag, isListed: false }, clock());
        else await store.tags.drop(groupId, key);
      });
    },

    async addKind(viewer, groupId, input) {
      const id = newId();
      const said = kindOf(input);
      await edit(viewer, groupId, async (store) => {
        const kinds = (await store.kinds.ofGroup(groupId)).filter(({ retiredAt }) => retiredAt === null);
        if (kinds.length >= MOST_KINDS) throw new Problem("invalid", words.manyKinds(MOST_KINDS));
        await store.kinds.insert(groupId, { id, ...said, retiredAt: null }, clock());
      });
      return { id };
    },

    async editKind(viewer, groupId, kindId, input) {
      const said = kindOf(input);
      await edit(viewer, groupId, async (store) => {
        await demandKind(store, groupId, kindId);
        await store.kinds.update(groupId, kindId, said);
      });
    },

    async retireKind(viewer, groupId, kindId, retired) {
      await edit(viewer, groupId, async (store) => {
        const { retiredAt } = await demandKind(store, groupId, kindId);
        await store.kinds.update(groupId, kindId, { retiredAt: retired ? (retiredAt ?? clock()) : null });
      });
    },
  };
}

/** The tags that the group keeps, for a page on which notes are written; by key. */
export async function listedTags(read: Store, groupId: string): Promise<readonly VocabularyTag[]> {
  return (await read.tags.ofGroup(groupId)).filter(({ isListed }) => isListed).map(tagShown);
}

/** The group's own kinds, retired ones too, since notes keep them. */
export async function groupKinds(read: Store, groupId: string): Promise<readonly GroupKind[]> {
  const kinds = await read.kinds.ofGroup(groupId);
  return kinds.map(({ id, name, meaning, retiredAt }) => ({ id, name, meaning, isRetired: retiredAt !== null }));
}

async function pageOf(read: Store, groupId: string, mayEdit: boolean): Promise<VocabularyPage> {
  const tags = await read.tags.ofGroup(groupId);
  return {
    tags: tags.filter(({ isListed }) => isListed).map(tagShown),
    freeTags: mayEdit ? tags.filter(({ isListed }) => !isListed).map(tagShown) : [],
    kinds: await groupKinds(read, groupId),
    changes: mayEdit ? (await read.tagChanges.latest(groupId, CHANGES_SHOWN)).map(changeShown) : [],
    mayEdit,
  };
}

function changeShown({ id, kind, former, toName, at }: TagChange): VocabularyPage["changes"][number] {
  return { id, kind, from: former.name, to: toName, at };
}

function tagShown({ key, name, colour, meaning }: TagRecord): VocabularyTag {
  return { key, name, colour, meaning };
}

async function demandKind(store: Store, groupId: string, kindId: string): Promise<KindRecord> {
  const kind = (await store.kinds.ofGroup(groupId)).find(({ id }) => id === kindId);
  if (kind === undefined) throw new Problem("not-found", words.unknownKind);
  return kind;
}

/** Throws Problem("invalid") with the fields. */
function tagOf({ name, colour, meaning }: TagInput): TagRecord {
  const said = tidied(tidyTag(name), meaning);
  if (colour !== null && !colours.includes(colour)) throw new Problem("invalid", words.unknownColour);
  const key = tagKey(said.name);
  if (key === "") throw invalid({ name: words.nameMissing });
  return { key, ...said, colour, isListed: true };
}

/** Throws Problem("invalid") with the fields. */
function kindOf({ name, meaning }: KindInput): { readonly name: string; readonly meaning: string } {
  return tidied(tidyName(name), meaning);
}

function tidied(name: string, typedMeaning: string): { readonly name: string; readonly meaning: string } {
  const meaning = tidyName(typedMeaning);
  if (name === "") throw invalid({ name: words.nameMissing });
  if (isLongTag(name)) throw invalid({ name: words.nameLong(MAX_TAG) });
  if ([...meaning].length > MAX_MEANING) throw invalid({ meaning: words.meaningLong(MAX_MEANING) });
  return { name, meaning };
}

function invalid(fields: Record<string, string>): Problem {
  return new Problem("invalid", words.checkForm, { fields });
}
