/** Leaving: with all that is one's own, and for good after a grace in which signing in brings everything back. */
import type { EndingService } from "#app/context/ending.ts";
import { fileName } from "#app/domain/export/file-name.ts";
import { DELETION_GRACE, deletionChoices } from "#app/domain/member/factors.ts";
import { Problem } from "#app/domain/problem.ts";
import { factorsWords } from "#app/words/factors.ts";
import { mailWords } from "#app/words/mail.ts";
import { takingWords } from "#app/words/taking.ts";
import { timeWords } from "#app/words/time.ts";
import type { AccountDependencies } from "./accounts-dependencies.ts";
import { obstaclesOf, requireNone } from "./ending/obstacles.ts";
import { writeOwnData } from "./ending/own-data.ts";
import { inChunks } from "./exports/file.ts";
import { memberNow } from "./factors/changes.ts";
import { requireFresh } from "./fresh.ts";

export function makeEndingService({
  read,
  transact,
  clock,
  post,
  origin,
}: Pick<AccountDependencies, "read" | "transact" | "clock" | "post" | "origin">): EndingService {
  return {
    obstacles: (viewer) => obstaclesOf(read, viewer),

    async request(viewer, choice) {
      requireFresh(viewer, clock());
      if (!deletionChoices.includes(choice)) throw new Problem("invalid", factorsWords.unknown);
      return transact(async (store) => {
        const member = await memberNow(store, viewer);
        requireNone(await obstaclesOf(store, member));
        const requestedAt = clock();
        const dueAt = requestedAt + DELETION_GRACE;
        await store.deletions.request({ memberId: viewer.id, choice, requestedAt, dueAt });
        await store.sessions.deleteOfMember(viewer.id, null);
        for (const kind of ["reset", "email"] as const) await store.tokens.forget(kind, viewer.id);
        store.effect({ kind: "rights", members: [viewer.id] });
        await post.write(store, member, () =>
          mailWords.accountEnds(member.name, sayDay(dueAt, member.timeZone), `${origin}/sign-in`),
        );
        return dueAt;
      });
    },

    async data(viewer) {
      requireFresh(viewer, clock());
      const pieces = writeOwnData({ read, origin, now: clock() }, viewer);
      const name = fileName(viewer.name, "json", takingWords.file.fallback);
      return { name, mediaType: "application/json; charset=utf-8", chunks: inChunks(pieces) };
    },
  };
}

/** A day in the language of the moment, such as "3 February 2026". */
function sayDay(at: number, timeZone: string): string {
  return new Intl.DateTimeFormat(timeWords.locale, { dateStyle: "long", timeZone }).format(at);
}
