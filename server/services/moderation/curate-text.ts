/** What staff do with a text as a whole: lock it, slow it, give it hours. Runs inside a transaction; rights are the caller's. */
import type { TextCuration } from "#app/domain/moderation/curation.ts";
import type { TextCurationCommand } from "#app/domain/moderation/curation-command.ts";
import type { ChainedEntry } from "#app/domain/moderation/record.ts";
import type { Verb } from "#app/domain/moderation/verb.ts";
import { Problem } from "#app/domain/problem.ts";
import { annotationWords } from "#app/words/annotations.ts";
import { curationWords as words } from "#app/words/curation.ts";
import type { CurationHands } from "./curate-note.ts";

const verbOf: Readonly<Record<TextCurationCommand["verb"], Verb>> = {
  "text-lock": "text.lock",
  "text-unlock": "text.unlock",
  "text-slow": "text.slow",
  "text-schedule": "text.schedule",
};

/** Gives the row of the record, or null where it held already. Throws Problem("invalid"). */
export async function curateText(hands: CurationHands, command: TextCurationCommand): Promise<ChainedEntry | null> {
  const before = await hands.store.curation.text(command.id);
  return keepTextCuration(hands, command.id, { verb: verbOf[command.verb], before, after: changed(before, command) });
}

/** Stores it with its row in the record. */
export async function keepTextCuration(
  { store, now, newId, judge }: CurationHands,
  documentId: string,
  { verb, before, after }: { readonly verb: Verb; readonly before: TextCuration; readonly after: TextCuration },
): Promise<ChainedEntry | null> {
  if (JSON.stringify(before) === JSON.stringify(after)) return null;
  const document = await store.documents.find(documentId);
  if (document === null) throw new Problem("not-found", annotationWords.unknownText);
  await store.curation.putText(documentId, after);
  return store.record.append({
    ...{ id: newId(), at: now, group: document.groupId, document: documentId },
    ...{ actor: judge?.id ?? null, actorRole: judge?.role ?? "system", verb },
    ...{ subject: { kind: "text", id: documentId }, revision: null, revisionHash: null, item: null, reason: null },
    ...{ before, after, undoes: null, batch: null },
  });
}

function changed(before: TextCuration, command: TextCurationCommand): TextCuration {
  switch (command.verb) {
    case "text-lock":
    case "text-unlock":
      return { ...before, locked: command.verb === "text-lock" };
    case "text-slow":
      return { ...before, slow: command.seconds, slowUntil: command.seconds === null ? null : command.until };
    case "text-schedule": {
      const { opensAt, closesAt } = command;
      if (opensAt !== null && closesAt !== null && closesAt <= opensAt) {
        throw new Problem("invalid", words.badHours, { fields: { closesAt: words.badHours } });
      }
      return { ...before, opensAt, closesAt };
    }
  }
}
