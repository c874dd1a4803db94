import { type ExportFormat, exportFormats } from "#app/domain/export/export-format.ts";
import { takingWords as words } from "#app/words/taking.ts";
import styles from "./take-form.module.css";

export type TakeFormProps = {
  /** Where a file of that format is asked for. */
  readonly addressOf: (format: ExportFormat) => string;
  readonly hint: string;
  /** Whether the viewer may have notes there that the group does not see. */
  readonly offersPrivate: boolean;
  /** What is asked besides, such as the filters of a page. */
  readonly fields?: Readonly<Record<string, string>>;
};

/** The files that there are, each a button: a plain form, since a download needs no script. */
export function TakeForm({ addressOf, hint, offersPrivate, fields = {} }: TakeFormProps) {
  return (
    <form method="get" className={styles.form}>
      {Object.entries(fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <p className={styles.hint}>{hint}</p>
      <ul className={styles.formats}>
        {exportFormats.map((format) => (
          <li key={format}>
            <button type="submit" formAction={addressOf(format)} className={styles.format}>
              <span className={styles.name}>{words.formats[format].name}</span>
              <span className={styles.what}>{words.formats[format].hint}</span>
            </button>
          </li>
        ))}
      </ul>
      {offersPrivate ? (
        <label className={styles.private}>
          <input type="checkbox" name="private" value="1" />
          {words.withPrivate}
        </label>
      ) : null}
    </form>
  );
}
