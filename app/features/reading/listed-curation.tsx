import type { ListedNote, ReadingPage } from "#app/context/reading.ts";
import { asides, slowSteps, untouched } from "#app/domain/moderation/curation.ts";
import { curationWords as words } from "#app/words/curation.ts";
import { VerbForm } from "./listed-forms.tsx";
import styles from "./notes-without-script.module.css";

type Props = { readonly note: ListedNote; readonly page: ReadingPage; readonly roots: readonly ListedNote[] };

/** Everything that staff can make of a note, and its author of a thread, as plain forms. */
export function CurateForms({ note, page, roots }: Props) {
  const may = page.abilities["thread.curate"];
  const isRoot = note.parent === null;
  const mayResolve = isRoot && (may || (page.ownSeats.includes(note.seat) && page.abilities["annotation.publish"]));
  if (note.status !== "published" || note.isPrivateReply || !(may || mayResolve)) return null;
  const action = `/t/${page.document.id}/curate`;
  const { pinned, featured, resolved, locked, aside } = note.curation ?? untouched;
  const button = (verb: keyof typeof words.menu, label: string) => (
    <VerbForm action={action} label={label} fields={{ verb, id: note.id }} />
  );
  const { menu } = words;
  return (
    <>
      {mayResolve ? (resolved ? button("unresolve", menu.unresolve) : button("resolve", menu.resolve)) : null}
      {may ? (
        <details>
          <summary>{words.settings.title}</summary>
          {pinned === null ? (
            <form method="post" action={action} className={styles.form}>
              <Hidden verb="pin" id={note.id} />
              <label>
                {words.pinForm.until} <input type="datetime-local" name="until" />
              </label>
              <button type="submit">{words.pinForm.button}</button>
            </form>
          ) : (
            <>
              {button("unpin", menu.unpin)}
              {isRoot ? button("raise", menu.raise) : null}
            </>
          )}
          {featured ? button("unfeature", menu.unfeature) : button("feature", menu.feature)}
          {locked ? button("unlock", menu.unlock) : button("lock", isRoot ? menu.lock : menu.lockBranch)}
          {aside === null ? <AsideForm action={action} id={note.id} /> : button("expand", menu.expand)}
          {isRoot ? <ThreadForms note={note} page={page} roots={roots} /> : null}
        </details>
      ) : null}
    </>
  );
}

function AsideForm({ action, id }: { readonly action: string; readonly id: string }) {
  return (
    <form method="post" action={action} className={styles.form}>
      <Hidden verb="aside" id={id} />
      <select name="why" aria-label={words.asideForm.why}>
        {asides.map((why) => (
          <option key={why} value={why}>
            {words.asides[why]}
          </option>
        ))}
      </select>
      <button type="submit">{words.asideForm.button}</button>
    </form>
  );
}

function ThreadForms({ note, page, roots }: Props) {
  const action = `/t/${page.document.id}/curate`;
  const others = roots.filter(({ id }) => id !== note.id);
  return (
    <>
      <form method="post" action={action} className={styles.form}>
        <Hidden verb="slow" id={note.id} />
        <select name="seconds" aria-label={words.slowForm.seconds}>
          <option value="">{words.slowForm.off}</option>
          {slowSteps.map((step) => (
            <option key={step} value={step}>
              {words.slowForm.step(step)}
            </option>
          ))}
        </select>
        <button type="submit">{words.slowForm.title}</button>
      </form>
      {note.replies.length === 0 ? null : (
        <form method="post" action={action} className={styles.form}>
          <Hidden verb="split" id={note.id} />
          {note.replies.map((reply) => (
            <label key={reply.id} className={styles.check}>
              <input type="checkbox" name="notes" value={reply.id} /> {reply.by.name}: {reply.body.slice(0, 90)}
            </label>
          ))}
          <button type="submit">{words.splitForm.title}</button>
        </form>
      )}
      {others.length === 0 ? null : (
        <form method="post" action={action} className={styles.form}>
          <Hidden verb="merge" id={note.id} />
          <select name="into" aria-label={words.mergeForm.into}>
            {others.map(({ id, by, body }) => (
              <option key={id} value={id}>
                {by.name}: {body.slice(0, 90)}
              </option>
            ))}
          </select>
          <button type="submit">{words.mergeForm.title}</button>
        </form>
      )}
      <form method="post" action={action} className={styles.form}>
        <Hidden verb="move" id={note.id} />
        <input type="hidden" name="text" value={page.document.id} />
        <input type="hidden" name="passage" value="paragraph" />
        <label>
          {words.passage.number} <input name="paragraph" inputMode="numeric" pattern="[0-9]*" required />
        </label>
        <button type="submit">{words.moveForm.title}</button>
      </form>
    </>
  );
}

function Hidden({ verb, id }: { readonly verb: string; readonly id: string }) {
  return (
    <>
      <input type="hidden" name="verb" value={verb} />
      <input type="hidden" name="id" value={id} />
    </>
  );
}
