/** From a source to a proposal: at once where it is read in time, else while a page waits for it. */
import type { ProposedSource } from "#app/context/documents.ts";
import type { Viewer } from "#app/context/viewer.ts";
import { isProblem, Problem } from "#app/domain/problem.ts";
import { documentWords as words } from "#app/words/documents.ts";
import type { ReadImport } from "#db/repositories/imports.ts";
import type { Store } from "#db/store.ts";
import { hashOf } from "./known-text.ts";
import { cutMeta, MAX_TITLE, oneLine } from "./meta.ts";
import { demandAdd, type Hand, type ImportParts, type ImportReading, type SourceBytes } from "./proposals.ts";
import { Reading } from "./readings.ts";
import { bytesOf, demandStorage } from "./storage.ts";

/** Waiting texts of one member, each of up to several MB; a day's work of the busiest teacher. */
const MOST_WAITING = 30;
/** Readings of one member that go on after their forms were answered: the line is for everybody. */
const MOST_READ = 4;

type Proposed = {
  readonly groupId: string;
  readonly input: ProposedSource;
  /** The text that gets these words as a new revision, or null. */
  readonly revises: string | null;
};
type Proposal = Proposed & { readonly id: string; readonly viewer: Viewer };
type Found = { readonly source: SourceBytes; readonly reading: ImportReading };

/** Reads a source into pieces and keeps them. The rights are asked before the work and again when it is stored. */
export async function proposeText(
  parts: ImportParts,
  viewer: Viewer,
  proposed: Proposed,
): Promise<{ readonly id: string }> {
  const { read, clock, newId, readings } = parts;
  const { groupId, input, revises } = proposed;
  await demandAdd(read, viewer, { groupId, now: clock() });
  if (revises !== null && (await read.documents.find(revises))?.groupId !== groupId) {
    throw new Problem("not-found", words.unknownText);
  }
  const proposal = { ...proposed, id: newId(), viewer };
  const waiting = "address" in input ? null : await waitingFor(read, proposal, input);
  if (waiting !== null) return { id: waiting };
  if ((await read.imports.count(viewer.id)) >= MOST_WAITING) throw new Problem("too-many", words.tooManyImports);
  if ((await read.imports.countRead(viewer.id)) >= MOST_READ) throw new Problem("too-many", words.tooManyRead);
  const reading = new Reading(clock());
  const found = readSource(parts, input, reading.hand);
  if (await endsWithin(found, readings.patience)) return storeAtOnce(parts, proposal, await found);
  try {
    await storeUnread(parts, proposal);
  } catch (error) {
    reading.giveUp();
    throw error;
  }
  readings.follow(proposal.id, reading, storeLater(parts, proposal, { reading, found }));
  return { id: proposal.id };
}

async function readSource({ imports }: ImportParts, input: ProposedSource, hand: Hand): Promise<Found> {
  if (!("address" in input)) return { source: input, reading: await imports.read(input, hand) };
  hand.onProgress({ stage: "fetching", share: null });
  const source = await imports.fetch(input.address, hand);
  return { source, reading: await imports.read(source, hand) };
}

/** Whether `work` ends, well or badly, within so many milliseconds. */
async function endsWithin(work: Promise<unknown>, milliseconds: number): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<boolean>((resolve) => {
    timer = setTimeout(() => resolve(false), milliseconds);
  });
  const ended = () => true;
  try {
    return await Promise.race([work.then(ended, ended), late]);
  } finally {
    clearTimeout(timer);
  }
}

/** Id of the viewer's proposal of the same bytes, or null. */
function waitingFor(store: Store, { viewer, groupId, revises }: Proposal, { bytes, fileName }: SourceBytes) {
  return store.imports.waiting({ groupId, memberId: viewer.id, revises, sourceHash: hashOf(bytes), fileName });
}

async function storeAtOnce(parts: ImportParts, proposal: Proposal, found: Found): Promise<{ readonly id: string }> {
  // What was fetched shows only now what it is, and a button can be pressed twice.
  const waiting = await waitingFor(parts.read, proposal, found.source);
  if (waiting !== null) return { id: waiting };
  await parts.transact(async (store) => {
    await demandRoom(parts, store, proposal, found);
    await store.imports.insert({ ...rowOf(parts, proposal), ...readRow(proposal, found) });
  });
  return { id: proposal.id };
}

async function storeUnread(parts: ImportParts, proposal: Proposal): Promise<void> {
  const { input, viewer, groupId } = proposal;
  const known = "address" in input ? {} : { sourceHash: hashOf(input.bytes), fileName: input.fileName };
  await parts.transact(async (store) => {
    await demandAdd(store, viewer, { groupId, now: parts.clock() });
    await store.imports.insert({ ...rowOf(parts, proposal), ...known, state: "reading" });
  });
}

/** Settles the row of a reading that took its time; never rejects. What was given up has no row, or a start that marks it. */
async function storeLater(
  parts: ImportParts,
  proposal: Proposal,
  { reading, found }: { readonly reading: Reading; readonly found: Promise<Found> },
): Promise<void> {
  const { transact, readings } = parts;
  try {
    const read = await found;
    await transact(async (store) => {
      await demandRoom(parts, store, proposal, read);
      await store.imports.fill(proposal.id, readRow(proposal, read));
    });
  } catch (error) {
    if (reading.signal.aborted) return;
    if (!isProblem(error)) readings.report(error);
    const sentence = isProblem(error) ? error.sentence : null;
    await transact((store) => store.imports.fail(proposal.id, sentence)).catch(readings.report);
  }
}

async function demandRoom(
  { clock }: ImportParts,
  store: Store,
  { viewer, groupId }: Proposal,
  { reading }: Found,
): Promise<void> {
  await demandAdd(store, viewer, { groupId, now: clock() });
  // What waits has its room already, so that adding it is never refused for the want of it.
  await demandStorage(store, groupId, bytesOf(reading.pieces));
}

function rowOf({ clock }: ImportParts, { id, groupId, viewer, input, revises }: Proposal) {
  const source = "address" in input ? input.address : "";
  const facts = { title: "", ...cutMeta({ ...nothing, source }) };
  return {
    id,
    groupId,
    revises,
    memberId: viewer.id,
    ...facts,
    format: "plain",
    pieces: [],
    createdAt: clock(),
  } as const;
}

const nothing = { author: "", source: "", language: "", published: "", licence: "", rights: "" };

function readRow({ input }: Proposal, { source, reading }: Found): ReadImport {
  const { format, pieces, ...facts } = reading;
  return {
    ...{ state: "ready", format, pieces, words: facts.words, bytes: bytesOf(pieces) },
    ...{ fileName: source.fileName, sourceHash: hashOf(source.bytes) },
    title: oneLine(facts.title).slice(0, MAX_TITLE),
    ...cutMeta({ ...facts, source: "address" in input ? input.address : "" }),
  };
}
