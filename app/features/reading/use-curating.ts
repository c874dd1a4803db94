import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import type { TextCuration } from "#app/domain/moderation/curation.ts";
import type { Curating } from "#app/features/thread/curating.ts";
import { useToast } from "#app/ui/toast.tsx";
import { curationWords as words } from "#app/words/curation.ts";
import type { ReadingRoom } from "./reading-context.tsx";

/** What threads ask about pins, locks and the like; equal while nothing of it changed. */
export function useCurating(room: Pick<ReadingRoom, "page" | "notes" | "facts" | "change">): Curating {
  const { page, change } = room;
  const text = useTextCuration(page.document.id, page.curation);
  const send = useSendCuration(page.document.id);
  const latest = useRef(room);
  latest.current = room;
  const lastOwn = useCallback((root: string | null) => {
    const { notes, facts } = latest.current;
    const threads = root === null ? notes.threads : notes.threads.filter(({ id }) => id === root);
    const own = threads.flatMap((thread) => [thread.root, ...thread.replies]).filter(({ seat }) => facts.isOwn(seat));
    return own.length === 0 ? null : Math.max(...own.map(({ created }) => created));
  }, []);
  // Equal while no thread was split: notes come and go all the time, and every card would be drawn anew.
  const splits = room.notes.threads.flatMap(({ id, root }) => {
    const from = root.curation?.splitFrom;
    return from == null ? [] : [`${from} ${id}`];
  });
  const key = splits.join("\n");
  return useMemo(
    () => ({
      splitOff: (root) =>
        key.split("\n").flatMap((one) => (one.startsWith(`${root} `) ? one.slice(root.length + 1) : [])),
      canCurate: page.abilities["thread.curate"],
      text,
      give: (verb, { id }) => void send({ verb, id }),
      ask: (form, { id }) => change({ kind: "curate", curating: { form, note: id } }),
      lastOwn,
    }),
    [page, text, send, change, lastOwn, key],
  );
}

/** What a form about a note sends; a name may come more than once. */
export type CurationFields = Readonly<Record<string, string | readonly string[]>>;
type Answer = { readonly ok?: boolean; readonly sentence?: string; readonly fields?: Readonly<Record<string, string>> };

/** Does it on the server, says what came of it with a way back, and gives the sentence of a refusal, or null. */
export function useSendCuration(document: string): (fields: CurationFields) => Promise<string | null> {
  const toast = useToast();
  return useCallback(
    async (fields) => {
      const answer = await post(document, fields);
      if (answer === null || answer.ok !== true) {
        const sentence = refusalOf(answer);
        toast({ sentence });
        return sentence;
      }
      const { decision } = answer.value;
      const verb = String(fields.verb) as keyof typeof words.done;
      if (decision === null) toast({ sentence: words.unchanged });
      else {
        const undo = async () => {
          const back = await post(document, { verb: "undo", decision: String(decision) });
          toast({ sentence: back?.ok === true ? words.undone : refusalOf(back) });
        };
        toast({ sentence: words.done[verb], action: { label: words.undo, onSelect: () => void undo() } });
      }
      return null;
    },
    [document, toast],
  );
}

type Done = { readonly ok: true; readonly value: { readonly decision: number | null } };
type Refused = Answer & { readonly ok?: false };

async function post(document: string, fields: CurationFields): Promise<Done | Refused | null> {
  const body = new URLSearchParams(
    Object.entries(fields).flatMap(([name, value]) => [value].flat().map((one) => [name, one] as [string, string])),
  );
  const headers = { Accept: "application/json" };
  const answer = await fetch(`/t/${document}/curate`, { method: "POST", headers, body }).catch(() => null);
  return (await answer?.json().catch(() => null)) ?? null;
}

function refusalOf(answer: Done | Refused | null): string {
  if (answer === null || answer.ok === true) return words.failed;
  return answer.sentence || Object.values(answer.fields ?? {})[0] || words.failed;
}

/** Asked for anew whenever the reader comes back to the page: locks of whole texts are rare, and the server decides anyway. */
function useTextCuration(document: string, first: TextCuration): TextCuration {
  const [text, setText] = useState(first);
  useEffect(() => {
    const refresh = async () => {
      if (window.document.hidden) return;
      const headers = { Accept: "application/json" };
      const answer = await fetch(`/t/${document}/curate`, { headers }).catch(() => null);
      const now: TextCuration | null = answer?.ok ? await answer.json().catch(() => null) : null;
      if (now !== null) setText((before) => (JSON.stringify(before) === JSON.stringify(now) ? before : now));
    };
    window.document.addEventListener("visibilitychange", refresh);
    return () => window.document.removeEventListener("visibilitychange", refresh);
  }, [document]);
  return text;
}
