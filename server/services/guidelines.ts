/** A group's rules of conduct and its moderators' canned answers. */
import type { CannedAnswerService, Guideline, GuidelineService } from "#app/context/people.ts";
import { tidyParagraphs } from "#app/domain/group/fields.ts";
import { tidyName } from "#app/domain/member/name.ts";
import {
  answerKinds,
  answerVariables,
  fillAnswer,
  MAX_ANSWER_TITLE,
  MAX_ANSWER_WORDS,
  MOST_ANSWERS,
  unknownVariables,
} from "#app/domain/moderation/canned-answer.ts";
import { MAX_GUIDELINE_TITLE, MAX_GUIDELINE_WORDS, MOST_GUIDELINES } from "#app/domain/moderation/guideline.ts";
import type { Reason } from "#app/domain/moderation/reason.ts";
import type { Facts } from "#app/domain/moderation/record.ts";
import type { Verb } from "#app/domain/moderation/verb.ts";
import { can } from "#app/domain/policy/policy.ts";
import { Problem } from "#app/domain/problem.ts";
import { guidelineWords as words } from "#app/words/guidelines.ts";
import { sha256 } from "#db/repositories/moderation/record.ts";
import type { Store, Transact } from "#db/store.ts";
import { requireAction, standingIn } from "./groups-standing.ts";

type Parts = {
  readonly read: Store;
  readonly transact: Transact;
  readonly clock: () => number;
  readonly newId: () => string;
};

/** Rules that every member reads and teachers keep. */
export function makeGuidelineService({ read, transact, clock, newId }: Parts): GuidelineService {
  return {
    async open(viewer, groupId) {
      const { actor, group } = await standingIn(read, { viewer, groupId, now: clock() });
      return { guidelines: await listed(read, groupId), mayEdit: can(actor, "guideline.edit", { group }) };
    },

    async save(viewer, groupId, input) {
      const said = tidied(input, { title: MAX_GUIDELINE_TITLE, words: MAX_GUIDELINE_WORDS });
      await transact(async (store) => {
        const now = clock();
        const { actor } = await requireAction(store, { viewer, groupId, now }, "guideline.edit");
        const rules = await store.guidelines.ofGroup(groupId);
        const before = rules.find(({ id }) => id === input.id);
        if (input.id !== "" && before === undefined) throw new Problem("not-found", words.unknownRule);
        if (before === undefined && rules.length >= MOST_GUIDELINES)
          throw new Problem("invalid", words.many(MOST_GUIDELINES));
        const id = before?.id ?? newId();
        const isReworded = before === undefined || before.title !== said.title || before.words !== said.words;
        const version = (before?.version ?? 0) + (isReworded ? 1 : 0);
        const wording = {
          guidelineId: id,
          version,
          title: said.title,
          words: said.words,
          writtenBy: viewer.id,
          createdAt: now,
        };
        if (before === undefined) {
          const number = await store.guidelines.nextNumber(groupId);
          await store.guidelines.insert(
            { id, groupId, number, version, reasons: said.reasons, retiredAt: null },
            wording,
          );
        } else await store.guidelines.revise(id, said.reasons, wording);
        const after = { guideline: id, version, wording: sha256(`${said.title}\n${said.words}`) };
        await recorded(store, "guideline.save", { groupId, by: actor, now, newId, after });
      });
    },

    async retire(viewer, groupId, id) {
      await transact(async (store) => {
        const now = clock();
        const { actor } = await requireAction(store, { viewer, groupId, now }, "guideline.edit");
        const rule = (await store.guidelines.ofGroup(groupId)).find((one) => one.id === id);
        if (rule === undefined) throw new Problem("not-found", words.unknownRule);
        await store.guidelines.retire(id, now);
        await recorded(store, "guideline.save", {
          groupId,
          by: actor,
          now,
          newId,
          after: { guideline: id, version: null },
        });
      });
    },
  };
}

