import { describe, expect, it } from "vitest";
import type { AnnotationCommand } from "#app/domain/annotation/command.ts";
import type { Note } from "./note.ts";
import type { EntryState, OutboxEntry } from "./outbox-entry.ts";
import { overlaid, shownOf } from "./overlay.ts";

const note: Note = {
  id: "a",
  root: "a",
  parent: null,
  motivation: "questioning",
  status: "published",
  seat: "t",
  colour: "blue",
  target: null,
  more: [],
  kind: null,
  tags: ["irony"],
  body: "words",
  created: 1,
  edited: null,
  version: 1,
  placement: "everyone",
  among: [],
  reactions: { agree: ["t"] },
  curation: null,
  summary: null,
  said: null,
  delivery: "sent",
  refusal: null,
};
const around = { ownSeats: ["me", "my desk"], see: (id: string) => (id === "a" ? note : null) };
const waiting: EntryState = { kind: "waiting", tries: 0, notBefore: 0 };
const answered: EntryState = { kind: "answered", version: 1, at: 5 };
const refused: EntryState = { kind: "refused", code: "forbidden", sentence: "No." };

type Said = { readonly verb: AnnotationCommand["verb"] } & Readonly<Record<string, unknown>>;
let made = 0;
function entry(said: Said, state: EntryState = waiting): OutboxEntry {
  made += 1;
  const command = { id: "a", document: "d", ...said } as AnnotationCommand;
  return { id: `e${made}`, person: "p", document: "d", command, givenAt: 9, state };
}
const react = (on: boolean, state?: EntryState) => entry({ verb: "react", reaction: "agree", on }, state);
const answer = (by: string | null, state?: EntryState) => entry({ verb: "answer", by }, state);
const reopen = (state?: EntryState) => entry({ verb: "reopen" }, state);
const saidAnswered = { state: "answered", by: "t", answer: "r", at: 3 } as const;

describe("overlaid", () => {
  it.each([
    ["a reaction joins those of others", [react(true)], { reactions: { agree: ["t", "me"] }, delivery: "sent" }],
    ["taking it back again leaves theirs", [react(true), react(false)], { reactions: { agree: ["t"] } }],
    [
      "a refused reaction is not shown, and says why",
      [react(true, refused)],
      { reactions: note.reactions, refusal: { sentence: "No." } },
    ],
    ["answered, by this reply", [answer("r")], { said: { state: "answered", answer: "r", by: "me" } }],
    ["and opened again", [answer("r"), reopen()], { said: { state: "open", answer: null } }],
    [
      "an edit changes what it names",
      [entry({ verb: "edit", body: "others", kind: "evidence", version: 1 })],
      { body: "others", kind: "evidence", tags: ["irony"], edited: 9, delivery: "waiting" },
    ],
    [
      "other tags alone are no edit of the words",
      [entry({ verb: "edit", body: "words", tags: [], version: 1 })],
      { tags: [], edited: null },
    ],
  ])("%s", (_, entries, expected) => {
    expect(overlaid(note, entries, around)).toMatchObject(expected);
  });

  const edited = (state?: EntryState) => entry({ verb: "edit", body: "new", version: 1 }, state);
  it.each([
    ["an edit shows at once", note, [edited()], { body: "new", delivery: "waiting" }],
    ["an answered edit still shows", note, [edited({ ...answered, version: 2 })], { body: "new", delivery: "sent" }],
    [
      "until the room has it",
      { ...note, version: 2, body: "room" },
      [edited({ ...answered, version: 2 })],
      { body: "room" },
    ],
    ["a refused edit shows what others see", note, [edited(refused)], { body: "words", delivery: "refused" }],
    ["a deletion followed by undo", note, [entry({ verb: "delete" }), entry({ verb: "undelete" })], { body: "words" }],
  ])("%s", (_, base, entries, expected) => {
    expect(overlaid(base, entries, around)).toMatchObject(expected);
  });

  it("hides what was deleted", () => {
    expect(overlaid(note, [entry({ verb: "delete" })], around)).toBeNull();
  });

  it("knows the last reaction that was taken back", () => {
    const only = { ...note, reactions: { agree: ["my desk"] } };
    expect(overlaid(only, [react(false)], around)?.reactions).toEqual({});
  });

  it.each([
    ["a reply to the first note", { parent: "a" }, { root: "a", placement: "everyone" }],
    ["a reply to a reply", { parent: "r" }, { root: "a", parent: "r", placement: "staff" }],
    ["a private reply", { parent: "a", privately: true }, { placement: "staff" }],
  ])("drafts %s", (_, said, expected) => {
    const reply: Note = { ...note, id: "r", parent: "a", placement: "staff" };
    const see = (id: string) => (id === "r" ? reply : around.see(id));
    const given = entry({ id: "x", verb: "reply", body: "so", ...said });
    expect(overlaid(null, [given], { ...around, see })).toMatchObject(expected);
  });
});

describe("shownOf", () => {
  const mine: Note = { ...note, reactions: { agree: ["t", "me"] } };
  it.each([
    ["a reaction that is there", mine, [react(true, answered)], [0]],
    ["one that is not there yet", note, [react(true, answered)], []],
    ["one that was taken back and is gone", note, [react(false, answered)], [0]],
    ["one that is still on its way", mine, [react(true)], []],
    [
      "on and off in one batch, of which the rooms show only the end",
      note,
      [react(true, answered), react(false, answered)],
      [0, 1],
    ],
    ["a later one on its way speaks for both", note, [react(true, answered), react(false)], [0]],
    ["a refused one speaks for none", note, [react(true, answered), react(false, refused)], []],
    ["answered", { ...note, said: saidAnswered }, [answer("r", answered)], [0]],
    ["answered by another reply", { ...note, said: saidAnswered }, [answer("x", answered)], []],
    ["opened again", note, [reopen(answered)], [0]],
    [
      "answered, then opened again before the rooms told",
      { ...note, said: saidAnswered },
      [answer("x", answered), reopen(answered)],
      [0],
    ],
    ["a deletion once the room lost the note", null, [entry({ verb: "delete" }, answered)], [0]],
    ["a deletion before that", note, [entry({ verb: "delete" }, { ...answered, version: 2 })], []],
    ["an edit by its version", note, [entry({ verb: "edit", body: "", version: 1 }, answered)], [0]],
  ])("%s", (_, seen, entries, shown) => {
    expect([...shownOf(entries, seen, around)].map((one) => entries.indexOf(one)).sort()).toEqual(shown);
  });
});
