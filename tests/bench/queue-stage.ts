/** A group with twenty moderators and very many notes, each with a report or a hold that waits for one of them. */
import type { Viewer } from "#app/context/viewer.ts";
import type { Role } from "#app/domain/group/group.ts";
import { defaultSettings } from "#app/domain/member/member.ts";
import { reasons } from "#app/domain/moderation/reason.ts";
import type { Store, Transact } from "#db/store.ts";
import { raise } from "#server/services/moderation/raise.ts";
import { paragraphs } from "./prose.ts";

const MODERATORS = 20;
const MEMBERS = 40;
const AT_ONCE = 100;

type Parts = { readonly read: Store; readonly transact: Transact; readonly newId: () => string };

/** `mo` is one of the moderators. */
export async function setQueueStage(
  { read, transact, newId }: Parts,
  items: number,
): Promise<{ readonly mo: Viewer; readonly group: string }> {
  const now = Date.now();
  const group = newId();
  const viewers = Array.from({ length: MODERATORS + MEMBERS }, (_, n) => memberOf(newId(), n));
  const roleOf = (n: number): Role => (n < MODERATORS ? "moderator" : "member");
  await transact(async (store) => {
    await store.groups.insert({ id: group, name: "Seminar", description: "", colourNames: {}, createdAt: now });
    await store.audiences.found({ groupId: group, now, newId });
    for (const [n, viewer] of viewers.entries()) {
      const [memberId, role] = [viewer.id, roleOf(n)];
      const row = { ...viewer, settings: {}, emailKey: viewer.email, passwordHash: null };
      await store.members.insert({ ...row, createdAt: now - n * 3_600_000 });
      await store.memberships.admit({ groupId: group, memberId, role, joinedAt: now });
      await store.audiences.admit({ groupId: group, memberId, role, now, newId });
    }
  });
  const [mo] = viewers;
  if (mo === undefined) throw new Error("A stage needs somebody on it.");
  const text = { id: newId(), revision: newId() };
  await transact((store) => addText(store, { ...text, group, addedBy: mo.id, now }));
  const seats = await read.audiences.openSeats(viewers.at(-1)?.id ?? "", group);
  const place = seats.find(({ kind }) => kind === "group");
  if (place === undefined) throw new Error("A group has an audience.");
  const at = [{ audience: place.audience, kind: "group", seat: place.seat, owner: null }] as const;
  for (let from = 0; from < items; from += AT_ONCE) {
    await transact(async (store) => {
      for (let n = from; n < Math.min(items, from + AT_ONCE); n += 1) {
        const id = newId();
        const member = viewers[MODERATORS + (n % MEMBERS)]?.id ?? "";
        const note = {
          id,
          documentId: text.id,
          rootId: id,
          parentId: null,
          creatorId: member,
          colour: "amber",
        } as const;
        const rest = {
          target: null,
          more: [],
          kind: null,
          tags: [],
          revisionId: text.revision,
          createdAt: now,
        } as const;
        const body = { id: newId(), text: `Note ${n} of about the length that readers write in a seminar.` };
        await store.annotations.insert({ ...note, ...rest, motivation: "commenting", status: "published" }, body, at);
        const reason = reasons[n % reasons.length] ?? "other";
        const signal = { kind: n % 4 === 0 ? "rule" : "report", source: newId(), reason, weight: n % 7 } as const;
        const about = { group, document: text.id, target: { kind: "note", id }, member, isHeld: false } as const;
        await raise({ store, now: now - n * 10_000, newId }, { ...about, signal });
      }
    });
  }
  return { mo, group };
}

/** Somebody of a stage. */
export function memberOf(id: string, n: number): Viewer {
  const shown = { id, name: `Reader ${n}`, pronouns: "", hue: 1, picture: null, email: `${id}@example.org` };
  return { ...shown, timeZone: "UTC", isAdmin: false, settings: defaultSettings };
}

/** A text of 2,000 words in a group of a stage. */
export async function addText(
  store: Store,
  given: {
    readonly id: string;
    readonly revision: string;
    readonly group: string;
    readonly addedBy: string;
    readonly now: number;
  },
): Promise<void> {
  const { id, revision, group, addedBy, now } = given;
  const lines = paragraphs(2_000);
  let start = 0;
  const blocks = lines.map((line, at) => {
    const block = {
      n: at + 1,
      number: at + 1,
      kind: "paragraph",
      level: null,
      start,
      end: start + line.length,
    } as const;
    start += line.length + 1;
    return block;
  });
  await store.documents.insert(
    {
      ...{ id, groupId: group, title: "A long text", dir: "ltr", format: "plain", words: 2_000 },
      ...{ revisionId: revision, addedBy, createdAt: now },
    },
    { html: "<p></p>", text: lines.join("\n"), blocks, pages: [] },
  );
}
