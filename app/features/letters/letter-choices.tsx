import type { LetterChoices } from "#app/domain/news/letter.ts";
import { defaultFrequency, letterFrequencies, type NewsKind, newsKinds } from "#app/domain/news/news.ts";
import { VisuallyHidden } from "#app/ui/visually-hidden.tsx";
import { lettersWords as words } from "#app/words/letters.ts";
import styles from "./letter-choices.module.css";

/** One row for each kind of news, one column for each rhythm; the fields of a form that the page brings. */
export function LetterChoiceTable({ choices }: { readonly choices: LetterChoices }) {
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th scope="col" className={styles.kind}>
            <VisuallyHidden>{words.kind}</VisuallyHidden>
          </th>
          {letterFrequencies.map((frequency) => (
            <th key={frequency} scope="col" className={styles.column}>
              {words.frequencies[frequency]}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {newsKinds.map((kind) => (
          <KindRow key={kind} kind={kind} chosen={choices[kind]} />
        ))}
      </tbody>
    </table>
  );
}

function KindRow({ kind, chosen }: { readonly kind: NewsKind; readonly chosen: LetterChoices[NewsKind] }) {
  return (
    <tr>
      <th scope="row" className={styles.kind}>
        {words.kinds[kind]}
        <span className={styles.default}>{words.byDefault[defaultFrequency[kind]]}</span>
      </th>
      {letterFrequencies.map((frequency) => (
        <td key={frequency} className={styles.choice}>
          <label className={styles.option}>
            <input
              type="radio"
              name={kind}
              value={frequency}
              defaultChecked={frequency === chosen}
              aria-label={words.choice(words.kinds[kind], words.frequencies[frequency])}
            />
          </label>
        </td>
      ))}
    </tr>
  );
}
