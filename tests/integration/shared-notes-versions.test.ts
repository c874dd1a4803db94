/** Promise: a page has versions that one can look at and bring back, for everybody at once, and undo by bringing back. */
import { afterAll, beforeAll, expect, it } from "vitest";
import { WebSocket } from "ws";
import { WebsocketProvider } from "y-websocket";
import * as Y from "yjs";
import { wordsOf } from "#app/domain/page/page.ts";
import { PAGE } from "#app/rooms/shared-page.ts";
import { type AttackSite, openAttackSite, type Person, type Seminar } from "./attack-site.ts";
import { eventually } from "./realtime-harness.ts";

const PAUSE = 10 * 60_000;

let site: AttackSite;
const open: WebsocketProvider[] = [];

beforeAll(async () => {
  site = await openAttackSite();
}, 180_000);

afterAll(async () => {
  for (const provider of open) provider.destroy();
  await site.close();
});

type Writer = { readonly doc: Y.Doc; readonly write: (words: string) => void; readonly words: () => string };

async function join(seminar: Seminar, person: Person): Promise<Writer> {
  const doc = new Y.Doc();
  class SignedIn extends WebSocket {
    constructor(address: string | URL) {
      super(address, { headers: { cookie: person.cookie }, origin: site.url });
    }
  }
  const provider = new WebsocketProvider(
    `${site.url.replace("http", "ws")}/collab`,
    `notes/${seminar.text.id}/${seminar.audience}`,
    doc,
    {
      disableBc: true,
      params: { epoch: "1", v: "1" },
      WebSocketPolyfill: SignedIn as unknown as typeof globalThis.WebSocket,
    },
  );
  open.push(provider);
  await eventually(() => expect(provider.synced).toBe(true));
  const page = doc.getXmlFragment(PAGE);
  const write = (words: string) =>
    doc.transact(() => {
      const block = new Y.XmlElement("paragraph");
      page.push([block]);
      block.push([new Y.XmlText(words)]);
    });
  return { doc, write, words: () => page.toString().replaceAll(/<[^>]*>/gu, " ") };
}

it("keeps versions in pauses and before one comes back, tells who wrote, and brings back for all", async () => {
  const seminar = await site.seminar();
  const { owner, text } = seminar;
  const member = await site.enter(seminar, "member");
  const [anna, bert] = [await join(seminar, owner), await join(seminar, member)];
  const { together } = site.site;
  const page = { text: text.id, among: "group" } as const;
  const versions = () => together.versions(owner.viewer, page);
  anna.write("first words");
  await eventually(() => expect(bert.words()).toContain("first words"));

  site.time.now += PAUSE;
  await expect.poll(async () => (await versions()).length, { timeout: 10_000 }).toBe(1);
  site.time.now += 1_000;
  bert.write("second words");
  await eventually(() => expect(anna.words()).toContain("second words"));

  const [first] = await versions();
  const kept = await together.version(member.viewer, page, first?.id ?? "");
  expect(wordsOf(kept.content)).toBe("first words");
  const seats = (await together.open(owner.viewer, page)).seats;
  const nameOf = (seat: string) => seats.find((known) => known.seat === seat)?.name;
  expect(kept.seats.map(nameOf)).toEqual([owner.viewer.name]);

  await together.restore(owner.viewer, page, first?.id ?? "");
  await eventually(() => {
    for (const one of [anna, bert]) expect(one.words()).not.toContain("second words");
  });
  expect(wordsOf((await together.open(member.viewer, page)).content)).toBe("first words");

  const [before] = await versions();
  await together.restore(member.viewer, page, before?.id ?? "");
  await eventually(() => {
    for (const one of [anna, bert]) expect(one.words()).toMatch(/first words.*second words/u);
  });
  bert.write("third words");
  await eventually(() => expect(anna.words()).toContain("third words"));
});

it("shows the page to who reads without scripts, with its links, and nothing that is no page", async () => {
  const seminar = await site.seminar();
  const anna = await join(seminar, seminar.owner);
  anna.doc.transact(() => {
    const page = anna.doc.getXmlFragment(PAGE);
    const passage = new Y.XmlElement<{ n: number; exact: string }>("passage");
    passage.setAttribute("n", 2);
    passage.setAttribute("exact", "<script>A window</script>");
    page.push([passage as unknown as Y.XmlElement]);
  });
  await expect
    .poll(async () => (await site.get(`/t/${seminar.text.id}/together`, seminar.owner)).text())
    .toContain("&lt;script&gt;A window");
  const html = await (await site.get(`/t/${seminar.text.id}/together`, seminar.owner)).text();
  expect(html).toContain(`href="/t/${seminar.text.id}/p/2"`);
});

it("a page goes with its text", async () => {
  const seminar = await site.seminar();
  const anna = await join(seminar, seminar.owner);
  anna.write("sentinel-of-a-page");
  const count = () =>
    site.database.sqlite
      .prepare("SELECT count(*) FROM shared_note_updates WHERE document_id = ?")
      .pluck()
      .get(seminar.text.id);
  await expect.poll(count).toBe(1);
  while (!(await site.site.transact((store) => store.erasure.document(seminar.text.id, 10))));
  expect(count()).toBe(0);
});
