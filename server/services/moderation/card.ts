/** The card of one item: all that a decision about it needs, as staff see it. */

import type {
  AuthorStrip,
  CardReport,
  History,
  Passage,
  QueueCard,
  RuleHit,
  ThreadNote,
} from "#app/context/queue-card.ts";
import { isInForce } from "#app/domain/moderation/sanction.ts";
import { verbsFrom } from "#app/domain/moderation/transition.ts";
import { itemVerbs } from "#app/domain/moderation/verb.ts";
import { can } from "#app/domain/policy/policy.ts";
import { answersIn, recordOf } from "#app/rooms/projection.ts";
import type { NoteRow } from "#db/repositories/annotations.ts";
import type { QueueItem } from "#db/repositories/moderation/queue.ts";
import { sha256 } from "#db/repositories/moderation/record.ts";
import type { HitRow } from "#db/repositories/rules/hits.ts";
import type { Store } from "#db/store.ts";
import { type Standing, sightFor, standingIn } from "../rights.ts";
import { actionFor } from "./decide.ts";
import { type Desk, mayDecide } from "./desk.ts";
import { decidedAbout, decidedBy, rowsOf } from "./queue-rows.ts";
import { lets, standing as standingRows, type Weighed, weighed } from "./reporting.ts";

/** Paragraphs before and after the one of the anchor. */
const AROUND = 2;
/** Notes of the thread around the target. */
const MOST_IN_THREAD = 200;
const MOST_SIMILAR = 20;

type About = { readonly note: NoteRow; readonly standing: Standing };

/** Everything about one item that is not the viewer's own. */
export async function cardOf(store: Store, desk: Desk, item: QueueItem): Promise<QueueCard | null> {
  const [row] = await rowsOf(store, desk, [item]);
  if (row === undefined) return null;
  const about = await aboutOf(store, desk, item);
  const reports = await reportsOn(store, item, about);
  return {
    ...row,
    body: about !== null && sightFor(about.standing, about.note, "public") === "body" ? about.note.body : "",
    passage: about === null ? null : await passageOf(store, about.note),
    thread: about === null ? [] : await threadOf(store, about),
    history: about === null ? { bodies: [], approved: null } : await historyOf(store, about),
    hits: await hitsOf(store, item, about === null ? null : await store.annotations.newestBody(about.note.id)),
    reports,
    author: await authorOf(store, item, desk.who.now),
    ...(await decisionsOn(store, item, about)),
    verbs: verbsFor(desk, item, { about, isReported: reports.some(({ state }) => state === "open") }),
    notes: await staffNotes(store, item),
  };
}

async function aboutOf(store: Store, { who }: Desk, item: QueueItem): Promise<About | null> {
  const note = item.targetKind === "note" ? await store.annotations.find(item.targetId) : null;
  const standing = note && (await standingIn(store, { memberId: who.id, documentId: note.document, now: who.now }));
  return note === null || standing === null ? null : { note, standing };
}

async function passageOf(store: Store, note: NoteRow): Promise<Passage | null> {
  const root = note.target === null && note.parent !== null ? await store.annotations.find(note.root) : note;
  const target = root?.target;
  if (target == null) return null;
  const [{ start, end }] = target.selector;
  const revision = await store.documents.text(note.document, target.source);
  const blocks = await store.documents.blocks(target.source);
  const at = blocks.findLastIndex((block) => block.start <= start);
  if (revision === null || at < 0) return null;
  const last = Math.max(
    at,
    blocks.findLastIndex((block) => block.start < end),
  );
  const shown = blocks.slice(Math.max(0, at - AROUND), last + AROUND + 1);
  return {
    revision: target.source,
    blocks: shown.map((block) => ({ ...block, text: revision.text.slice(block.start, block.end) })),
    anchor: { start, end },
  };
}

async function threadOf(store: Store, { note, standing }: About): Promise<readonly ThreadNote[]> {
  const notes = await store.annotations.threads([note.root]);
  const answers = answersIn(notes);
  const people = await store.members.profiles(notes.map(({ creator }) => creator));
  const below = new Map<string | null, NoteRow[]>();
  for (const one of notes) below.set(one.parent, [...(below.get(one.parent) ?? []), one]);
  const thread: ThreadNote[] = [];
  const walk = (parent: string | null, depth: number): void => {
    for (const one of below.get(parent) ?? []) {
      const record = recordOf(one, one.placements[0]?.seat ?? "", sightFor(standing, one, answers(one)));
      const by = people.get(one.creator) ?? null;
      if (record !== null) thread.push({ ...record, by, depth, isTarget: one.id === note.id });
      walk(one.id, depth + 1);
    }
  };
  walk(null, 0);
  const at = thread.findIndex(({ isTarget }) => isTarget);
  const from = Math.max(0, Math.min(at - MOST_IN_THREAD / 2, thread.length - MOST_IN_THREAD));
  return thread.slice(from, from + MOST_IN_THREAD);
}

async function historyOf(store: Store, { note, standing }: About): Promise<History> {
  if (sightFor(standing, note, "public") !== "body") return { bodies: [], approved: null };
  const bodies = await store.annotations.bodies(note.id);
  const rows = standingRows(await store.record.list({ subject: { kind: "note", id: note.id } }, 100));
  return {
    bodies: bodies.map(({ id, n, body, at }) => ({ id, n, text: body, at })).reverse(),
    approved: rows.find(lets)?.revision ?? null,
  };
}

