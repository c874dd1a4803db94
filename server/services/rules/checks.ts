/** The outside check of a group: its owners say where notes are sent, so only they change it. */
import type { RulesService } from "#app/context/rules.ts";
import { fallbacks } from "#app/domain/moderation/rules/rule.ts";
import { Problem } from "#app/domain/problem.ts";
import { urlOf } from "#app/domain/url.ts";
import { rulesWords } from "#app/words/rules.ts";
import type { Edit } from "../rules.ts";
import { digestOf, ROTATION } from "./secret.ts";

const words = rulesWords.form.problems;

/** Milliseconds that an author may be kept waiting. */
const [SHORTEST, LONGEST] = [200, 5_000];
/** UTF-16 code units. */
const LONGEST_URL = 500;

/** The verbs of the service that concern the outside check. */
export function makeCheckVerbs({
  edit,
  newSecret,
}: {
  readonly edit: Edit;
  readonly newSecret: () => string;
}): Pick<RulesService, "setCheck" | "renewSecret" | "dropCheck"> {
  return {
    async setCheck(viewer, groupId, { url: typed, isOn, timeLimit, whenItFails }) {
      const url = addressFrom(typed);
      const isLimit = Number.isSafeInteger(timeLimit) && timeLimit >= SHORTEST && timeLimit <= LONGEST;
      if (!isLimit) throw invalid("timeLimit", words.timeLimit(SHORTEST, LONGEST));
      if (!fallbacks.includes(whenItFails)) throw invalid("whenItFails", words.number);
      return edit({ viewer, groupId }, "check.edit", async ({ store, now, record }) => {
        const before = await store.outsideChecks.find(groupId);
        const secret = before?.secret ?? newSecret();
        const version = (before?.version ?? 0) + 1;
        const fresh = { previousSecret: null, previousUntil: null, answeredAt: null, failedAt: null, failure: null };
        const said = { url, isOn, timeLimit, whenItFails };
        await store.outsideChecks.put({ ...fresh, ...before, groupId, version, secret, ...said, changedAt: now });
        await record({
          verb: "check.set",
          subject: { kind: "group", id: groupId },
          before: before === null ? {} : { version: before.version, on: before.isOn, address: digestOf(before.url) },
          after: { version, on: isOn, address: digestOf(url), whenItFails },
        });
        return { secret: before === null ? secret : null };
      });
    },

    async renewSecret(viewer, groupId) {
      const secret = newSecret();
      return edit({ viewer, groupId }, "check.edit", async ({ store, now, record }) => {
        const before = await store.outsideChecks.find(groupId);
        if (before === null) throw new Problem("not-found", words.noCheck);
        const version = before.version + 1;
        const rotated = { previousSecret: before.secret, previousUntil: now + ROTATION };
        await store.outsideChecks.put({ ...before, ...rotated, version, secret, changedAt: now });
        await record({
          verb: "check.set",
          subject: { kind: "group", id: groupId },
          before: { version: before.version },
          after: { version, secret: "renewed" },
        });
        return { secret };
      });
    },

    async dropCheck(viewer, groupId) {
      await edit({ viewer, groupId }, "check.edit", async ({ store, record }) => {
        const before = await store.outsideChecks.find(groupId);
        if (before === null) return;
        await store.outsideChecks.drop(groupId);
        await record({
          verb: "check.set",
          subject: { kind: "group", id: groupId },
          before: { version: before.version, address: digestOf(before.url) },
          after: { version: null },
        });
      });
    },
  };
}

/** The address is vetted again, with what its name then leads to, each time it is called. */
function addressFrom(typed: string): string {
  const url = urlOf(typed.trim());
  const isPlain = url?.protocol === "https:" && url.port === "" && url.username === "" && url.password === "";
  if (url === null || !isPlain || url.href.length > LONGEST_URL) throw invalid("url", words.url);
  return url.href;
}

function invalid(field: string, sentence: string): Problem {
  return new Problem("invalid", sentence, { fields: { [field]: sentence } });
}
