/** The composed server with its pages, seminars made on the spot, and people with real cookies who try what they may not. */
import { createHash } from "node:crypto";
import { join } from "node:path";
import type { Viewer } from "#app/context/viewer.ts";
import type { AnnotationCommand } from "#app/domain/annotation/command.ts";
import type { Role } from "#app/domain/group/group.ts";
import { type Connection, openDatabase } from "#db/client.ts";
import type { MemberPatch } from "#db/repositories/members.ts";
import { makePasswords } from "#server/auth/passwords.ts";
import { viewerOf } from "#server/auth/viewer.ts";
import type { Site } from "#server/compose.ts";
import { builtPages } from "#server/pages.ts";
import { publishCommand, type TestText } from "#server/services/test-site.ts";
import { type ComposedSite, composeSite } from "#tests/support/composed-site.ts";
import { buildPages } from "#tests/support/server-process.ts";
import { PASSWORD } from "./accounts-site.ts";

const root = join(import.meta.dirname, "..", "..");

/** Somebody with an account and a session; `cookie` is a Cookie header. */
export type Person = { readonly id: string; readonly viewer: Viewer; readonly cookie: string };

/** Who sends a request; null for nobody. */
export type Sender = Person | null;

/** A group with one text. */
export type Seminar = {
  readonly id: string;
  readonly owner: Person;
  readonly text: TestText;
  readonly audience: string;
};

export type Form = Readonly<Record<string, string>>;

export type AttackSite = Omit<ComposedSite, "close"> & {
  readonly url: string;
  readonly database: Connection;
  readonly newId: () => string;
  readonly person: (patch?: MemberPatch) => Promise<Person>;
  readonly seminar: () => Promise<Seminar>;
  readonly addText: (group: string, addedBy: Person) => Promise<TestText>;
  /** Gives somebody, new unless named, that role in the seminar's group. */
  readonly enter: (seminar: Pick<Seminar, "id">, role: Role, person?: Person) => Promise<Person>;
  /** Takes them out without a word to their sockets: what a removal by a person does is asked of the services. */
  readonly leave: (seminar: Pick<Seminar, "id">, person: Person) => Promise<void>;
  /** Id of a new note for everyone in the seminar's text, but for what is given. */
  readonly note: (seminar: Seminar, by: Person, given?: Parameters<typeof publishCommand>[2]) => Promise<string>;
  readonly get: (path: string, sender: Sender, headers?: Form) => Promise<Response>;
  readonly post: (path: string, form: Form, sender: Sender, headers?: Form) => Promise<Response>;
  /** Posts JSON as a script of a page does. */
  readonly sendTo: (path: string, body: object, sender: Sender) => Promise<Response>;
  /** Posts a command as the outbox does. */
  readonly send: (document: string, command: object, sender: Sender) => Promise<Response>;
  /** A hash of every row of every table; uses of sessions and the tries of letters are left out. */
  readonly contents: () => string;
  readonly close: () => Promise<void>;
};

/** Opens a site on a free port, with the pages as built. Close it, or its folder stays. */
export async function openAttackSite(): Promise<AttackSite> {
  buildPages();
  // React asks when it is loaded: the pages run as they do for real.
  process.env.NODE_ENV = "production";
  const composed = await composeSite({ GLOSSA_DEMO: "0" }, { pages: () => builtPages(root) });
  const { site } = composed;
  const url = `http://127.0.0.1:${await site.listen()}`;
  const database = openDatabase(join(composed.dataDir, "glossa.sqlite"), "read");
  const people = makePeople(composed, await makePasswords().hash(PASSWORD));
  const ask = (path: string, sender: Sender, init: RequestInit) => {
    const cookie: Form = sender === null ? {} : { cookie: sender.cookie };
    return fetch(`${url}${path}`, { redirect: "manual", ...init, headers: { ...cookie, ...(init.headers as Form) } });
  };
  const ours = { "sec-fetch-site": "same-origin" };
  const sendTo = (path: string, body: object, sender: Sender) =>
    ask(path, sender, {
      method: "POST",
      headers: { ...ours, "content-type": "application/json" },
      body: JSON.stringify(body),
    });
  return {
    ...composed,
    ...people,
    ...{ url, database },
    get: (path, sender, headers = {}) => ask(path, sender, { headers }),
    post: (path, form, sender, headers = ours) =>
      ask(path, sender, { method: "POST", headers, body: new URLSearchParams(form) }),
    sendTo,
    send: (document, command, sender) => sendTo(`/t/${document}/notes`, command, sender),
    async note(seminar, by, given = {}) {
      const command = publishCommand(seminar.text, people.newId(), given);
      return (await site.annotations.run(by.viewer, command)).id;
    },
    contents: () => contentsOf(database),
    async close() {
      database.sqlite.close();
      await composed.close();
    },
  };
}

type People = Pick<AttackSite, "newId" | "person" | "seminar" | "addText" | "enter" | "leave">;

const sample = "A wall divides.\nA window shows what stands behind it.\nThe end.";

