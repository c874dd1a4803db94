/** Z1: every verb of every service, asked for by everybody: who may is answered, all others change nothing. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openVerbs } from "./attack-open-verbs.ts";
import { shutForPeople } from "./attack-people-verbs.ts";
import { type Asker, askers, type Scene, type Verb } from "./attack-scene.ts";
import { type AttackSite, type Outcome, openAttackSite, type Seminar } from "./attack-site.ts";
import { verbs } from "./attack-verbs.ts";

let site: AttackSite;

beforeAll(async () => {
  site = await openAttackSite();
}, 180_000);

afterAll(() => site.close());

const insiders: readonly Asker[] = ["owner", "teacher", "moderator", "member", "observer"];

async function sceneFor(asker: Asker, seminar: Seminar): Promise<Scene> {
  switch (asker) {
    case "nobody":
      return { site, seminar, actor: seminar.owner, sender: null, role: "owner" };
    case "outsider": {
      const { owner: actor } = await site.seminar();
      return { site, seminar, actor, sender: actor, role: null };
    }
    case "administrator": {
      const actor = await site.person({ isAdmin: true });
      return { site, seminar, actor, sender: actor, role: null };
    }
    case "former": {
      const actor = await site.enter(seminar, "teacher");
      await site.leave(seminar, actor);
      return { site, seminar, actor, sender: actor, role: null };
    }
    default: {
      const actor = await site.enter(seminar, asker);
      return { site, seminar, actor, sender: actor, role: asker };
    }
  }
}

function expected({ may, otherwise = {} }: Verb, asker: Asker): Outcome {
  if (may.includes(asker)) return "done";
  const refusal = asker === "nobody" ? "signs in first" : insiders.includes(asker) ? "forbidden" : "unknown";
  return otherwise[asker] ?? refusal;
}

describe("Z1: every verb for everybody", () => {
  it.each(verbs)("$name", async (verb) => {
    const wanted = Object.fromEntries(askers.map((asker) => [asker, expected(verb, asker)]));
    const outcomes: Partial<Record<Asker, Outcome>> = {};
    const seminar = await site.seminar();
    const refused = askers.filter((asker) => wanted[asker] !== "done");
    const asks = [];
    for (const asker of refused) asks.push({ asker, ask: await verb.ready(await sceneFor(asker, seminar)) });
    // What comes round once a minute, and writes of its own, has nothing left to do meanwhile.
    await site.site.jobs.tick();
    const before = site.contents();
    for (const { asker, ask } of asks) outcomes[asker] = await ask();
    expect(site.contents()).toBe(before);
    for (const asker of verb.may)
      outcomes[asker] = await (await verb.ready(await sceneFor(asker, await site.seminar())))();
    expect(outcomes).toEqual(wanted);
  });

  it("is asked of every verb that there is", () => {
    const { accounts, admin, groups, letters, documents, reading, annotations, vocabulary, sections } = site.site;
    const { collections, summaries, assignments, ownWork, board, revisions } = site.site;
    const { search, news, exports, work, lead, record, appeals, curation } = site.site;
    const { people, ignores, guidelines, cannedAnswers, rules, factors, ending, siteSettings, viewing } = site.site;
    const services = {
      accounts,
      admin,
      groups,
      letters,
      documents,
      reading,
      annotations,
      vocabulary,
      sections,
      collections,
      summaries,
      assignments,
      ownWork,
      board,
      revisions,
    };
    const ofModeration = { record, appeals, curation, people, ignores, guidelines, cannedAnswers, rules };
    const more = { search, news, exports, work, lead, factors, ending, siteSettings, viewing, site: site.site.site };
    const all = Object.entries({ ...services, ...ofModeration, ...more }).flatMap(([name, service]) =>
      Object.keys(service).map((verb) => `${name}.${verb}`),
    );
    const asked = new Set([...openVerbs, ...verbs.map(({ name }) => name.split(/[ ,]/)[0])]);
    expect(all.filter((verb) => !asked.has(verb))).toEqual(["accounts.setupLink"]);
  });
});

/** What an archived group takes from its owner; everything else stays, above all the way back. */
const shut = new Set(
  [
    ["groups.edit", "groups.showRecord", "groups.invite a member", "groups.invite a teacher", "groups.invite an owner"],
    ["groups.invitations", "groups.revoke"],
    ["documents.propose", "documents.preview", "documents.add", "documents.details", "documents.editMeta"],
    ["documents.progress", "documents.cancel"],
    ["annotations.run publish", "annotations.run publish, as a form", "annotations.run reply", "annotations.run edit"],
    ["together.restore", "curation.run lock", "curation.run pin", "curation.run feature", "curation.run text-lock"],
    ["curation.run resolve", "curation.run resolve, one's own"],
    ["curation.run merge", "curation.run move", "curation.run lift", "curation.texts"],
    ["annotations.run reply privately", "annotations.run react", "annotations.run endorse"],
    ["annotations.run answer", "annotations.run reopen", "annotations.run anchor", "annotations.run anchor, one's own"],
    ["revisions.edit", "revisions.publish", "revisions.restore"],
    [
      "vocabulary.addTag",
      "vocabulary.editTag",
      "vocabulary.mergeTags",
      "vocabulary.undoTagChange",
      "vocabulary.retireTag",
      "vocabulary.addKind",
      "vocabulary.editKind",
    ],
    ["rules.save", "rules.tryOut", "rules.turn", "rules.move", "rules.retire", "rules.setPolicy", "rules.endPolicy"],
    ["rules.setCheck", "rules.renewSecret", "rules.dropCheck"],
    ["vocabulary.retireKind, retire-kind", "vocabulary.retireKind, offer-kind"],
    shutForPeople,
    ["collections.create", "collections.offers", "collections.add", "collections.remark", "collections.takeOut"],
    ["collections.move", "collections.edit", "collections.share", "collections.unshare", "collections.remove"],
    ["assignments.edit", "assignments.create", "assignments.change", "assignments.archive", "assignments.publish"],
    ["board.remind"],
    [
      "assignments.remove",
      "assignments.extend",
      "assignments.copy",
      "assignments.beginLike",
      "assignments.beginPlain",
      "assignments.dates",
      "assignments.setDates",
      "assignments.reveal",
      "assignments.measureReading",
    ],
    ["summaries.open", "summaries.publish", "summaries.withdraw"],
    ["sections.list", "sections.open", "sections.create", "sections.propose", "sections.read", "sections.preview"],
    ["sections.apply", "sections.undo", "sections.archive", "sections.proposeWithoutSilent"],
  ].flat(),
);
/** An invitation that was open ends with the group; its owner, who is in, is still shown the way. */
const gone = new Set(["groups.invitation"]);

describe("Z1: nothing is added to an archived group, not even by its owner", () => {
  it.each(verbs.filter(({ may }) => may.includes("owner")))("$name", async ({ name, ready }) => {
    const seminar = await site.seminar();
    const ask = await ready(await sceneFor("owner", seminar));
    await site.site.groups.archive(seminar.owner.viewer, seminar.id, true);
    expect(await ask()).toBe(shut.has(name) ? "forbidden" : gone.has(name) ? "status 410" : "done");
  });
});
