/** Z4 and W6 for sanctions: open tabs go at once, nothing is sent after them, and there is no way back in. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { SanctionKind } from "#app/domain/moderation/sanction.ts";
import { publishCommand } from "#server/services/test-site.ts";
import { type AttackSite, openAttackSite, outcomeOf, type Person, type Seminar } from "./attack-site.ts";
import { settled, tap, wordsOf } from "./attack-taps.ts";

let site: AttackSite;

beforeAll(async () => {
  site = await openAttackSite();
}, 180_000);

afterAll(() => site.close());

const onCard = (seminar: Seminar, by: Person, of: Person, form: Record<string, string>) =>
  site.post(`/g/${seminar.id}/moderation/people/${of.id}.data`, form, by);
const impose = (seminar: Seminar, of: Person, kind: SanctionKind, more: Record<string, string> = {}) =>
  onCard(seminar, seminar.owner, of, { intent: "impose", kind, scope: "group", reason: "attack", days: "3", ...more });

/** Three tabs on the group's room and three on the own desk, all in step. */
async function openTabs(seminar: Seminar, person: Person) {
  const rooms = [`reading/${seminar.text.id}/${seminar.audience}`, `desk/${seminar.text.id}/${person.id}`];
  const taps = await Promise.all([...rooms, ...rooms, ...rooms].map((room) => tap(site, person, room)));
  await settled(site, taps);
  return taps;
}

describe("a banned member", () => {
  it("loses six tabs on two rooms within a second, and nothing of what is said afterwards reaches one", async () => {
    const seminar = await site.seminar();
    const ada = await site.enter(seminar, "member");
    const own = await site.note(seminar, ada, { body: "her own words" });
    const taps = await openTabs(seminar, ada);
    expect((await impose(seminar, ada, "ban", { days: "", hides: "all" })).status).toBe(200);
    for (const one of taps) await expect.poll(one.code, { timeout: 1_000, interval: 10 }).toBe(4403);
    await site.note(seminar, seminar.owner, { body: "said behind her back" });
    for (const one of taps) expect(wordsOf(one)).not.toContain("said behind her back");
    expect((await site.site.read.annotations.find(own))?.status).toBe("hidden");

    const paths = [`/t/${seminar.text.id}.data`, `/g/${seminar.id}.data`, `/t/${seminar.text.id}/seats`];
    for (const path of paths) expect((await site.get(path, ada)).status).toBe(403);
    const refused = await site.send(seminar.text.id, publishCommand(seminar.text, site.newId()), ada);
    expect([refused.status, await refused.text()]).toEqual([403, expect.stringContaining("banned")]);
    const again = await tap(site, ada, `reading/${seminar.text.id}/${seminar.audience}`);
    await expect.poll(again.code).toBe(4404);
    // Her account, and what she was told, stay hers.
    for (const path of ["/settings/sanctions.data", "/settings/password.data", "/portfolio.data"]) {
      expect(await outcomeOf(await site.get(path, ada))).toBe("done");
    }
  });

  it("does not come back by another invitation", async () => {
    const seminar = await site.seminar();
    const ada = await site.enter(seminar, "member");
    await impose(seminar, ada, "ban", { days: "" });
    await site.site.groups.leave(ada.viewer, seminar.id, { erase: false });
    const terms = { role: "member", email: null, days: 7, maxUses: null } as const;
    const { link } = await site.site.groups.invite(seminar.owner.viewer, seminar.id, terms);
    const answer = await site.post(`/join/${link.split("/").at(-1)}.data`, {}, ada);
    expect(answer.status).toBe(403);
    expect(await site.site.read.memberships.roleOf(seminar.id, ada.id)).toBeNull();
  });

  it("is in again at once when it is lifted, and not a moment before it ends", async () => {
    const seminar = await site.seminar();
    const ada = await site.enter(seminar, "member");
    await impose(seminar, ada, "suspend", { days: "1" });
    const path = `/t/${seminar.text.id}.data`;
    expect((await site.get(path, ada)).status).toBe(403);
    const { owner } = seminar;
    const [sanction] = (await site.site.people.card(owner.viewer, seminar.id, ada.id)).sanctions;
    await onCard(seminar, owner, ada, { intent: "lift", sanction: sanction?.id ?? "" });
    expect((await site.get(path, ada)).status).toBe(200);
  });
});

describe("a muted member", () => {
  it("reads on, is connected again without the right to write, and is told why", async () => {
    const seminar = await site.seminar();
    const ada = await site.enter(seminar, "member");
    const room = `reading/${seminar.text.id}/${seminar.audience}`;
    const before = await tap(site, ada, room);
    await settled(site, [before]);
    await impose(seminar, ada, "mute");
    await expect.poll(before.code).toBe(4205);
    const after = await tap(site, ada, room);
    await settled(site, [after]);
    expect(after.code()).toBeNull();
    const refused = await site.send(seminar.text.id, publishCommand(seminar.text, site.newId()), ada);
    expect([refused.status, await refused.text()]).toEqual([403, expect.stringContaining("not write")]);
  });
});

describe("Z2: a sanction of another group", () => {
  it("is neither lifted, nor taken back, nor acknowledged from this one", async () => {
    const [here, there] = [await site.seminar(), await site.seminar()];
    const ada = await site.enter(there, "member");
    await site.enter(here, "member", ada);
    await impose(there, ada, "mute");
    const card = await site.site.people.card(there.owner.viewer, there.id, ada.id);
    const [sanction] = card.sanctions;
    const before = site.contents();
    const { owner } = here;
    expect((await onCard(here, owner, ada, { intent: "lift", sanction: sanction?.id ?? "" })).status).toBe(404);
    const undo = { intent: "undo", decision: String(sanction?.decision ?? 0) };
    expect((await onCard(here, owner, ada, undo)).status).toBe(404);
    expect((await site.site.people.card(owner.viewer, here.id, ada.id)).sanctions).toEqual([]);
    expect(
      (await site.post("/settings/sanctions.data", { intent: "acknowledge", sanction: sanction?.id ?? "" }, owner))
        .status,
    ).toBe(404);
    expect(site.contents()).toBe(before);
  });
});
