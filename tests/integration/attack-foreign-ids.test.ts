/** Z2: every id in a request, swapped for one of somewhere else: refused, nothing written, nothing broadcast. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { describe as quote } from "#app/domain/annotation/describe.ts";
import { MEMBER_HEADER } from "#app/rooms/address.ts";
import { publishCommand, type TestText } from "#server/services/test-site.ts";
import { type AttackSite, act, openAttackSite, outcomeOf, type Person, type Seminar } from "./attack-site.ts";
import { settled, type Tap, tap } from "./attack-taps.ts";

/** Eve owns a group of her own and may do there whatever can be done. */
type World = {
  readonly mine: Seminar;
  readonly theirs: Seminar;
  readonly eve: Person;
  readonly ada: Person;
  /** Ada's, for everyone in her group. */
  readonly note: string;
  /** Ada's, for herself. */
  readonly secret: string;
  /** Ada's, hidden by her teacher. */
  readonly hidden: string;
  readonly invitation: string;
  readonly proposal: string;
  readonly session: string;
  /** Bert sits beside Ada; the text is another one of their group. */
  readonly bert: Person;
  readonly second: TestText;
};

let site: AttackSite;
let world: World;

beforeAll(async () => {
  site = await openAttackSite();
  world = await openWorld();
}, 180_000);

afterAll(() => site.close());

async function openWorld(): Promise<World> {
  const [mine, theirs] = [await site.seminar(), await site.seminar()];
  const { owner } = theirs;
  const [ada, bert] = [await site.enter(theirs, "member"), await site.enter(theirs, "member")];
  const hidden = await site.note(theirs, ada, { body: "Hidden words" });
  await site.site.annotations.run(owner.viewer, act(theirs.text, "hide", hidden));
  await site.site.groups.invite(owner.viewer, theirs.id, { role: "member", email: null, days: 7, maxUses: null });
  const [invitation] = await site.site.groups.invitations(owner.viewer, theirs.id);
  const bytes = new TextEncoder().encode("One.\n\nTwo.");
  const { id: proposal } = await site.site.documents.propose(owner.viewer, theirs.id, { bytes, fileName: null });
  return {
    ...{ mine, theirs, eve: mine.owner, ada, bert, hidden, proposal },
    note: await site.note(theirs, ada),
    secret: await site.note(theirs, ada, { placement: "me", body: "Secret words" }),
    invitation: invitation?.id ?? "",
    session: (await site.site.sessions.read(owner.cookie))?.sessionId ?? "",
    second: await site.addText(theirs.id, owner),
  };
}

type Case = readonly [name: string, ask: (world: World) => Promise<Response>, status?: number];

it("a command that another member wrote in the same browser is not run", async () => {
  const { theirs, ada, bert } = world;
  const id = site.newId();
  const send = (member: string) =>
    fetch(`${site.url}/t/${theirs.text.id}/notes`, {
      method: "POST",
      headers: {
        ...{ cookie: bert.cookie, "content-type": "application/json", "sec-fetch-site": "same-origin" },
        [MEMBER_HEADER]: member,
      },
      body: JSON.stringify(publishCommand(theirs.text, id)),
    });
  const before = site.contents();
  expect((await send(ada.id)).status).toBe(401);
  expect(site.contents()).toBe(before);
  expect((await send(bert.id)).status).toBe(200);
});

const command = (text: TestText, by: Person, sent: object) => site.send(text.id, sent, by);
const replyTo = (text: TestText, parent: string) => ({
  ...{ verb: "reply", id: site.newId(), document: text.id, parent, body: "An answer" },
});
const edit = (text: TestText, id: string) => ({ verb: "edit", id, document: text.id, body: "Mine now", version: 1 });

const pages: readonly Case[] = [
  ["a group", ({ theirs, eve }) => site.get(`/g/${theirs.id}.data`, eve)],
  ["a roster", ({ theirs, eve }) => site.get(`/g/${theirs.id}/members.data`, eve)],
  ["invitations", ({ theirs, eve }) => site.get(`/g/${theirs.id}/invitations.data`, eve)],
  ["a search", ({ theirs, eve }) => site.get(`/g/${theirs.id}/search.data?q=words`, eve)],
  ["a text", ({ theirs, eve }) => site.get(`/t/${theirs.text.id}`, eve)],
  ["a text's data", ({ theirs, eve }) => site.get(`/t/${theirs.text.id}.data`, eve)],
  ["a paragraph", ({ theirs, eve }) => site.get(`/t/${theirs.text.id}/p/1`, eve)],
  ["seats", ({ theirs, eve }) => site.get(`/t/${theirs.text.id}/seats`, eve)],
  ["a note", ({ note, eve }) => site.get(`/n/${note}.data`, eve)],
  ["a neighbour's private note", ({ secret, bert }) => site.get(`/n/${secret}.data`, bert)],
  ["a proposal", ({ proposal, eve }) => site.get(`/import/${proposal}.data`, eve)],
  ["a colleague's proposal", ({ proposal, bert }) => site.get(`/import/${proposal}.data`, bert)],
];