/** What rules found in the words as they are now, place by place; policies are about the whole note. */
async function hitsOf(store: Store, item: QueueItem, revision: string | null): Promise<readonly RuleHit[]> {
  const signals = await store.queue.signals(item.id);
  const whole = signals
    .filter(({ kind }) => kind === "policy" || kind === "newcomer")
    .map(({ sourceId, kind }) => ({ rule: sourceId, class: kind, start: null, end: null, action: "hold" }));
  const found = revision === null ? [] : await store.ruleHits.ofRevision(revision);
  return [...whole, ...found.flatMap(hitsAt)];
}

function hitsAt({ ruleId, kind, action, places }: HitRow): readonly RuleHit[] {
  const hit = { rule: ruleId, class: kind, action };
  return places.length === 0
    ? [{ ...hit, start: null, end: null }]
    : places.map(({ start, end }) => ({ ...hit, start, end }));
}

async function reportsOn(store: Store, item: QueueItem, about: About | null): Promise<readonly CardReport[]> {
  const all = await store.reports.about(item.targetKind, item.targetId, item.groupId);
  const open = await weighed(
    store,
    all.filter(({ state }) => state === "open"),
  );
  const settled = await weighed(
    store,
    all.filter(({ state }) => state !== "open"),
  );
  const people = await store.members.profiles(all.map(({ reporterId }) => reporterId));
  const newest = about === null ? null : await store.annotations.newestBody(about.note.id);
  const shown = ({ report, weight, ...reporter }: Weighed): CardReport => ({
    ...reporter,
    id: report.id,
    by: people.get(report.reporterId) ?? null,
    reason: report.reason,
    words: report.words,
    at: report.createdAt,
    state: report.state,
    isCurrent: newest === null || report.revisionId === newest,
    weight: report.state === "open" ? weight : 0,
  });
  return [...open, ...settled].map(shown).sort((a, b) => b.at - a.at);
}

async function authorOf(store: Store, { memberId, groupId }: QueueItem, now: number): Promise<AuthorStrip | null> {
  const profile = (await store.members.profiles([memberId ?? ""])).get(memberId ?? "");
  if (profile === undefined) return null;
  const sanctions = await store.sanctions.ofMemberIn(profile.id, groupId);
  const notes = await store.people.notesAbout(groupId, profile.id);
  const authors = await store.members.profiles(notes.flatMap(({ authorId }) => authorId ?? []));
  const membership = await store.memberships.find(groupId, profile.id);
  const {
    published = 0,
    hidden = 0,
    held = 0,
    removed = 0,
    spam = 0,
  } = await store.annotations.countsOf(profile.id, groupId);
  return {
    ...profile,
    role: membership?.leftAt === null ? membership.role : null,
    joinedAt: membership?.joinedAt ?? null,
    published,
    hidden: hidden + held,
    removed: removed + spam,
    sanctions: sanctions
      .filter((one) => isInForce(one, now))
      .map(({ id, kind, endsAt }) => ({ id, verb: `member.${kind}`, until: endsAt })),
    notes: notes.map(({ id, authorId, words, createdAt }) => ({
      ...{ id, words, at: createdAt },
      by: authors.get(authorId ?? "") ?? null,
    })),
  };
}

async function decisionsOn(
  store: Store,
  item: QueueItem,
  about: About | null,
): Promise<Pick<QueueCard, "previous" | "similar" | "tries">> {
  const own = about === null ? [] : await decidedAbout(store, { kind: "note", id: about.note.id });
  const ended = await decidedAbout(store, { kind: "item", id: item.id });
  const previous = [...own, ...ended].sort((a, b) => b.decided.decision - a.decided.decision);
  const words = about === null ? "" : about.note.body;
  const rows = words === "" ? [] : await store.record.aboutWords(item.groupId, sha256(words), MOST_SIMILAR);
  const elsewhere = await decidedBy(
    store,
    rows.filter(({ subject, actorRole }) => subject.id !== item.targetId && actorRole !== "author"),
  );
  return {
    previous: previous.map(({ decided }) => decided),
    similar: elsewhere.map(({ entry, decided }) => ({ ...decided, note: entry.subject.id, document: entry.document })),
    tries: own.filter(({ entry }) => entry.verb === "note.resubmit").length,
  };
}

function verbsFor(
  desk: Desk,
  item: QueueItem,
  { about, isReported }: { readonly about: About | null; readonly isReported: boolean },
): QueueCard["verbs"] {
  if (!mayDecide(desk, item)) return [];
  const ending = item.state === "open" && (isReported || item.targetKind === "member") ? itemVerbs : [];
  if (about === null) return item.targetKind === "member" ? ending : [];
  const { group, document } = about.standing;
  const creatorRole = desk.moderators.get(about.note.creator) ?? null;
  const subject = { group, document, annotation: { creator: about.note.creator, creatorRole } };
  return [...verbsFrom(about.note.status).filter((verb) => can(desk.actor, actionFor(verb), subject)), ...ending];
}

async function staffNotes(store: Store, item: QueueItem): Promise<QueueCard["notes"]> {
  const rows = await store.queueDesk.notes(item.id);
  const people = await store.members.profiles(rows.flatMap(({ authorId }) => authorId ?? []));
  return rows.map(({ id, authorId, words, at }) => ({ id, by: people.get(authorId ?? "") ?? null, words, at }));
}
