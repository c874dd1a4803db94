import { useMemo } from "react";
import { ulid } from "ulid";
import type { ReadingPage } from "#app/context/reading.ts";
import type { Colour } from "#app/domain/annotation/annotation.ts";
import type { AnnotationCommand, Placement } from "#app/domain/annotation/command.ts";
import { describe, type Span } from "#app/domain/annotation/describe.ts";
import type { Reaction } from "#app/domain/annotation/reaction.ts";
import { assignedTo, type Composing, plainly } from "#app/features/thread/composing.ts";
import type { NoteChange, Placing } from "#app/features/thread/thread-context.tsx";
import type { Note } from "#app/live/note.ts";
import type { OutboxEntry } from "#app/live/outbox-entry.ts";
import type { ReadingSession } from "#app/live/reading-session.ts";
import { copyWords } from "#app/ui/clipboard.ts";
import { useToast } from "#app/ui/toast.tsx";
import { readingWords } from "#app/words/reading.ts";
import { revisionWords } from "#app/words/revisions.ts";

/** Everything a reader can do with notes; all of it shows at once and goes out through the outbox. */
export type Commands = {
  readonly highlight: (span: Span, colour: Colour, placement: Placement) => void;
  /** Gives the new note's id. */
  readonly post: (composing: Composing, body: string) => string;
  readonly reply: (parent: Note, body: string, privately: boolean) => void;
  /** Begins to edit a note as it is now, and gives what saves it; a note that changed meanwhile is a conflict. */
  readonly edit: (note: Note) => (change: NoteChange) => void;
  readonly react: (note: Note, reaction: Reaction, on: boolean) => void;
  /** Says that a question is answered, by a reply or by none in particular. */
  readonly answer: (root: Note, by: string | null) => void;
  readonly reopen: (root: Note) => void;
  /** Gives a passage of a note a place again. */
  readonly anchor: (placing: Placing, span: Span) => void;
  readonly remove: (note: Note) => void;
  readonly hide: (note: Note) => void;
  readonly restore: (note: Note) => void;
  readonly copyLink: (note: Note) => void;
  readonly copy: (words: string, done: string) => void;
  readonly retry: (entryId: string) => void;
  readonly discard: (entryId: string) => void;
  readonly refusedWords: (entryId: string) => string | null;
};

const words = readingWords.thread;

/** The commands of one open text; `text` gives its plain text, which targets are described in. */
export function useCommands(
  page: ReadingPage,
  session: ReadingSession | null,
  { origin, text }: { readonly origin: string; readonly text: () => string },
): Commands {
  const toast = useToast();
  return useMemo(() => {
    const document = page.document.id;
    const give = (command: AnnotationCommand) => void session?.give(command);
    const entries = () => session?.notes.snapshot().outbox ?? [];
    const entry = (id: string) => entries().find((one) => one.id === id) ?? null;
    const targetOf = (span: Span) => ({ source: page.revision.id, selector: describe(text(), span) });
    const publish = ({ span, more, motivation, colour, kind, tags, placement, ...among }: Publishing, body: string) => {
      const id = ulid();
      const assigned = assignedTo({ placement, ...among }, page.cohorts);
      const target = span && targetOf(span);
      const further = { ...(more.length > 0 && { more: more.map(targetOf) }), ...(tags.length > 0 && { tags }) };
      const asked = assigned && {
        audience: assigned.cohort.audience,
        ...(assigned.also.length > 0 && { also: assigned.also }),
        ...(assigned.prompt !== null && { prompt: assigned.prompt }),
      };
      give({ verb: "publish", id, document, motivation, colour, body, placement, target, kind, ...further, ...asked });
      return id;
    };
    const copy = (what: string, done: string) =>
      void copyWords(what).then((isCopied) => toast({ sentence: isCopied ? done : words.notCopied(what) }));
    return {
      highlight: (span, colour, placement) =>
        void publish({ ...plainly, span, motivation: "highlighting", colour, placement }, ""),
      post: publish,
      reply: ({ id: parent }, body, privately) =>
        give({ verb: "reply", id: ulid(), document, parent, body, ...(privately && { privately }) }),
      react: ({ id }, reaction, on) => give({ verb: "react", id, document, reaction, on }),
      answer: ({ id }, by) => give({ verb: "answer", id, document, by }),
      reopen: ({ id }) => give({ verb: "reopen", id, document }),
      edit: (note) => {
        const version = versionOf(note, session, entries());
        const refused = note.refusal && entry(note.refusal.entry);
        return (change) => {
          if (refused) void session?.discard(refused.id);
          const given = refused?.command;
          if (given?.verb === "reply") give({ ...given, body: change.body });
          else if (given?.verb === "publish") give({ ...given, ...change });
          else give({ verb: "edit", id: note.id, document, ...change, version });
        };
      },
      anchor: ({ note: id, passage }, span) => {
        give({ verb: "anchor", id, document, passage, target: targetOf(span) });
        toast({ sentence: revisionWords.adrift.done });
      },
      remove: (note) => {
        give({ verb: "delete", id: note.id, document });
        const undo = () => give({ verb: "undelete", id: note.id, document });
        toast({ sentence: words.removed, action: { label: words.undo, onSelect: undo } });
      },
      hide: (note) => give({ verb: "hide", id: note.id, document }),
      restore: (note) => give({ verb: "restore", id: note.id, document }),
      copyLink: (note) => copy(`${origin}/n/${note.id}`, words.copied),
      copy,
      retry: (id) => {
        const refused = entry(id);
        if (refused !== null) void session?.retry(refused);
      },
      discard: (id) => void session?.discard(id),
      refusedWords: (id) => {
        const command = entry(id)?.command;
        return command !== undefined && "body" in command && command.body !== "" ? command.body : null;
      },
    };
  }, [page, session, origin, text, toast]);
}

type Publishing = Omit<Composing, "motivation"> & { readonly motivation: Composing["motivation"] | "highlighting" };

/** Verbs that leave a note's version as it is. */
const unversioned: ReadonlySet<AnnotationCommand["verb"]> = new Set(["react", "answer", "reopen"]);

/** The version that an edit meets when everything before it in the outbox has gone through. */
function versionOf(note: Note, session: ReadingSession | null, entries: readonly OutboxEntry[]): number {
  const stored = session?.notes.stored(note.id)?.version ?? 0;
  const shown = new Set(session?.notes.shownEntries());
  const pending = entries.filter(
    (entry) =>
      entry.command.id === note.id &&
      entry.state.kind !== "refused" &&
      !unversioned.has(entry.command.verb) &&
      !shown.has(entry),
  );
  return stored + pending.length;
}
