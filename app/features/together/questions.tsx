/** What the toolbar asks before it does something: an address, a passage, a thread. */
import type { EditorView } from "prosemirror-view";
import { useEffect, useState } from "react";
import type { Passage } from "#app/context/together.ts";
import { isSafeAddress } from "#app/domain/page/shape.ts";
import { Button } from "#app/ui/button.tsx";
import { Dialog, DialogActions } from "#app/ui/dialog.tsx";
import { TextField } from "#app/ui/field.tsx";
import { togetherWords as words } from "#app/words/together.ts";
import { citeThread, linkAt, quotePassage, removeLink, setLink } from "./editor-commands.ts";
import { noteOfAddress } from "./editor-plugins.ts";
import styles from "./questions.module.css";

export type Question = "link" | "passage" | "thread";

type QuestionProps = {
  readonly view: EditorView;
  readonly text: string;
  readonly origin: string;
  readonly onClose: () => void;
};

/** The dialog of the question that is open, if one is. */
export function Questions({ question, ...rest }: QuestionProps & { readonly question: Question | null }) {
  const done = () => {
    rest.onClose();
    // After the dialog has given focus back to where it came from.
    requestAnimationFrame(() => rest.view.focus());
  };
  const props = { ...rest, onClose: done };
  return (
    <>
      <Dialog open={question === "link"} onClose={done} title={words.link.title}>
        <LinkForm {...props} />
      </Dialog>
      <Dialog open={question === "thread"} onClose={done} title={words.thread.title}>
        <ThreadForm {...props} />
      </Dialog>
      <Dialog open={question === "passage"} onClose={done} title={words.passage.title} wide>
        <PassageList {...props} />
      </Dialog>
    </>
  );
}

function LinkForm({ view, onClose }: QuestionProps) {
  const [error, setError] = useState<string | undefined>();
  const before = linkAt(view.state);
  return (
    <AddressForm
      field={{ label: words.link.address, hint: words.link.hint, error, defaultValue: before }}
      send={words.link.set}
      onCancel={onClose}
      onSend={(address) => {
        const href =
          /^[\w.-]+\.\w/u.test(address) && !address.includes("@") && !/^\w+:/u.test(address)
            ? `https://${address}`
            : address;
        if (!isSafeAddress(href)) return setError(words.link.wrong);
        setLink(href)(view.state, view.dispatch);
        onClose();
      }}
    >
      {before === "" ? null : (
        <Button
          onClick={() => {
            removeLink(view.state, view.dispatch);
            onClose();
          }}
        >
          {words.link.remove}
        </Button>
      )}
    </AddressForm>
  );
}

function ThreadForm({ view, origin, onClose }: QuestionProps) {
  const [error, setError] = useState<string | undefined>();
  return (
    <AddressForm
      field={{ label: words.thread.address, hint: words.thread.lead, error }}
      send={words.thread.cite}
      onCancel={onClose}
      onSend={(address) => {
        const note = noteOfAddress(address, origin);
        if (note === null) return setError(words.thread.wrong);
        citeThread(note)(view.state, view.dispatch);
        onClose();
      }}
    />
  );
}

function AddressForm(props: {
  readonly field: { label: string; hint: string; error: string | undefined; defaultValue?: string };
  readonly send: string;
  readonly onSend: (address: string) => void;
  readonly onCancel: () => void;
  readonly children?: React.ReactNode;
}) {
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        props.onSend(String(new FormData(event.currentTarget).get("address") ?? "").trim());
      }}
    >
      <TextField {...props.field} name="address" inputMode="url" autoComplete="off" autoFocus required />
      <DialogActions>
        {props.children}
        <Button onClick={props.onCancel}>{words.cancel}</Button>
        <Button kind="primary" type="submit">
          {props.send}
        </Button>
      </DialogActions>
    </form>
  );
}

function PassageList({ view, text, onClose }: QuestionProps) {
  const [passages, setPassages] = useState<readonly Passage[]>([]);
  const [search, setSearch] = useState("");
  useEffect(() => {
    void fetch(`/t/${text}/together/passages`, { headers: { accept: "application/json" } })
      .then((response) => (response.ok ? response.json() : null))
      .then((answer: { passages: readonly Passage[] } | null) => answer && setPassages(answer.passages))
      .catch(() => undefined);
  }, [text]);
  const wanted = search.trim().toLocaleLowerCase();
  const fits = ({ n, exact }: Passage) =>
    `¶${n}` === wanted || String(n) === wanted || exact.toLocaleLowerCase().includes(wanted);
  const shown = passages.filter(fits).slice(0, 200);
  return (
    <div className={styles.form}>
      <p>{words.passage.lead}</p>
      <TextField
        name="search"
        type="search"
        label={words.passage.search}
        value={search}
        autoFocus
        onChange={(event) => setSearch(event.target.value)}
      />
      <ul className={styles.passages}>
        {shown.map(({ n, exact }) => (
          <li key={n}>
            <button
              type="button"
              onClick={() => {
                quotePassage(n, exact)(view.state, view.dispatch);
                onClose();
              }}
            >
              <span className={styles.number}>{words.passage.paragraph(n)}</span>
              <span className={styles.exact}>{exact}</span>
            </button>
          </li>
        ))}
      </ul>
      {passages.length > 0 && shown.length === 0 ? <p>{words.passage.none}</p> : null}
    </div>
  );
}
