import { lazy, type ReactNode, Suspense, useCallback, useMemo, useState } from "react";
import { NoteMenuItems, type NoteWish } from "#app/features/moderation/note-menu-items.tsx";
import { sendNoteForm } from "#app/features/moderation/send-note-form.ts";
import type { NoteTools } from "#app/features/thread/thread-context.tsx";
import type { Note } from "#app/live/note.ts";
import { useToast } from "#app/ui/toast.tsx";
import type { Reading } from "./use-reading.ts";

// Few readers report and fewer decide: what they need is fetched when they do.
const NoteDialog = lazy(async () => ({
  default: (await import("#app/features/moderation/note-dialog.tsx")).NoteDialog,
}));
const OwnStanding = lazy(async () => ({
  default: (await import("#app/features/moderation/own-standing.tsx")).OwnStanding,
}));

/** What can be said to moderators about a note, what they can do with it, and what its author is told. */
export function useNoteTools({ page, who, facts, reported }: Reading): {
  readonly tools: NoteTools;
  readonly dialog: ReactNode;
} {
  const toast = useToast();
  const [wish, setWish] = useState<NoteWish | null>(null);
  const [reports, setReports] = useState<ReadonlyMap<string, string>>(
    () => new Map(reported.map(({ note, report }) => [note, report])),
  );
  const setReport = useCallback((note: string, report: string | null) => {
    setReports((before) => {
      const after = new Map(before);
      if (report === null) after.delete(note);
      else after.set(note, report);
      return after;
    });
  }, []);
  const wantFor = useCallback(
    (kind: NoteWish["kind"], note: Note) => {
      const seat = who(note.seat);
      setWish({ kind, note, author: seat === null ? null : { id: seat.id, name: seat.name } });
    },
    [who],
  );
  const withdraw = useCallback(
    async (note: string, report: string) => {
      const answer = await sendNoteForm(note, "reports", { intent: "withdraw", report });
      if (answer.ok) setReport(note, null);
      const { reportingWords } = await import("#app/words/reporting.ts");
      toast({ sentence: answer.ok ? reportingWords.report.withdrawn : answer.sentence });
    },
    [setReport, toast],
  );
  const publish = useCallback(
    async ({ id, version }: Note) => {
      const answer = await sendNoteForm(id, "decisions", { verb: "publish", version: String(version) });
      if (!answer.ok) toast({ sentence: answer.sentence });
    },
    [toast],
  );
  const tools = useMemo<NoteTools>(
    () => ({
      menu: (note) => (
        <NoteMenuItems
          note={note}
          isMine={facts.isOwn(note.seat)}
          canDecide={page.abilities["annotation.hide"]}
          report={reports.get(note.id) ?? null}
          onWish={(kind) => wantFor(kind, note)}
          onWithdraw={(report) => void withdraw(note.id, report)}
          onPublish={() => void publish(note)}
        />
      ),
      standing: ({ id, version, status }) =>
        status === "held" || status === "hidden" || status === "removed" || status === "spam" ? (
          <Suspense>
            <OwnStanding note={id} version={version} status={status} />
          </Suspense>
        ) : null,
    }),
    [page, facts, reports, wantFor, withdraw, publish],
  );
  const dialog =
    wish === null ? null : (
      <Suspense>
        <NoteDialog
          wish={wish}
          group={page.group.id}
          onClose={() => setWish(null)}
          onReported={(report) => setReport(wish.note.id, report)}
        />
      </Suspense>
    );
  return { tools, dialog };
}
