/** People as moderators see them, what is done about them, and what they see of it themselves. */
import type { PeopleService, SanctionCard } from "#app/context/people.ts";
import { MAX_SANCTION_WORDS } from "#app/domain/moderation/sanction.ts";
import { can } from "#app/domain/policy/policy.ts";
import { Problem } from "#app/domain/problem.ts";
import { sanctionWords as words } from "#app/words/sanctions.ts";
import type { Store, Transact } from "#db/store.ts";
import type { Heed } from "./annotations/events.ts";
import { type Asking, requireAction } from "./groups-standing.ts";
import type { Bench } from "./moderation/decide.ts";
import { demandBench, demandOver, judgeIn } from "./moderation/judge.ts";
import { listPeople, personCard } from "./moderation/person-card.ts";
import { recordPerson } from "./moderation/record-person.ts";
import { runBatch } from "./moderation/sanction-batch.ts";
import { cardsOf } from "./moderation/sanction-cards.ts";
import { effectsOf, orderOf } from "./moderation/sanction-order.ts";
import { acknowledge, impose, lift } from "./moderation/sanctions.ts";
import { putTextModerator } from "./moderation/text-moderators.ts";

type Parts = {
  readonly read: Store;
  readonly transact: Transact;
  /** Milliseconds since 1970. */
  readonly clock: () => number;
  /** A new ULID. */
  readonly newId: () => string;
  readonly heed?: Heed;
};

/** The service over one writer. */
export function makePeopleService({ read, transact, clock, newId, heed = async () => {} }: Parts): PeopleService {
  const hands = { transact, clock, newId, heed };
  const benchOf = (store: Store, now: number, judge: Bench["judge"]): Bench => ({
    ...{ store, now, newId, judge },
    heed: (event) => heed(store, event, { member: judge?.id ?? "", seat: "", now }),
  });
  const staffOnly = (store: Store, asking: Asking) => requireAction(store, asking, "people.read");

  return {
    async list(viewer, groupId, query) {
      const now = clock();
      await staffOnly(read, { viewer, groupId, now });
      return listPeople(read, { groupId, query, now });
    },

    async card(viewer, groupId, memberId) {
      const now = clock();
      const { actor, group } = await staffOnly(read, { viewer, groupId, now });
      return personCard(read, { viewer, actor, group, memberId, now });
    },

    async preview(viewer, groupId, input) {
      const now = clock();
      await demandBench(read, { viewer, groupId, now });
      const order = await orderOf(read, { groupId, input, now });
      const judge = await judgeIn(read, { viewer, groupId, order, now });
      await demandOver(read, judge, order);
      return effectsOf(read, order, now);
    },

    async impose(viewer, groupId, input) {
      const { id } = await transact(async (store) => {
        const now = clock();
        await demandBench(store, { viewer, groupId, now });
        const order = await orderOf(store, { groupId, input, now });
        const judge = await judgeIn(store, { viewer, groupId, order, now });
        await demandOver(store, judge, order);
        return impose(benchOf(store, now, { id: judge.id, role: judge.as }), order);
      });
      const { changed } = await runBatch(hands, id);
      return { sanction: id, hidden: changed };
    },

    async lift(viewer, groupId, sanctionId, input) {
      const toMember = input.toMember.trim();
      if ([...toMember].length > MAX_SANCTION_WORDS) throw new Problem("invalid", words.tooLong(MAX_SANCTION_WORDS));
      await transact(async (store) => {
        const now = clock();
        await demandBench(store, { viewer, groupId, now });
        const sanction = await store.sanctions.find(sanctionId);
        const isHere = sanction !== null && (sanction.groupId === groupId || sanction.groupId === null);
        const order = isHere
          ? { ...sanction, member: sanction.memberId, group: groupId, document: sanction.documentId }
          : null;
        const judge = await judgeIn(store, { viewer, groupId, order, now });
        if (sanction === null || order === null) throw new Problem("not-found", words.unknown);
        await demandOver(store, judge, order);
        await lift(benchOf(store, now, { id: judge.id, role: judge.as }), sanction, { ...input, toMember });
      });
      const { changed, skipped } = await runBatch(hands, sanctionId);
      return { restored: changed, skipped };
    },

    async addNote(viewer, groupId, memberId, typed) {
      const said = typed.trim();
      if (said === "") throw new Problem("invalid", words.noteMissing, { fields: { words: words.noteMissing } });
      if ([...said].length > MAX_SANCTION_WORDS) throw new Problem("invalid", words.tooLong(MAX_SANCTION_WORDS));
      await transact(async (store) => {
        const now = clock();
        await staffOnly(store, { viewer, groupId, now });
        if ((await store.memberships.find(groupId, memberId)) === null)
          throw new Problem("not-found", words.unknownMember);
        await store.people.addNote({
          id: newId(),
          groupId,
          memberId,
          authorId: viewer.id,
          words: said,
          createdAt: now,
        });
      });
    },

    async dropNote(viewer, groupId, noteId) {
      await transact(async (store) => {
        await staffOnly(store, { viewer, groupId, now: clock() });
        if (!(await store.people.dropNote(groupId, noteId, viewer.id))) throw new Problem("not-found", words.unknown);
      });
    },

    async delegate(viewer, groupId, { member, document, on }) {
      await transact(async (store) => {
        const now = clock();
        const { actor } = await requireAction(store, { viewer, groupId, now }, "text.delegate");
        const text = await store.documents.find(document);
        if (text?.groupId !== groupId) throw new Problem("not-found", words.unknownText);
        const role = await store.memberships.roleOf(groupId, member);
        if (role === null) throw new Problem("not-found", words.unknownMember);
        // Somebody who has rank anyway needs no text, and a teacher gives or takes nothing from a teacher.
        if (!can(actor, "member.promote", { member: { id: member, role }, role: "observer" })) {
          throw new Problem("forbidden", words.rank);
        }
        const bench = { store, now, newId, judge: { id: actor.id, role: actor.role ?? "" } };
        if (!(await putTextModerator(bench, { group: groupId, document, member, on }))) return;
        await recordPerson(bench, "member.scope", {
          ...{ group: groupId, document, member },
          before: { moderates: !on },
          after: { moderates: on },
        });
      });
    },

    async own(viewer) {
      const cards = await cardsOf(read, await read.sanctions.ofMember(viewer.id), clock());
      return cards.map((card): SanctionCard => ({ ...card, imposedBy: null }));
    },

    async acknowledge(viewer, sanctionId) {
      await transact(async (store) => {
        const sanction = await store.sanctions.find(sanctionId);
        if (sanction?.memberId !== viewer.id) throw new Problem("not-found", words.unknown);
        await acknowledge(benchOf(store, clock(), null), sanction);
      });
    },
  };
}
