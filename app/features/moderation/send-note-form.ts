import { noteToolsWords } from "#app/words/note-tools.ts";

/** What became of a form about a note. */
export type NoteAnswer<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly sentence: string };

/** Sends a form about a note to `/n/NOTE/WHERE`; without a network the page says so and stays. */
export async function sendNoteForm<T>(
  note: string,
  where: "reports" | "decisions",
  fields: Readonly<Record<string, string>>,
): Promise<NoteAnswer<T>> {
  const answer = await fetch(`/n/${note}/${where}`, { method: "POST", body: new URLSearchParams(fields) }).catch(
    () => null,
  );
  const said: unknown = await answer?.json().catch(() => null);
  if (answer?.ok && isRecord(said)) return { ok: true, value: said.value as T };
  const fieldSentences = isRecord(said) && isRecord(said.fields) ? Object.values(said.fields) : [];
  const sentence = [isRecord(said) ? said.sentence : "", ...fieldSentences].find(
    (one): one is string => typeof one === "string" && one !== "",
  );
  return { ok: false, sentence: sentence ?? noteToolsWords.unreachable };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}
