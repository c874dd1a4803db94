import { Card, Stack } from "#app/ui/page.tsx";
import { factorsWords } from "#app/words/factors.ts";
import styles from "./security.module.css";

/** New recovery codes, the one time that they are shown. */
export function NewRecoveryCodes({ codes }: { readonly codes: readonly string[] }) {
  const words = factorsWords.security;
  if (codes.length === 0) return null;
  return (
    <Card>
      <Stack>
        <h2>{words.codesNew}</h2>
        <p role="status">{words.codesKeep}</p>
        <ul className={styles.codes}>
          {codes.map((code) => (
            <li key={code}>{code}</li>
          ))}
        </ul>
      </Stack>
    </Card>
  );
}
