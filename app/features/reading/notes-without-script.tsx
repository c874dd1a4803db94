import type { Islands, ListedNote, ReadingPage } from "#app/context/reading.ts";
import { TextFiles } from "#app/features/taking/take-menu.tsx";
import { kinOf } from "#app/features/thread/composing.ts";
import { amongWords } from "#app/words/among.ts";
import { newsWords } from "#app/words/news.ts";
import { noteToolsWords } from "#app/words/note-tools.ts";
import { readingWords } from "#app/words/reading.ts";
import { takingWords } from "#app/words/taking.ts";
import { useIslands } from "./islands.tsx";
import { CurateForms } from "./listed-curation.tsx";
import { AnswerForm, LabelFields, ReactForms, ReplyForm, VerbForm } from "./listed-forms.tsx";
import { Listed } from "./listed-note.tsx";
import styles from "./notes-without-script.module.css";
import { ThreadFollowForm } from "./thread-follow-form.tsx";

const words = readingWords.withoutScript;

/** Threads on one page of the list. */
export const LISTED = 100;

/** The notes below the text, and plain forms to add to them; only where there is no JavaScript. */
export function NotesWithoutScript({ page }: { readonly page: ReadingPage }) {
  const islands = useIslands();
  const notes = islands?.notes ?? [];
  const action = `/t/${page.document.id}/notes`;
  const mayWrite = page.abilities["annotation.publish"];
  return (
    <noscript>
      <section className={styles.notes} aria-labelledby="notes-title">
        <h2 id="notes-title">{words.title}</h2>
        <p>{notes.length === 0 ? words.none : words.hint}</p>
        {notes.length === 0 ? null : <SeenForm text={page.document.id} />}
        <ol>
          {notes.map((note) => (
            <li key={note.id} id={`note-${note.id}`}>
              <Listed note={note} page={page} />
              <ReactForms note={note} page={page} />
              <AnswerForm note={note} page={page} />
              <OwnForms note={note} page={page} />
              <CurateForms note={note} page={page} roots={notes} />
              <ThreadFollowForm root={note.id} page={page} />
              {flat(note.replies).map((reply) => (
                <div key={reply.id} className={styles.reply} id={`note-${reply.id}`}>
                  <Listed note={reply} page={page} />
                  <ReactForms note={reply} page={page} />
                  <AnswerForm note={note} page={page} reply={reply} />
                  <OwnForms note={reply} page={page} />
                  <CurateForms note={reply} page={page} roots={notes} />
                </div>
              ))}
              {mayWrite ? <ReplyForm note={note} page={page} /> : null}
            </li>
          ))}
        </ol>
        <Pages shown={notes.length} listed={islands?.listed} />
        {mayWrite ? <AddForm action={action} page={page} /> : null}
        <h3>{takingWords.title}</h3>
        <TextFiles text={page.document.id} />
      </section>
    </noscript>
  );
}

/** What the reader may do with a note: change or delete an own one, hide another's as staff. */
function OwnForms({ note, page }: { readonly note: ListedNote; readonly page: ReadingPage }) {
  const isOwn = page.ownSeats.includes(note.seat);
  const action = `/t/${page.document.id}/notes`;
  const mayEdit = isOwn && page.abilities["annotation.publish"] && note.status === "published" && note.body !== "";
  const mayHide =
    !isOwn && page.abilities["annotation.hide"] && (note.status === "published" || note.status === "hidden");
  const toggle = note.status === "hidden" ? "restore" : "hide";
  return (
    <>
      {mayEdit ? (
        <details>
          <summary>{readingWords.thread.edit}</summary>
          <form method="post" action={action} className={styles.form}>
            <input type="hidden" name="verb" value="edit" />
            <input type="hidden" name="id" value={note.id} />
            <input type="hidden" name="version" value={note.version} />
            <textarea name="body" aria-label={readingWords.thread.edit} required rows={4} defaultValue={note.body} />
            <button type="submit">{readingWords.thread.save}</button>
          </form>
        </details>
      ) : null}
      {isOwn ? (
        <VerbForm action={action} label={readingWords.thread.remove} fields={{ verb: "delete", id: note.id }} />
      ) : null}
      {mayHide ? (
        <VerbForm action={action} label={readingWords.thread[toggle]} fields={{ verb: toggle, id: note.id }} />
      ) : null}
      {mayHide ? <a href={`/n/${note.id}/decide?version=${note.version}`}>{noteToolsWords.remove}</a> : null}
      {isOwn || note.status !== "published" ? null : <a href={`/n/${note.id}/report`}>{noteToolsWords.report}</a>}
    </>
  );
}

