import { Dialog } from "./dialog.tsx";
import { CheckField } from "./field.tsx";
import styles from "./key-map.module.css";

type Rows = readonly (readonly [key: string, what: string])[];

export type KeyMapProps = {
  readonly open: boolean;
  readonly onClose: () => void;
  readonly words: { readonly title: string; readonly off: string; readonly setting: string; readonly rows: Rows };
  /** Whether single letters are keys, and how that is changed (WCAG 2.2 §2.1.4). */
  readonly singleKeys: boolean;
  readonly onSingleKeys: (on: boolean) => void;
};

/** All keys of a page, and the switch that turns single ones off. */
export function KeyMap({ open, onClose, words, singleKeys, onSingleKeys }: KeyMapProps) {
  return (
    <Dialog open={open} onClose={onClose} title={words.title}>
      {singleKeys ? null : <p>{words.off}</p>}
      <div className={styles.list}>
        <KeyList rows={words.rows} />
      </div>
      <CheckField label={words.setting} checked={singleKeys} onChange={(event) => onSingleKeys(event.target.checked)} />
    </Dialog>
  );
}

/** Keys with what they do. */
export function KeyList({ rows }: { readonly rows: Rows }) {
  return (
    <dl className={styles.keys}>
      {rows.map(([key, what]) => (
        <div key={key} className={styles.row}>
          <dt>
            <kbd>{key}</kbd>
          </dt>
          <dd>{what}</dd>
        </div>
      ))}
    </dl>
  );
}