function makePeople({ site, time }: ComposedSite, passwordHash: string): People {
  const { transact } = site;
  let ids = 0;
  // Below every ULID of the site, whose time part is later: the two never meet.
  const newId = () => `00${(ids++).toString().padStart(24, "0")}`;

  const person: People["person"] = async (patch = {}) => {
    const id = newId();
    const name = `Person ${ids}`;
    const email = `p${ids}@example.org`;
    const row = { pronouns: "", timeZone: "UTC", hue: 1, picture: null, isAdmin: false, isDemo: false, settings: {} };
    const setCookie = await transact(async (store) => {
      await store.members.insert({ ...row, id, name, email, emailKey: email, passwordHash, createdAt: 1, ...patch });
      const device = "Firefox on Linux";
      return (await site.sessions.open(store, id, { address: "192.0.2.1", device })).setCookie;
    });
    const cookie = setCookie.split(";")[0] ?? "";
    return { id, cookie, viewer: await viewerBehind(site, cookie) };
  };

  const enter: People["enter"] = async ({ id: groupId }, role, given) => {
    const entering = given ?? (await person());
    await transact(async (store) => {
      const admission = { groupId, memberId: entering.id, role };
      await store.memberships.admit({ ...admission, joinedAt: time.now });
      await store.audiences.admit({ ...admission, now: time.now, newId });
    });
    return entering;
  };

  const addText: People["addText"] = async (group, addedBy) => {
    const [id, revision] = [newId(), newId()];
    const row = { id, groupId: group, title: "The wall", dir: "ltr", format: "plain", words: 12 } as const;
    await transact((store) =>
      store.documents.insert(
        { ...row, revisionId: revision, addedBy: addedBy.id, createdAt: time.now },
        { html: htmlOf(sample), text: sample, blocks: blocksOf(sample), pages: [] },
      ),
    );
    return { id, revision, text: sample, group };
  };

  return {
    ...{ newId, person, enter, addText },
    async seminar() {
      const owner = await person();
      const { id } = await site.groups.create(owner.viewer, { name: "Seminar", description: "" });
      const text = await addText(id, owner);
      const rooms = (await site.reading.open(owner.viewer, text.id)).rooms;
      return { id, owner, text, audience: rooms[0]?.room.split("/").at(-1) ?? "" };
    },
    async leave({ id: groupId }, { id: memberId }) {
      await transact(async (store) => {
        await store.memberships.leave(groupId, memberId, time.now);
        await store.audiences.dismiss({ groupId, memberId, now: time.now });
      });
    },
  };
}

async function viewerBehind(site: Site, cookie: string): Promise<Viewer> {
  const signedIn = await site.sessions.read(cookie);
  if (signedIn === null) throw new Error("Nobody is signed in with this cookie.");
  return viewerOf(signedIn.member, signedIn.provedAt);
}

function blocksOf(text: string) {
  let start = 0;
  return text.split("\n").map((line, index) => {
    const n = index + 1;
    const block = { n, number: n, kind: "paragraph", level: null, start, end: start + line.length } as const;
    start += line.length + 1;
    return block;
  });
}

function htmlOf(text: string): string {
  const paragraphs = blocksOf(text).map(
    ({ n, start, end }) =>
      `<p id="b-${n}" data-block="${n}" data-start="${start}" data-number="${n}">${text.slice(start, end)}</p>`,
  );
  return `<header></header>${paragraphs.join("")}`;
}

/** Sessions are used by looking, and letters go their way in the background: what counts is which there are. */
const ownColumns: Readonly<Record<string, string>> = {
  sessions: "id, member_id, created_at, device, confirmed_at",
  letters: "id, member_id, address, created_at",
};

function contentsOf({ sqlite }: Connection): string {
  const hash = createHash("sha256");
  const tables = sqlite
    .prepare<[], string>("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")
    .pluck();
  for (const table of tables.all()) {
    const columns = ownColumns[table] ?? "*";
    hash.update(JSON.stringify(sqlite.prepare(`SELECT ${columns} FROM "${table}"`).all()));
  }
  return hash.digest("hex");
}

/** What came of a request: what it was for, or how it was refused. */
export type Outcome = "done" | "signs in first" | "unknown" | "forbidden" | `status ${number}`;

/** Reads an answer of a page, of a page's data, or of a command. A redirect in data is a 202 that names the place. */
export async function outcomeOf(answer: Response): Promise<Outcome> {
  const body = await answer.text();
  const place = answer.headers.get("location") ?? (answer.status === 202 ? body : "");
  if (answer.status === 401 || place.includes("/sign-in?to=")) return "signs in first";
  if (answer.status === 404) return "unknown";
  if (answer.status === 403) return "forbidden";
  return answer.status < 400 ? "done" : `status ${answer.status}`;
}

/** The body of a command that changes a note. */
export function act(text: TestText, verb: "delete" | "undelete" | "hide" | "restore", id: string): AnnotationCommand {
  return { verb, id, document: text.id };
}
