import { describe, expect, it } from "vitest";
import type { AnnotationCommand } from "#app/domain/annotation/command.ts";
import { placeOfComposing, readComposing } from "#app/features/thread/composing.ts";
import { draftOfCommand } from "./draft-of-command.ts";

const about = { id: "01N", document: "01T" } as const;
const target = {
  source: "01R",
  selector: [
    { type: "TextPositionSelector", start: 10, end: 16 },
    { type: "TextQuoteSelector", exact: "letter", prefix: "his ", suffix: "." },
  ],
} as const;

const note: AnnotationCommand = {
  ...about,
  verb: "publish",
  motivation: "questioning",
  colour: "blue",
  body: "To whom?",
  placement: "me",
  target,
};

describe("draftOfCommand", () => {
  it.each([
    ["a note on a passage", note],
    ["a note on the whole text", { ...note, target: null }],
    ["a highlight with words", { ...note, motivation: "highlighting" }],
  ] as const)("%s comes back to the composer as it was", (_, command) => {
    const draft = draftOfCommand(command);
    const composing = readComposing(draft?.choices);
    expect(composing).toMatchObject({ colour: "blue", placement: "me" });
    expect(composing && placeOfComposing(composing)).toBe(draft?.place);
    expect(draft).toMatchObject({ body: "To whom?", note: null });
  });

  it.each([
    ["reply", { ...about, verb: "reply", parent: "01P", body: "To us." }, "reply/01P", "01P"],
    ["edit", { ...about, verb: "edit", body: "To them.", version: 2 }, "edit/01N", "01N"],
  ] as const)("a %s comes back to its thread", (_, command, place, thread) => {
    expect(draftOfCommand(command)).toMatchObject({ place, note: thread, body: command.body });
  });

  it.each([{ ...about, verb: "delete" } as const, { ...note, body: "" }])(
    "nothing comes back of $verb without words",
    (command) => {
      expect(draftOfCommand(command)).toBeNull();
    },
  );
});