const forms: readonly Case[] = [
  ...(["role", "remove", "transfer"] as const).map(
    (intent): Case => [
      `${intent}: a member of another group, in one's own`,
      ({ mine, ada, eve }) =>
        site.post(`/g/${mine.id}/members.data`, { intent, member: ada.id, role: "observer" }, eve),
    ],
  ),
  [
    "an invitation of another group, in one's own",
    ({ mine, invitation, eve }) => site.post(`/g/${mine.id}/invitations.data`, { intent: "revoke", invitation }, eve),
  ],
  ...(["archive", "restore", "delete", "keep"] as const).map(
    (intent): Case => [
      `${intent}: a text of another group, in one's own`,
      ({ mine, theirs, eve }) => site.post(`/g/${mine.id}.data?index`, { intent, text: theirs.text.id }, eve),
    ],
  ),
  ["adding another's proposal", ({ proposal, eve }) => site.post(`/import/${proposal}.data`, {}, eve)],
  ["adding a colleague's proposal", ({ proposal, bert }) => site.post(`/import/${proposal}.data`, {}, bert)],
  ["proposing to another group", ({ theirs, eve }) => site.post(`/g/${theirs.id}/add.data`, { text: "One." }, eve)],
  ["reading on in another's text", ({ theirs, eve }) => site.post(`/t/${theirs.text.id}/seen`, { block: "1" }, eve)],
  ["another's session", ({ session, eve }) => site.post("/settings/sessions.data", { session }, eve)],
  ["a reset link for another", ({ ada, eve }) => site.post("/admin/members.data", { member: ada.id }, eve)],
];

const commands: readonly Case[] = [
  [
    "publishing in another's text",
    ({ theirs, eve }) => command(theirs.text, eve, publishCommand(theirs.text, site.newId())),
  ],
  [
    "an address of one's own text around it",
    ({ mine, theirs, eve }) => command(mine.text, eve, publishCommand(theirs.text, site.newId())),
    422,
  ],
  [
    "a revision of another group's text",
    ({ mine, theirs, eve }) =>
      command(mine.text, eve, publishCommand({ ...mine.text, revision: theirs.text.revision }, site.newId())),
    422,
  ],
  [
    "a revision of another text of the group",
    ({ theirs, second, bert }) =>
      command(theirs.text, bert, publishCommand({ ...theirs.text, revision: second.revision }, site.newId())),
    422,
  ],
  [
    "a passage that stands elsewhere",
    ({ theirs, bert }) => {
      const selector = quote(`x${theirs.text.text}`, { start: 3, end: 7 });
      const target = { source: theirs.text.revision, selector };
      return command(theirs.text, bert, publishCommand(theirs.text, site.newId(), { target }));
    },
    422,
  ],
  ["a parent in another group", ({ mine, note, eve }) => command(mine.text, eve, replyTo(mine.text, note))],
  ["a parent in another text of the group", ({ second, note, bert }) => command(second, bert, replyTo(second, note))],
  [
    "a neighbour's private note as parent",
    ({ theirs, secret, bert }) => command(theirs.text, bert, replyTo(theirs.text, secret)),
  ],
  ["a hidden note as parent", ({ theirs, hidden, bert }) => command(theirs.text, bert, replyTo(theirs.text, hidden))],
  [
    "a new note under another's id",
    ({ mine, note, eve }) => command(mine.text, eve, publishCommand(mine.text, note)),
    409,
  ],
  ["editing under one's own text", ({ mine, note, eve }) => command(mine.text, eve, edit(mine.text, note))],
  [
    "editing a neighbour's private note",
    ({ theirs, secret, bert }) => command(theirs.text, bert, edit(theirs.text, secret)),
  ],
  ["an own note under another text", ({ second, note, ada }) => command(second, ada, edit(second, note))],
  ...(["delete", "undelete", "hide", "restore"] as const).flatMap((verb): Case[] => [
    [`${verb} under one's own text`, ({ mine, note, eve }) => command(mine.text, eve, act(mine.text, verb, note))],
    [`${verb} under their text`, ({ theirs, note, eve }) => command(theirs.text, eve, act(theirs.text, verb, note))],
    [
      `${verb} a private note, as its group's owner`,
      ({ theirs, secret }) => command(theirs.text, theirs.owner, act(theirs.text, verb, secret)),
    ],
  ]),
];

