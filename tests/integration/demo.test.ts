/** Promise: an empty site begins with a demo that is as real as anything that people will write later. */
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Viewer } from "#app/context/viewer.ts";
import { openDatabase } from "#db/client.ts";
import { notesByText } from "#db/seed/notes-by-text.ts";
import { groups } from "#db/seed/people.ts";
import { viewerOf } from "#server/auth/viewer.ts";
import { verify } from "#server/services/verification.ts";
import { type ComposedSite, composeSite } from "#tests/support/composed-site.ts";

const client = { address: "192.0.2.1", device: "Firefox on Linux" };
const planned = Object.values(notesByText).flatMap((notes) => notes.map((note) => 1 + (note.replies?.length ?? 0)));

let demo: ComposedSite;

beforeAll(async () => {
  demo = await composeSite();
});

afterAll(() => demo.close());

async function viewerNamed(name: string): Promise<Viewer> {
  const [found] = await demo.site.read.members.search(name, 2);
  if (found === undefined) throw new Error(`The demo has nobody called ${name}.`);
  return viewerOf(found);
}

describe("the demo", () => {
  it("holds everything that was written for it, and verifies", async () => {
    const connection = openDatabase(join(demo.dataDir, "glossa.sqlite"), "read");
    const count = (table: string) => connection.sqlite.prepare(`SELECT count(*) FROM ${table}`).pluck().get();
    expect(count("members")).toBe(12);
    expect(count("groups")).toBe(groups.length);
    expect(count("documents")).toBe(groups.reduce((sum, group) => sum + group.texts.length, 0));
    expect(count("annotations")).toBe(planned.reduce((sum, n) => sum + n, 0));
    expect((await verify(connection)).findings).toEqual([]);
    connection.sqlite.close();
  });

  it("has no note from the future, and none older than its text", async () => {
    const connection = openDatabase(join(demo.dataDir, "glossa.sqlite"), "read");
    const odd = connection.sqlite
      .prepare(
        "SELECT count(*) FROM annotations n JOIN documents d ON d.id = n.document_id WHERE n.created_at > ? OR n.created_at < d.created_at",
      )
      .pluck();
    expect(odd.get(demo.time.now)).toBe(0);
    connection.sqlite.close();
  });

  it("lets its people in by a click and by password, and is read by those in the group only", async () => {
    const { accounts, groups: groupService, documents, reading } = demo.site;
    const people = await accounts.demoPeople();
    expect(people).toHaveLength(12);
    for (const person of people) expect((await accounts.signInDemo(client, person.id)).setCookie).toContain("glossa=");
    await accounts.signIn(client, { email: "lena@glossa.example", password: "glossa-demo" });
    const [noor, amina] = [await viewerNamed("Noor"), await viewerNamed("Amina")];
    const rhetoric = (await groupService.list(amina)).find((group) => group.name === "Rhetoric 201");
    const library = await documents.library(amina, rhetoric?.id ?? "");
    const essay = library.find((text) => text.title.includes("Wall"));
    expect(essay?.notes).toBeGreaterThan(10);
    expect(essay?.unread).toBeGreaterThan(0);
    expect((await reading.open(amina, essay?.id ?? "")).document.words).toBeGreaterThan(1_200);
    await expect(reading.open(noor, essay?.id ?? "")).rejects.toMatchObject({ code: "not-found" });
  });
});

describe("a site without the demo", () => {
  it("has nobody in it and hands out a link for the first administrator", async () => {
    const empty = await composeSite({ GLOSSA_DEMO: "0" });
    expect(empty.site.demo).toBe(false);
    expect(await empty.site.read.members.isEmpty()).toBe(true);
    expect(await empty.site.setupLink()).toMatch(/\/setup\/[\w-]{43}$/);
    await empty.close();
  });
});
