import { type FormEvent, useState } from "react";
import { MAX_REPORT_WORDS } from "#app/domain/moderation/report.ts";
import { Button } from "#app/ui/button.tsx";
import { Dialog, DialogActions } from "#app/ui/dialog.tsx";
import { CheckField, FormMessage, TextArea } from "#app/ui/field.tsx";
import { Stack } from "#app/ui/page.tsx";
import { useToast } from "#app/ui/toast.tsx";
import { reportingWords as words } from "#app/words/reporting.ts";
import type { NoteWish } from "./note-menu-items.tsx";
import { ReasonFields, ReasonRadios } from "./reason-fields.tsx";
import { type NoteAnswer, sendNoteForm } from "./send-note-form.ts";

export type NoteDialogProps = {
  readonly wish: NoteWish;
  /** Group in which a person is reported. */
  readonly group: string;
  readonly onClose: () => void;
  readonly onReported: (report: string) => void;
};

/** Asks what is needed to report a note, or to decide about it, and sends it. */
export function NoteDialog(props: NoteDialogProps) {
  const { wish, onClose } = props;
  const title = wish.kind === "report" ? words.report.title : words.decide[wish.kind];
  return (
    <Dialog open wide title={title} onClose={onClose}>
      {wish.kind === "report" ? <Report {...props} /> : <Decide {...props} verb={wish.kind} />}
    </Dialog>
  );
}

function Report({ wish, group, onClose, onReported }: NoteDialogProps) {
  const toast = useToast();
  const sending = useSending();
  const { author, note } = wish;
  const send = async (fields: FormData) => {
    const isPerson = fields.get("isPerson") !== null && author !== null;
    const answer = await sending.send<{ readonly report: string; readonly isNew: boolean }>(note.id, "reports", {
      intent: "report",
      ...textFields(fields, ["reason", "words"]),
      ...(isPerson ? { person: author.id, group } : {}),
    });
    if (!answer.ok) return;
    toast({ sentence: answer.value.isNew ? words.report.sent : words.report.again });
    if (!isPerson) onReported(answer.value.report);
    onClose();
  };
  return (
    <form onSubmit={(event) => void send(fieldsOf(event))}>
      <Stack>
        <p>{words.report.hint}</p>
        <ReasonRadios legend={words.report.reason} suggested={null} isOptional={false} />
        <TextArea
          name="words"
          label={words.report.words}
          hint={words.report.wordsHint}
          rows={3}
          maxLength={MAX_REPORT_WORDS}
        />
        {author === null ? null : <CheckField name="isPerson" value="yes" label={words.report.person(author.name)} />}
        <Ending sending={sending} send={words.report.send} onClose={onClose} />
      </Stack>
    </form>
  );
}

function Decide({ wish: { note }, verb, onClose }: NoteDialogProps & { readonly verb: "remove" | "revise" }) {
  const toast = useToast();
  const sending = useSending();
  const send = async (fields: FormData) => {
    const answer = await sending.send<{ readonly decision: number | null }>(note.id, "decisions", {
      ...{ intent: "decide", verb, version: String(note.version) },
      ...textFields(fields, ["reason", "toAuthor", "toStaff"]),
    });
    if (!answer.ok) return;
    const { decision } = answer.value;
    toast({
      sentence: words.decide.done,
      ...(decision === null ? {} : { action: { label: words.decide.undo, onSelect: () => void undo(decision) } }),
    });
    onClose();
  };
  const undo = async (decision: number) => {
    const answer = await sendNoteForm(note.id, "decisions", { intent: "undo", decision: String(decision) });
    toast({ sentence: answer.ok ? words.decide.undone : answer.sentence });
  };
  return (
    <form onSubmit={(event) => void send(fieldsOf(event))}>
      <Stack>
        <ReasonFields suggested={null} isOptional={false} />
        <Ending sending={sending} send={words.decide[verb]} onClose={onClose} isDanger={verb === "remove"} />
      </Stack>
    </form>
  );
}

type Sending = {
  readonly refusal: string | null;
  readonly isPending: boolean;
  readonly send: <T>(...given: Parameters<typeof sendNoteForm>) => Promise<NoteAnswer<T>>;
};

/** Sends once, and keeps the sentence of a refusal; what was typed stays in its fields. */
function useSending(): Sending {
  const [refusal, setRefusal] = useState<string | null>(null);
  const [isPending, setPending] = useState(false);
  return {
    refusal,
    isPending,
    send: async <T,>(...given: Parameters<typeof sendNoteForm>) => {
      setPending(true);
      const answer = await sendNoteForm<T>(...given);
      setPending(false);
      setRefusal(answer.ok ? null : answer.sentence);
      return answer;
    },
  };
}

function Ending(props: {
  readonly sending: Sending;
  readonly send: string;
  readonly onClose: () => void;
  readonly isDanger?: boolean;
}) {
  return (
    <>
      <FormMessage kind="error">{props.sending.refusal}</FormMessage>
      <DialogActions>
        <Button kind="quiet" onClick={props.onClose}>
          {words.report.cancel}
        </Button>
        <Button type="submit" kind={props.isDanger ? "danger" : "primary"} pending={props.sending.isPending}>
          {props.send}
        </Button>
      </DialogActions>
    </>
  );
}

function fieldsOf(event: FormEvent<HTMLFormElement>): FormData {
  event.preventDefault();
  return new FormData(event.currentTarget);
}

function textFields(fields: FormData, names: readonly string[]): Record<string, string> {
  return Object.fromEntries(names.map((name) => [name, String(fields.get(name) ?? "")]));
}
