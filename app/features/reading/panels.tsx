import { useSingleKeys } from "#app/live/use-single-keys.ts";
import { Button } from "#app/ui/button.tsx";
import { Dialog } from "#app/ui/dialog.tsx";
import { KeyList } from "#app/ui/key-map.tsx";
import { readingWords } from "#app/words/reading.ts";
import { ContentsPanel } from "./contents-panel.tsx";
import styles from "./panels.module.css";
import { ReaderSettingsForm } from "./reader-settings.tsx";
import { useReadingRoom } from "./reading-context.tsx";

/** What opens over the page: keys, reader settings, refused notes, and on narrow windows contents and filters. */
export function Panels() {
  const { view, change } = useReadingRoom();
  const close = () => change({ kind: "panel", panel: null });
  return (
    <>
      <Dialog open={view.panel === "keys"} onClose={close} title={readingWords.keys.title}>
        <KeyMap />
      </Dialog>
      <Dialog open={view.panel === "settings"} onClose={close} title={readingWords.settings.title}>
        <ReaderSettingsForm />
      </Dialog>
      <Dialog open={view.panel === "outbox"} onClose={close} title={readingWords.outbox.title}>
        <RefusedList />
      </Dialog>
      <Dialog open={view.panel === "contents"} onClose={close} title={readingWords.phone.list}>
        <ContentsPanel onGo={close} />
      </Dialog>
    </>
  );
}

function KeyMap() {
  const [singleKeys] = useSingleKeys();
  return (
    <>
      {singleKeys ? null : <p className={styles.off}>{readingWords.keys.off}</p>}
      <KeyList rows={readingWords.keys.rows} />
    </>
  );
}

function RefusedList() {
  const { notes, commands } = useReadingRoom();
  const refused = notes.outbox.flatMap((entry) =>
    entry.state.kind === "refused" ? [{ entry, state: entry.state }] : [],
  );
  const words = readingWords.thread;
  if (refused.length === 0) return <p>{readingWords.outbox.none}</p>;
  return (
    <ul className={styles.refused}>
      {refused.map(({ entry, state }) => {
        const kept = commands.refusedWords(entry.id);
        return (
          <li key={entry.id}>
            {kept === null ? null : <p className={styles.kept}>{kept}</p>}
            <p className={styles.why}>{words.refused(state.sentence)}</p>
            <Button size="s" kind="quiet" onClick={() => commands.retry(entry.id)}>
              {words.tryAgain}
            </Button>
            {kept === null ? null : (
              <Button size="s" kind="quiet" onClick={() => commands.copy(kept, words.wordsCopied)}>
                {words.copyWords}
              </Button>
            )}
            <Button size="s" kind="danger" onClick={() => commands.discard(entry.id)}>
              {words.discard}
            </Button>
          </li>
        );
      })}
    </ul>
  );
}
