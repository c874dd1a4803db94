import type { BrowserOutbox } from "#app/live/browser-outbox.ts";
import { draftOfCommand } from "#app/live/draft-of-command.ts";
import { saveDraft } from "#app/live/drafts.ts";
import type { OpenedText } from "#app/live/local-database.ts";
import type { OutboxEntry } from "#app/live/outbox-entry.ts";
import { Button } from "#app/ui/button.tsx";
import { copyWords } from "#app/ui/clipboard.ts";
import { Row } from "#app/ui/page.tsx";
import { Time } from "#app/ui/time.tsx";
import { useToast } from "#app/ui/toast.tsx";
import { outboxWords } from "#app/words/outbox.ts";
import { rulesWords } from "#app/words/rules.ts";
import styles from "./outbox-row.module.css";

export type OutboxRowProps = {
  readonly entry: OutboxEntry;
  /** The first one of those that wait is the one that is tried. */
  readonly isFirst: boolean;
  /** Null for a text that this browser has no name of. */
  readonly text: OpenedText | null;
  readonly box: BrowserOutbox;
};

/** One thing that has not arrived: what it is, what stands in it, how it fares, and what can be done. */
export function OutboxRow({ entry, isFirst, text, box }: OutboxRowProps) {
  const { command, state } = entry;
  const words = "body" in command ? command.body : "";
  const target = command.verb === "publish" ? command.target : null;
  return (
    <li className={styles.row}>
      <p className={styles.head}>
        <strong>{kindOf(entry)}</strong> {outboxWords.on}{" "}
        <a href={`/t/${entry.document}`} lang={text?.language} dir={text?.dir}>
          {text?.title ?? outboxWords.unknownText}
        </a>{" "}
        {text === null ? null : <span className={styles.group}>{outboxWords.inGroup(text.group)}</span>}
      </p>
      {target === null ? null : (
        <blockquote className={styles.quote} lang={text?.language} dir="auto">
          {target.selector[1].exact}
        </blockquote>
      )}
      {words === "" ? null : (
        <p className={styles.words} dir="auto">
          {words}
        </p>
      )}
      <p className={state.kind === "refused" ? styles.refused : styles.fate}>
        {state.kind === "refused" ? outboxWords.refused(state.sentence) : <Fate entry={entry} isFirst={isFirst} />}
      </p>
      <Actions entry={entry} words={words} box={box} />
    </li>
  );
}

function Fate({ entry: { state, givenAt }, isFirst }: Pick<OutboxRowProps, "entry" | "isFirst">) {
  const tries = state.kind === "waiting" ? state.tries : 0;
  return (
    <>
      {outboxWords.since} <Time at={givenAt} form="moment" /> ·{" "}
      {!isFirst ? outboxWords.behind : tries === 0 ? outboxWords.sending : outboxWords.tries(tries)}
    </>
  );
}

type ActionsProps = Pick<OutboxRowProps, "entry" | "box"> & { readonly words: string };

function Actions({ entry, words, box }: ActionsProps) {
  const toast = useToast();
  const { outbox, hurry } = box;
  const draft = draftOfCommand(entry.command);
  const editAgain = async () => {
    if (draft === null) return;
    const { place, body, choices, note } = draft;
    await saveDraft({ person: entry.person, document: entry.document, place }, { body, choices }, Date.now());
    await outbox.discard(entry.id);
    location.assign(`/t/${entry.document}${note === null ? "" : `?note=${note}`}`);
  };
  const isRefused = entry.state.kind === "refused";
  const isNudged = entry.state.kind === "refused" && entry.state.code === "nudged";
  return (
    <Row>
      <Button size="s" icon="retry" onClick={() => void outbox.retry(entry).then(hurry)}>
        {isNudged ? rulesWords.author.postAnyway : isRefused ? outboxWords.sendAgain : outboxWords.sendNow}
      </Button>
      {draft === null ? null : (
        <Button size="s" kind="quiet" onClick={() => void editAgain()}>
          {outboxWords.editAgain}
        </Button>
      )}
      {words === "" ? null : (
        <Button
          size="s"
          kind="quiet"
          onClick={() =>
            void copyWords(words).then((isCopied) =>
              toast({ sentence: isCopied ? outboxWords.copied : outboxWords.notCopied }),
            )
          }
        >
          {outboxWords.copy}
        </Button>
      )}
      <Button
        size="s"
        kind="danger"
        onClick={() => void outbox.discard(entry.id).then(() => toast({ sentence: outboxWords.discarded }))}
      >
        {outboxWords.discard}
      </Button>
    </Row>
  );
}

function kindOf({ command }: OutboxEntry): string {
  const isHighlight = command.verb === "publish" && command.body === "";
  return isHighlight ? outboxWords.highlight : outboxWords.verbs[command.verb];
}