describe.each<{ readonly kind: string; readonly cases: readonly Case[] }>([
  { kind: "pages", cases: pages },
  { kind: "forms", cases: forms },
  { kind: "commands", cases: commands },
])("Z2: $kind", ({ cases }) => {
  it.each(cases.map(([name, ask, status = 404]) => ({ name, ask, status })))("$name", async ({ ask, status }) => {
    const { mine, theirs, eve } = world;
    const sockets = await Promise.all([watch(theirs, theirs.owner), watch(mine, eve)]);
    const before = site.contents();
    expect((await ask(world)).status).toBe(status);
    expect(site.contents()).toBe(before);
    // What has been broadcast would have come before what comes now.
    const after = [await site.note(theirs, theirs.owner), await site.note(mine, eve)];
    await settled(
      site,
      sockets.map(({ socket }) => socket),
    );
    for (const [n, { socket, had }] of sockets.entries()) {
      const rows = socket.frames
        .slice(had)
        .filter(isSync)
        .map((frame) => frame.toString("latin1"));
      expect(rows).toEqual([expect.stringContaining(after[n] ?? "")]);
      socket.close();
    }
  });
});

/** Not a message of presence. */
const isSync = (frame: Buffer): boolean => frame[0] === 0;

/** A socket in the group's room that has all of it, and the number of frames that this took. */
async function watch(seminar: Seminar, person: Person): Promise<{ socket: Tap; had: number }> {
  const socket = await tap(site, person, `reading/${seminar.text.id}/${seminar.audience}`);
  await settled(site, [socket]);
  return { socket, had: socket.frames.length };
}

describe("Z2: rooms", () => {
  const rooms: readonly (readonly [string, (world: World) => string])[] = [
    ["their reading room", ({ theirs }) => `reading/${theirs.text.id}/${theirs.audience}`],
    ["their text with one's own audience", ({ theirs, mine }) => `reading/${theirs.text.id}/${mine.audience}`],
    ["one's own text with their audience", ({ theirs, mine }) => `reading/${mine.text.id}/${theirs.audience}`],
    ["their staff room", ({ theirs }) => `staff/${theirs.text.id}/${theirs.id}`],
    ["one's own text with their staff", ({ theirs, mine }) => `staff/${mine.text.id}/${theirs.id}`],
    ["their desk", ({ theirs, ada }) => `desk/${theirs.text.id}/${ada.id}`],
    ["their desk in one's own text", ({ mine, ada }) => `desk/${mine.text.id}/${ada.id}`],
    ["one's own desk in their text", ({ theirs, eve }) => `desk/${theirs.text.id}/${eve.id}`],
  ];
  it.each(rooms)("%s is unknown", async (_, room) => {
    const socket = await tap(site, world.eve, room(world));
    await expect.poll(socket.code).toBe(4404);
    expect(socket.frames).toEqual([]);
  });

  it("a neighbour's desk and the staff room are unknown to a member", async () => {
    const { theirs, ada, bert } = world;
    for (const room of [`desk/${theirs.text.id}/${ada.id}`, `staff/${theirs.text.id}/${theirs.id}`]) {
      const socket = await tap(site, bert, room);
      await expect.poll(socket.code).toBe(4404);
    }
  });
});

it("Z2, A10: what may not be known is answered as what does not exist", async () => {
  const { theirs, ada, bert, eve, note, secret, hidden } = world;
  const nothing = site.newId();
  const answer = async (asking: Promise<Response>) => {
    const response = await asking;
    const request = response.headers.get("x-request-id") ?? "";
    return { status: response.status, body: (await response.text()).replaceAll(request, "").replace(/"now",\d+/, "") };
  };
  for (const [id, by] of [
    [note, eve],
    [secret, bert],
    [hidden, bert],
  ] as const) {
    for (const verb of ["delete", "hide"] as const) {
      const [known, unknown] = [act(theirs.text, verb, id), act(theirs.text, verb, nothing)];
      expect(await answer(command(theirs.text, by, known))).toEqual(await answer(command(theirs.text, by, unknown)));
    }
    // The address of a note that was seen once and is hidden now says so, kindly, to those who could have seen it.
    if (id === hidden) continue;
    expect(await answer(site.get(`/n/${id}.data`, by))).toEqual(await answer(site.get(`/n/${nothing}.data`, by)));
  }
  expect(await outcomeOf(await site.get(`/n/${secret}.data`, ada))).toBe("done");
});
