/** What the pages of moderation ask of the server without leaving the page; each of these works as a form as well. */
import type { CannedAnswer, Guideline } from "#app/context/people.ts";
import type { QueuePage, QueueRow } from "#app/context/queue.ts";
import type { AnswerValues } from "#app/domain/moderation/canned-answer.ts";
import { INTENT } from "#app/ui/intent.ts";
import { moderatingWords as words } from "#app/words/moderating.ts";

/** `conflict`: somebody was faster, or it is no longer what was read. */
export type Asking<T> =
  | { readonly kind: "done"; readonly value: T }
  | { readonly kind: "conflict" | "refused"; readonly sentence: string };

export type Heard = { readonly rows: readonly QueueRow[]; readonly counts: QueuePage["counts"] };

/** Sends one of the forms of the queue. */
export async function sendForm<T>(
  group: string,
  intent: string,
  fields: Readonly<Record<string, string | number | null>>,
): Promise<Asking<T>> {
  const body = new URLSearchParams({ [INTENT]: intent });
  for (const [name, value] of Object.entries(fields)) body.set(name, value === null ? "" : String(value));
  return fetch(`/g/${group}/moderation/send`, { method: "POST", body })
    .then((answer) => readAnswer<T>(answer))
    .catch(() => ({ kind: "refused", sentence: words.live.unreachable }));
}

/** The rows of these items as they are now, with the numbers of all views; null where the server cannot be reached. */
export async function askRows(group: string, items: readonly string[]): Promise<Heard | null> {
  const search = new URLSearchParams({ items: items.join(",") });
  return fetch(`/g/${group}/moderation/rows?${search}`)
    .then((answer) => (answer.ok ? (answer.json() as Promise<Heard>) : null))
    .catch(() => null);
}

async function readAnswer<T>(answer: Response): Promise<Asking<T>> {
  const said: unknown = await answer.json();
  if (answer.ok) return { kind: "done", value: (said as { readonly value: T }).value };
  const { sentence, fields } = said as { readonly sentence?: string; readonly fields?: Record<string, string> };
  return {
    kind: answer.status === 409 ? "conflict" : "refused",
    sentence: sentence || Object.values(fields ?? {})[0] || words.live.unreachable,
  };
}

/** What can be said with a decision. */
export type Sayable = { readonly answers: readonly CannedAnswer[]; readonly guidelines: readonly Guideline[] };

/** The canned answers and rules of the group; none of either where the server cannot be reached. */
export async function askSayable(group: string): Promise<Sayable> {
  return fetch(`/g/${group}/moderation/sayable`)
    .then((answer) => (answer.ok ? (answer.json() as Promise<Sayable>) : nothingSayable))
    .catch(() => nothingSayable);
}

/** Nothing to choose from. */
export const nothingSayable: Sayable = { answers: [], guidelines: [] };

/** A canned answer with its gaps filled, counted as a use; or why it cannot be sent. */
export async function fillCanned(group: string, id: string, values: AnswerValues): Promise<Asking<{ words: string }>> {
  const body = new URLSearchParams(values);
  return fetch(`/g/${group}/moderation/answers/${id}`, { method: "POST", body })
    .then((answer) => readAnswer<{ words: string }>(answer))
    .catch(() => ({ kind: "refused", sentence: words.live.unreachable }));
}

/** How far a batch is, or null when it is not under way. */
export async function askProgress(
  group: string,
  batch: string,
): Promise<{ readonly done: number; readonly of: number } | null> {
  return fetch(`/g/${group}/moderation/rows?${new URLSearchParams({ batch })}`)
    .then((answer) => answer.json() as Promise<{ progress: { done: number; of: number } | null }>)
    .then(({ progress }) => progress)
    .catch(() => null);
}

/** The numbers of all views, or null where the server cannot be reached. */
export async function askCounts(group: string): Promise<QueuePage["counts"] | null> {
  return (await askRows(group, []))?.counts ?? null;
}
