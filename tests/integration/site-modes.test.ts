/** A site that is read-only or being worked on: what is refused, what goes on, and who may still turn it back. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { SiteMode } from "#app/domain/site/site-settings.ts";
import { publishCommand } from "#server/services/test-site.ts";
import { PASSWORD } from "./accounts-site.ts";
import { type AttackSite, openAttackSite, type Person, type Seminar } from "./attack-site.ts";
import { settled, tap } from "./attack-taps.ts";

let site: AttackSite;
let seminar: Seminar;
let admin: Person;

beforeAll(async () => {
  site = await openAttackSite();
}, 180_000);

afterAll(() => site.close());

beforeEach(async () => {
  // The test before may have left it closed.
  await site.site.transactAlways((store) => store.siteSettings.set("mode", "open", site.time.now));
  admin = await site.person({ isAdmin: true });
  seminar = await site.seminar();
});

const turn = (mode: SiteMode, words = "") => site.post("/admin/site", { intent: "mode", mode, words }, admin);

describe("read-only", () => {
  it("refuses every write with one sentence, keeps sockets, and an administrator turns it off", async () => {
    const { text, audience, owner } = seminar;
    await site.note(seminar, owner, { body: "from before" });
    const [reader] = await Promise.all([tap(site, owner, `reading/${text.id}/${audience}`)]);
    await settled(site, [reader]);
    expect((await turn("read-only", "We make a copy.")).status).toBe(200);

    await site.site.jobs.tick();
    const before = site.contents();
    const answer = await site.send(text.id, publishCommand(text, site.newId()), owner);
    expect(answer.status).toBe(423);
    expect(answer.headers.get("retry-after")).toBe("60");
    expect(await answer.json()).toMatchObject({ code: "locked", sentence: expect.stringContaining("only be read") });
    const refused = [
      await site.post("/settings/reading.data", { theme: "dark" }, owner),
      await site.post("/groups.data", { name: "New", description: "" }, owner),
    ];
    expect(refused.map(({ status }) => status)).toEqual([423, 423]);
    expect(site.contents()).toBe(before);
    expect(reader.code()).toBeNull();

    const page = await (await site.get(`/t/${text.id}`, owner)).text();
    expect(page).toContain("from before");
    expect(page).toContain("We make a copy.");

    expect((await turn("open")).status).toBe(200);
    expect((await site.send(text.id, publishCommand(text, site.newId(), { body: "and after" }), owner)).status).toBe(
      200,
    );
    await settled(site, [reader]);
    expect(reader.code()).toBeNull();
    const record = await site.site.read.record.list({ group: null, verb: "site.mode" }, 2);
    expect(record.map(({ actor, after }) => [actor, after])).toEqual([
      [admin.id, { mode: "open" }],
      [admin.id, { mode: "read-only" }],
    ]);
  });

  it("lets people in and out, and nobody but an administrator turn it off", async () => {
    await turn("read-only");
    const form = { email: admin.viewer.email, password: PASSWORD };
    expect((await site.post("/sign-in", form, null)).headers.get("set-cookie")).toContain("glossa=");
    const other = await site.post("/admin/site.data", { intent: "mode", mode: "open", words: "" }, seminar.owner);
    expect(other.status).toBe(404);
    expect((await site.site.site.face()).mode).toBe("read-only");
  });

  it("holds back what comes round by itself", async () => {
    await turn("read-only");
    site.time.now += 2 * 60 * 60 * 1000;
    const last = () => site.site.jobs.states().map((job) => job.last?.at);
    const before = last();
    await site.site.jobs.tick();
    expect(last()).toEqual(before);
    expect((await site.post("/admin.data?index", { job: "sweep" }, admin)).status).toBe(423);
  });
});

describe("maintenance", () => {
  it("shows everybody but administrators a page that says when to come back", async () => {
    await turn("maintenance", "Back at <noon>.");
    const closed = await site.get("/groups", seminar.owner);
    const words = await closed.text();
    expect([closed.status, closed.headers.get("retry-after")]).toEqual([503, "300"]);
    expect(words).toContain("Back at &#60;noon&#62;.");
    const answers = [
      await site.get("/", null),
      await site.get(`/t/${seminar.text.id}.data`, seminar.owner),
      await site.send(seminar.text.id, publishCommand(seminar.text, site.newId()), seminar.owner),
      await site.get("/sign-in", null),
      await site.get("/healthz", null),
      await site.get("/groups", admin),
    ];
    expect(answers.map(({ status }) => status)).toEqual([503, 503, 503, 200, 200, 200]);
    await turn("open");
    expect((await site.get("/groups", seminar.owner)).status).toBe(200);
  });
});
