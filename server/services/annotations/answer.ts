/** Questions: answered, and open again. The version of the question stays: its words are what they were. */
import type { AnnotationCommand, CommandResult } from "#app/domain/annotation/command.ts";
import { Problem } from "#app/domain/problem.ts";
import { isPrivateReply } from "#app/rooms/projection.ts";
import { annotationWords as words } from "#app/words/annotations.ts";
import type { NoteRow } from "#db/repositories/annotations.ts";
import { audiencesAmong, ownSeat } from "./places.ts";
import { reprojectAlone } from "./reproject.ts";
import { demand, knownNote, type Turn } from "./turn.ts";

type Answer = Extract<AnnotationCommand, { verb: "answer" }>;

/** By its asker or staff; by a reply that all who see the question see, or by nothing in particular. */
export async function answer(turn: Turn, { id, by }: Answer): Promise<CommandResult> {
  const question = await openableQuestion(turn, id);
  if (by !== null) await demandAnswer(turn, question, by);
  const before = await turn.store.threads.find(id);
  if (before?.state === "answered" && before.answerId === by) return { id, version: question.version };
  await put(turn, question, { state: "answered", answerId: by });
  await turn.heed({ kind: "answered", note: question, answer: by });
  return { id, version: question.version };
}

/** What was answered is asked again. */
export async function reopen(turn: Turn, id: string): Promise<CommandResult> {
  const question = await openableQuestion(turn, id);
  const before = await turn.store.threads.find(id);
  if (before?.state !== "answered") return { id, version: question.version };
  await put(turn, question, { state: "open", answerId: null });
  await turn.heed({ kind: "reopened", note: question });
  return { id, version: question.version };
}

async function openableQuestion(turn: Turn, id: string): Promise<NoteRow> {
  const note = await knownNote(turn, id);
  demand(turn, "annotation.answer", { thread: note.root, annotation: { creator: note.creator, creatorRole: null } });
  if (note.motivation !== "questioning") throw new Problem("invalid", words.noQuestion);
  if (note.status !== "published") throw new Problem("locked", words.notShown);
  return note;
}

/** One sentence for whatever is no answer, so that it tells nothing of replies that the viewer does not see. */
async function demandAnswer({ store }: Turn, question: NoteRow, by: string): Promise<void> {
  const { id } = question;
  const reply = await store.annotations.find(by);
  const answers = reply?.root === id && reply.parent !== null && reply.status === "published" && !isPrivateReply(reply);
  // What one section said is no answer before another, which does not see it.
  const isSeen = audiencesAmong(question).every((audience) =>
    reply?.placements.some((place) => place.audience === audience),
  );
  if (!answers || !isSeen) throw new Problem("invalid", words.noAnswer);
}

async function put(
  turn: Turn,
  question: NoteRow,
  said: { readonly state: "open" | "answered"; readonly answerId: string | null },
): Promise<void> {
  const { store, now } = turn;
  await store.threads.put({ rootId: question.id, ...said, bySeat: ownSeat(turn, question), at: now });
  await reprojectAlone(store, question.id);
}
