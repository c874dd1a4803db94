/** A command that was not accepted, as the draft that it came from. */
import type { AnnotationCommand } from "#app/domain/annotation/command.ts";

export type UndoneCommand = {
  /** Where the composer looks for its draft; `local-database.ts` says how places are named. */
  readonly place: string;
  readonly body: string;
  readonly choices: unknown;
  /** The note whose thread has to be open for the composer to be there; null for a new note. */
  readonly note: string | null;
};

/** Null for a command without words: there is nothing to write again. */
export function draftOfCommand(command: AnnotationCommand): UndoneCommand | null {
  if (!("body" in command) || command.body === "") return null;
  const { body } = command;
  switch (command.verb) {
    case "reply":
      return { place: `reply/${command.parent}`, body, choices: null, note: command.parent };
    case "edit":
      return { place: `edit/${command.id}`, body, choices: null, note: command.id };
    case "publish": {
      const { target, motivation, more = [], kind = null, tags = [], colour, placement, audience = "" } = command;
      const { prompt = "" } = command;
      const span = target === null ? null : spanOf(target);
      // A highlight with words is a note.
      const asked = motivation === "highlighting" ? "commenting" : motivation;
      const choices = {
        span,
        more: more.map(spanOf),
        motivation: asked,
        kind,
        tags,
        colour,
        placement,
        audience,
        prompt,
      };
      const place = span === null ? "new/whole" : `new/${span.start}-${span.end}`;
      return { place, body, choices, note: null };
    }
  }
}

type Selected = NonNullable<Extract<AnnotationCommand, { verb: "publish" }>["target"]>;

function spanOf({ selector: [{ start, end }] }: Selected): { readonly start: number; readonly end: number } {
  return { start, end };
}