/** Answers that moderators of a group keep and use. */
export function makeCannedAnswerService({ read, transact, clock, newId }: Parts): CannedAnswerService {
  return {
    async list(viewer, groupId) {
      await requireAction(read, { viewer, groupId, now: clock() }, "people.read");
      const rows = await read.cannedAnswers.ofGroup(groupId);
      return rows.map(({ id, kind, title, words: said, reasons, uses }) => ({
        id,
        kind,
        title,
        words: said,
        reasons,
        uses,
      }));
    },

    async save(viewer, groupId, input) {
      if (!answerKinds.includes(input.kind)) throw new Problem("invalid", words.unknownAnswer);
      const said = tidied(input, { title: MAX_ANSWER_TITLE, words: MAX_ANSWER_WORDS });
      const [unknown] = unknownVariables(said.words);
      if (unknown !== undefined) throw invalid({ words: words.unknownVariable(unknown, variables()) });
      await transact(async (store) => {
        const now = clock();
        const { actor } = await requireAction(store, { viewer, groupId, now }, "answer.edit");
        const known = input.id === "" ? null : await store.cannedAnswers.find(groupId, input.id);
        if (input.id !== "" && known === null) throw new Problem("not-found", words.unknownAnswer);
        const isFull = known === null && (await store.cannedAnswers.ofGroup(groupId)).length >= MOST_ANSWERS;
        if (isFull) throw new Problem("invalid", words.manyAnswers(MOST_ANSWERS));
        const id = known?.id ?? newId();
        await store.cannedAnswers.put({ id, groupId, kind: input.kind, ...said, createdAt: known?.createdAt ?? now });
        const after = { answer: id, kind: input.kind, wording: sha256(said.words) };
        await recorded(store, "answer.save", { groupId, by: actor, now, newId, after });
      });
    },

    async remove(viewer, groupId, id) {
      await transact(async (store) => {
        const now = clock();
        const { actor } = await requireAction(store, { viewer, groupId, now }, "answer.edit");
        if ((await store.cannedAnswers.find(groupId, id)) === null) throw new Problem("not-found", words.unknownAnswer);
        await store.cannedAnswers.drop(id);
        await recorded(store, "answer.save", { groupId, by: actor, now, newId, after: { answer: id, kind: null } });
      });
    },

    async fill(viewer, groupId, id, values) {
      return transact(async (store) => {
        await requireAction(store, { viewer, groupId, now: clock() }, "people.read");
        const answer = await store.cannedAnswers.find(groupId, id);
        if (answer === null) throw new Problem("not-found", words.unknownAnswer);
        const filled = fillAnswer(answer.words, values, { isMarkup: answer.kind === "reply" });
        if (filled === null)
          throw new Problem("invalid", words.unknownVariable(unknownVariables(answer.words)[0] ?? "", variables()));
        await store.cannedAnswers.used(id);
        return { words: filled };
      });
    },
  };
}

const variables = (): string => answerVariables.map((name) => `{${name}}`).join(", ");

async function listed(read: Store, groupId: string): Promise<readonly Guideline[]> {
  const rules = await read.guidelines.ofGroup(groupId);
  return Promise.all(
    rules.map(async ({ id, number, version, title, words: said, reasons, createdAt }) => ({
      ...{ id, number, version, title, words: said, reasons, at: createdAt },
      earlier: (await read.guidelines.versions(id))
        .filter((one) => one.version !== version)
        .map((one) => ({ version: one.version, title: one.title, words: one.words, at: one.createdAt })),
    })),
  );
}

type Wording = { readonly title: string; readonly words: string; readonly reasons: readonly Reason[] };

/** Throws Problem("invalid") with the fields. */
function tidied(input: Wording, most: { readonly title: number; readonly words: number }): Wording {
  const [title, said] = [tidyName(input.title), tidyParagraphs(input.words)];
  if (title === "") throw invalid({ title: words.titleMissing });
  if ([...title].length > most.title) throw invalid({ title: words.long(most.title) });
  if (said === "") throw invalid({ words: words.wordsMissing });
  if ([...said].length > most.words) throw invalid({ words: words.long(most.words) });
  return { title, words: said, reasons: [...new Set(input.reasons)] };
}

function invalid(fields: Record<string, string>): Problem {
  return new Problem("invalid", words.checkForm, { fields });
}

type Recorded = {
  readonly groupId: string;
  readonly by: { readonly id: string; readonly role: string | null };
  readonly now: number;
  readonly newId: () => string;
  readonly after: Facts;
};

async function recorded(store: Store, verb: Verb, { groupId, by, now, newId, after }: Recorded): Promise<void> {
  await store.record.append({
    ...{ id: newId(), at: now, group: groupId, document: null, actor: by.id, actorRole: by.role ?? "", verb, after },
    subject: { kind: "group", id: groupId },
    ...{ revision: null, revisionHash: null, item: null, reason: null, before: {}, undoes: null, batch: null },
  });
}
