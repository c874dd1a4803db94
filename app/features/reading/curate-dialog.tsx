import { type FormEvent, type ReactNode, useState } from "react";
import { asides, slowSteps } from "#app/domain/moderation/curation.ts";
import { typedIn } from "#app/domain/time/zoned.ts";
import type { CurateForm } from "#app/features/thread/curating.ts";
import { curationOf } from "#app/features/thread/curating.ts";
import type { Note } from "#app/live/note.ts";
import type { Thread } from "#app/live/thread-index.ts";
import { Button } from "#app/ui/button.tsx";
import { Dialog, DialogActions } from "#app/ui/dialog.tsx";
import { FormMessage, RadioRow, SelectField, TextField } from "#app/ui/field.tsx";
import { Stack } from "#app/ui/page.tsx";
import { curationWords as words } from "#app/words/curation.ts";
import { MergeFields, MoveFields, SplitFields } from "./arrange-fields.tsx";
import { useReadingRoom } from "./reading-context.tsx";
import { type CurationFields, useSendCuration } from "./use-curating.ts";

const titles: Readonly<Record<CurateForm, { readonly title: string; readonly button: string }>> = {
  pin: words.pinForm,
  slow: words.slowForm,
  aside: words.asideForm,
  split: words.splitForm,
  merge: words.mergeForm,
  move: words.moveForm,
  lift: words.liftForm,
};

/** One form about a note: until when it is pinned, how slow its thread is, why it is set aside, or where it goes. */
export function CurateDialog({ form, id }: { readonly form: CurateForm; readonly id: string }) {
  const { page, session, change } = useReadingRoom();
  const send = useSendCuration(page.document.id);
  const [refusal, setRefusal] = useState<string | null>(null);
  const thread = session?.notes.thread(rootOf(session.notes.stored(id)) ?? id) ?? null;
  const note = [thread?.root, ...(thread?.replies ?? [])].find((one) => one?.id === id);
  const close = () => change({ kind: "curate", curating: null });
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const fields = { verb: form, id, ...fieldsOf(new FormData(event.currentTarget)) };
    const refused = await send(fields);
    setRefusal(refused);
    if (refused === null) close();
  };
  return (
    <Dialog open onClose={close} title={titles[form].title}>
      <form method="post" action={`/t/${page.document.id}/curate`} onSubmit={(event) => void submit(event)}>
        <Stack>
          <FormMessage kind="error">{refusal}</FormMessage>
          {note === undefined || thread === null ? null : <Fields form={form} note={note} thread={thread} />}
          <DialogActions>
            <Button kind="quiet" onClick={close}>
              {words.cancel}
            </Button>
            <Button kind="primary" type="submit">
              {titles[form].button}
            </Button>
          </DialogActions>
        </Stack>
      </form>
    </Dialog>
  );
}

type FieldsProps = { readonly form: CurateForm; readonly note: Note; readonly thread: Thread };

function Fields({ form, note, thread }: FieldsProps): ReactNode {
  const { viewer } = useReadingRoom();
  const { slow, slowUntil } = curationOf(note);
  switch (form) {
    case "pin":
      return <TextField type="datetime-local" name="until" label={words.pinForm.until} />;
    case "slow":
      return (
        <>
          <SelectField
            name="seconds"
            label={words.slowForm.seconds}
            choices={slowChoices()}
            defaultValue={String(slow ?? slowSteps[1])}
          />
          <TextField
            type="datetime-local"
            name="until"
            label={words.slowForm.until}
            defaultValue={typedIn(slowUntil, viewer.timeZone)}
          />
        </>
      );
    case "aside":
      return (
        <>
          <p>{words.asideForm.hint}</p>
          <RadioRow
            name="why"
            legend={words.asideForm.why}
            choices={asides.map((value) => ({ value, label: words.asides[value] }))}
            defaultValue={asides[0]}
          />
        </>
      );
    case "split":
      return <SplitFields thread={thread} />;
    case "merge":
      return <MergeFields thread={thread} />;
    case "move":
      return <MoveFields />;
    case "lift":
      return <p>{words.liftForm.hint}</p>;
  }
}

/** Off, and every step of slow mode. */
export function slowChoices() {
  return [
    { value: "", label: words.slowForm.off },
    ...slowSteps.map((step) => ({ value: String(step), label: words.slowForm.step(step) })),
  ];
}

function rootOf(stored: { readonly root: string } | null | undefined): string | null {
  return stored?.root ?? null;
}

function fieldsOf(form: FormData): CurationFields {
  const names = [...new Set(form.keys())];
  return Object.fromEntries(names.map((name) => [name, form.getAll(name).map(String)]));
}
