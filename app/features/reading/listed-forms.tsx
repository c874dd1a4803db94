import type { ListedNote, ReadingPage } from "#app/context/reading.ts";
import { builtInKinds } from "#app/domain/annotation/annotation.ts";
import { ENDORSEMENT, type Reaction } from "#app/domain/annotation/reaction.ts";
import { listedWords as words } from "#app/words/listed.ts";
import { readingWords } from "#app/words/reading.ts";
import { signName } from "./listed-note.tsx";
import styles from "./notes-without-script.module.css";

type NoteProps = { readonly note: ListedNote; readonly page: ReadingPage };
type VerbFormProps = {
  readonly action: string;
  readonly label: string;
  readonly fields: Readonly<Record<string, string>>;
};

/** A button that does one thing to a note. */
export function VerbForm({ action, label, fields }: VerbFormProps) {
  return (
    <form method="post" action={action} className={styles.form}>
      {Object.entries(fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <button type="submit">{label}</button>
    </form>
  );
}

const sameQuestion: readonly Reaction[] = ["same-question"];
const endorsement: readonly Reaction[] = [ENDORSEMENT];

/** Signals and endorsements, given and taken back. */
export function ReactForms({ note, page }: NoteProps) {
  if (note.status !== "published" || !page.abilities["annotation.react"]) return null;
  const isOwn = page.ownSeats.includes(note.seat);
  const offered: readonly Reaction[] = [
    "agree",
    ...(note.motivation === "questioning" ? sameQuestion : []),
    ...(page.abilities["annotation.endorse"] && !isOwn ? endorsement : []),
  ];
  return (
    <div className={styles.verbs}>
      {offered.map((reaction) => {
        const isGiven = note.reactions?.[reaction]?.some((seat) => page.ownSeats.includes(seat)) === true;
        const name = signName(reaction);
        const fields = { verb: "react", id: note.id, reaction, on: isGiven ? "" : "yes" };
        const label = isGiven ? words.takeBack(name) : name;
        return <VerbForm key={reaction} action={`/t/${page.document.id}/notes`} label={label} fields={fields} />;
      })}
    </div>
  );
}

/** For whoever may close or open the question: with `reply`, by that reply. */
export function AnswerForm({ note, page, reply }: NoteProps & { readonly reply?: ListedNote }) {
  const may = page.abilities["annotation.answer"] || page.ownSeats.includes(note.seat);
  if (note.motivation !== "questioning" || note.status !== "published" || !may) return null;
  const action = `/t/${page.document.id}/notes`;
  const isAnswered = note.thread?.state === "answered";
  if (reply === undefined) {
    const fields = isAnswered ? { verb: "reopen", id: note.id } : { verb: "answer", id: note.id, by: "" };
    return <VerbForm action={action} label={isAnswered ? words.reopen : words.markAnswered} fields={fields} />;
  }
  if (reply.status !== "published" || reply.isPrivateReply || note.thread?.answer === reply.id) return null;
  return <VerbForm action={action} label={words.thisAnswers} fields={{ verb: "answer", id: note.id, by: reply.id }} />;
}

/** A reply, to all who see the note, or for staff to its author alone. */
export function ReplyForm({ note, page }: NoteProps) {
  const mayBePrivate = page.abilities["annotation.replyPrivately"] && !page.ownSeats.includes(note.seat);
  return (
    <form method="post" action={`/t/${page.document.id}/notes`} className={styles.form}>
      <input type="hidden" name="verb" value="reply" />
      <input type="hidden" name="parent" value={note.id} />
      <label>
        {readingWords.withoutScript.reply}
        <textarea name="body" required rows={2} />
      </label>
      {mayBePrivate ? (
        <label className={styles.check}>
          <input type="checkbox" name="privately" value="yes" /> {words.replyPrivately}
        </label>
      ) : null}
      <button type="submit">{readingWords.withoutScript.reply}</button>
    </form>
  );
}

/** Kind and tags of a new note. */
export function LabelFields({ page }: { readonly page: ReadingPage }) {
  const own = page.kinds.filter(({ isRetired }) => !isRetired);
  return (
    <>
      <label>
        {words.kind}
        <select name="kind" defaultValue="">
          <option value="">{words.noKind}</option>
          {builtInKinds.map((kind) => (
            <option key={kind} value={kind}>
              {words[kind]}
            </option>
          ))}
          {own.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <label>
        {words.tags}
        <input name="tags" />
      </label>
    </>
  );
}
