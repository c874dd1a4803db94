import type { AnnotationCommand, CommandResult } from "#app/domain/annotation/command.ts";
import { ENDORSEMENT } from "#app/domain/annotation/reaction.ts";
import { Problem } from "#app/domain/problem.ts";
import { annotationWords as words } from "#app/words/annotations.ts";
import { ownSeat } from "./places.ts";
import { reprojectAlone } from "./reproject.ts";
import { demand, knownNote, type Turn } from "./turn.ts";

type React = Extract<AnnotationCommand, { verb: "react" }>;

/** A signal, a face or an endorsement, or taking it back. The note's version stays: its words are what they were. */
export async function react(turn: Turn, { id, reaction, on }: React): Promise<CommandResult> {
  const note = await knownNote(turn, id);
  const { store, standing, now, heed } = turn;
  const endorses = reaction === ENDORSEMENT && on;
  demand(turn, endorses ? "annotation.endorse" : "annotation.react", {
    thread: note.root,
    annotation: { creator: note.creator, creatorRole: null },
  });
  if (on && note.status !== "published") throw new Problem("locked", words.notShown);
  const one = { annotationId: id, memberId: standing.actor.id, reaction };
  const changed = on
    ? await store.reactions.give({ ...one, seatId: ownSeat(turn, note), createdAt: now })
    : await store.reactions.take(one);
  if (changed) await reprojectAlone(store, id);
  if (changed && endorses) await heed({ kind: "endorsed", note });
  return { id, version: note.version };
}
