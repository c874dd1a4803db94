import { useSingleKeys } from "#app/live/use-single-keys.ts";
import { Dialog } from "#app/ui/dialog.tsx";
import { CheckField } from "#app/ui/field.tsx";
import { boardWords } from "#app/words/board.ts";
import styles from "./key-map.module.css";

const words = boardWords.keys;

/** All keys of grading, and the switch that turns single ones off (WCAG 2.2 §2.1.4). */
export function KeyMap({ open, onClose }: { readonly open: boolean; readonly onClose: () => void }) {
  const [singleKeys, setSingleKeys] = useSingleKeys();
  return (
    <Dialog open={open} onClose={onClose} title={words.title}>
      {singleKeys ? null : <p>{words.off}</p>}
      <dl className={styles.keys}>
        {words.rows.map(([key, what]) => (
          <div key={key} className={styles.row}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{what}</dd>
          </div>
        ))}
      </dl>
      <CheckField
        label={words.setting}
        checked={singleKeys}
        onChange={(event) => setSingleKeys(event.target.checked)}
      />
    </Dialog>
  );
}
