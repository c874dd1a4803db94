/** A board, and the same to be printed. */

import type { Board, Report } from "#app/context/board.ts";
import { statisticsOf } from "#app/domain/assignment/statistics.ts";
import { gateIsOpen } from "#app/domain/audience/audience.ts";
import { can } from "#app/domain/policy/policy.ts";
import type { Store } from "#db/store.ts";
import type { Entered } from "../assignments/enter.ts";
import { type Facts, factsOf } from "./facts.ts";
import { overviewOf } from "./overview.ts";
import { askedOf, rowsOf } from "./rows.ts";

export async function boardOf(read: Store, entered: Entered, now: number): Promise<Board> {
  // Before anything else is read: what comes meanwhile is asked for again.
  const stamp = await read.board.stamp(entered.assignment.id);
  return lookAt(read, entered, { facts: await factsOf(read, entered.assignment, now), stamp });
}

export async function reportOf(read: Store, entered: Entered, now: number): Promise<Report> {
  const stamp = await read.board.stamp(entered.assignment.id);
  const facts = await factsOf(read, entered.assignment, now);
  const said = facts.students.map(({ member, face }) => [face.id, facts.marks.get(member)?.final?.comment ?? ""]);
  return { ...(await lookAt(read, entered, { facts, stamp })), comments: Object.fromEntries(said), at: now };
}

async function lookAt(
  read: Store,
  { assignment, actor, group }: Entered,
  { facts, stamp }: { readonly facts: Facts; readonly stamp: string },
): Promise<Board> {
  const { id, title, state, times, scheme, isBlind, hasSecondMarker } = assignment;
  const rows = await rowsOf(read, facts);
  const texts = [];
  for (const { document } of assignment.texts) {
    const numbers = (facts.account.blocks.get(document) ?? []).flatMap(({ number }) => number ?? []);
    const name = (await read.documents.find(document))?.title ?? "";
    texts.push({ id: document, title: name, paragraphs: numbers.at(-1) ?? 0 });
  }
  const [cohort] = await read.cohorts.ofAssignment(id);
  const gate = cohort?.gate ?? assignment.reveal;
  const given = rows.flatMap(({ grade }) => (grade.isExcused ? [] : (grade.points ?? [])));
  return {
    ...{ id, title, state, times, scheme, isBlind, hasSecondMarker, texts, rows, stamp },
    group: { id: group.id, name: group.name },
    sections: facts.sections,
    asked: askedOf(assignment),
    overview: await overviewOf(read, facts),
    statistics: scheme.kind === "points" ? statisticsOf(given, scheme.points) : null,
    gate,
    gateIsOpen: gateIsOpen(gate, { ownPosts: 0, now: facts.now }),
    maySet: can(actor, "assignment.set", { group }),
    mayGrade: can(actor, "assignment.grade", {}),
    mayRemind: state === "published" && can(actor, "assignment.set", { group }),
  };
}
