/** Which letters members get, and the queue as those who run the site see it. */
import type { LetterService } from "#app/context/letters.ts";
import type { Viewer } from "#app/context/viewer.ts";
import { type LetterChoices, type Stop, stoppedKinds, stopSchema, withDefaults } from "#app/domain/news/letter.ts";
import { letterFrequencies, newsKinds } from "#app/domain/news/news.ts";
import { Problem } from "#app/domain/problem.ts";
import { lettersWords } from "#app/words/letters.ts";
import type { LetterRow } from "#db/repositories/letters.ts";
import type { Store } from "#db/store.ts";
import type { AccountDependencies } from "./accounts-dependencies.ts";
import { requireAdmin } from "./admin.ts";
import { takeBack } from "./letters/still-goes.ts";

/** Rows on the page of the queue; who has more of them has one trouble, not many. */
const MOST_SHOWN = 200;

/** The service; `clock` in milliseconds. */
export function makeLetterService(
  dependencies: Pick<AccountDependencies, "read" | "transact" | "clock" | "secrets">,
): LetterService {
  const { read, transact, clock, secrets } = dependencies;

  const linkIn = async (store: Store, token: string): Promise<{ memberId: string; stop: Stop } | null> => {
    const found = await store.tokens.find(secrets.digest(token), "letters", clock());
    return found?.memberId == null
      ? null
      : { memberId: found.memberId, stop: stopSchema.parse(JSON.parse(found.payload)) };
  };
  const goodLinkIn = async (store: Store, token: string): Promise<{ memberId: string; stop: Stop }> => {
    const link = await linkIn(store, token);
    if (link === null) throw new Problem("gone", lettersWords.linkGone);
    return link;
  };
  const change = (viewer: Viewer, id: string, work: (store: Store, letter: LetterRow) => Promise<void>) =>
    transact(async (store) => {
      await requireAdmin(store, viewer);
      const letter = await store.letters.find(id);
      if (letter === null || letter.state === "sent") throw new Problem("not-found", lettersWords.letterUnknown);
      await work(store, letter);
    });

  return {
    async choices(viewer) {
      return withDefaults(await read.letterChoices.of(viewer.id));
    },

    async choose(viewer, choices) {
      requireChoices(choices);
      await transact((store) => putAll(store, viewer.id, choices));
    },

    async byLink(token) {
      const link = await linkIn(read, token);
      if (link === null) return null;
      const choices = withDefaults(await read.letterChoices.of(link.memberId));
      return { frequency: link.stop.frequency, stops: stoppedKinds(link.stop, choices), choices };
    },

    async stop(token) {
      await transact(async (store) => {
        const { memberId, stop } = await goodLinkIn(store, token);
        const choices = withDefaults(await store.letterChoices.of(memberId));
        for (const kind of stoppedKinds(stop, choices)) await store.letterChoices.put(memberId, kind, "never");
      });
    },

    async chooseByLink(token, choices) {
      requireChoices(choices);
      await transact(async (store) => {
        const { memberId } = await goodLinkIn(store, token);
        await putAll(store, memberId, choices);
      });
    },

    async queue(viewer) {
      await requireAdmin(read, viewer);
      const counts = await read.letters.counts();
      return {
        waiting: counts.waiting,
        givenUp: counts["given-up"],
        letters: (await read.letters.unsent(MOST_SHOWN)).flatMap(({ state, isNews, ...letter }) =>
          state === "sent" ? [] : [{ ...letter, state, about: isNews ? "news" : "account" }],
        ),
      };
    },

    async tryAgain(viewer, letterId) {
      await change(viewer, letterId, async (store, letter) => {
        if (letter.news.length > 0) return takeBack(store, letter);
        await store.letters.revive(letter.id, clock());
        store.effect({ kind: "letters" });
      });
    },

    async drop(viewer, letterId) {
      await change(viewer, letterId, (store, { id }) => store.letters.remove(id));
    },
  };
}

async function putAll(store: Store, memberId: string, choices: LetterChoices): Promise<void> {
  for (const kind of newsKinds) await store.letterChoices.put(memberId, kind, choices[kind]);
}

/** Throws Problem("invalid") for what no form of ours sends. */
function requireChoices(choices: LetterChoices): void {
  const isGood = newsKinds.every((kind) => letterFrequencies.includes(choices[kind]));
  if (!isGood) throw new Problem("invalid", lettersWords.choiceUnknown);
}