/** Answers on answers follow what they answer. */
function flat(replies: readonly ListedNote[]): readonly ListedNote[] {
  return replies.flatMap((reply) => [reply, ...flat(reply.replies)]);
}

/** What is new goes by what a browser sees; without JavaScript the reader says so. */
function SeenForm({ text }: { readonly text: string }) {
  return (
    <form method="post" action={`/t/${text}/seen`} className={styles.form}>
      <input type="hidden" name="all" value="plain" />
      <button type="submit">{newsWords.allSeen}</button>
    </form>
  );
}

function Pages({ shown, listed }: { readonly shown: number; readonly listed: Islands["listed"] }) {
  if (listed === undefined || listed.total <= shown) return null;
  const next = listed.from + shown;
  return (
    <nav aria-label={words.title} className={styles.pages}>
      {listed.from > 0 ? <a href={`?from=${Math.max(0, listed.from - LISTED)}#notes-title`}>{words.earlier}</a> : null}
      {next < listed.total ? <a href={`?from=${next}#notes-title`}>{words.more}</a> : null}
    </nav>
  );
}

function AddForm({ action, page }: { readonly action: string; readonly page: ReadingPage }) {
  return (
    <form method="post" action={action} className={styles.form}>
      <h3>{words.add}</h3>
      <input type="hidden" name="verb" value="publish" />
      <label>
        {words.number}
        <input name="number" inputMode="numeric" pattern="[0-9]*" />
      </label>
      <label>
        {words.body}
        <textarea name="body" required rows={4} />
      </label>
      <LabelFields page={page} />
      <AmongFields cohorts={page.cohorts} />
      <label className={styles.check}>
        <input type="checkbox" name="question" value="yes" /> {words.question}
      </label>
      <label className={styles.check}>
        <input type="checkbox" name="private" value="yes" /> {readingWords.composer.onlyMe}
      </label>
      <button type="submit">{readingWords.composer.post}</button>
    </form>
  );
}

/** For which assignment or section; whoever reads in several ticks some, and none for the whole group. */
function AmongFields({ cohorts }: Pick<ReadingPage, "cohorts">) {
  if (cohorts.length === 0) return null;
  const label = ({ among, section }: ReadingPage["cohorts"][number]) =>
    section === null ? among.title : `${among.title} · ${section}`;
  if (cohorts.some((one) => !one.isDefault && kinOf(one, cohorts).length > 1)) {
    return (
      <fieldset className={styles.among}>
        <legend>{amongWords.among}</legend>
        <p>{amongWords.tickHint}</p>
        {cohorts.map((one) => (
          <label key={one.audience} className={styles.check}>
            <input type="checkbox" name="audience" value={one.audience} /> {label(one)}
          </label>
        ))}
      </fieldset>
    );
  }
  return (
    <label>
      {amongWords.among}
      <select name="audience" defaultValue={cohorts.find(({ isDefault }) => isDefault)?.audience ?? ""}>
        {cohorts.map((one) => (
          <option key={one.audience} value={one.audience}>
            {label(one)}
          </option>
        ))}
        <option value="">{amongWords.group}</option>
      </select>
    </label>
  );
}
