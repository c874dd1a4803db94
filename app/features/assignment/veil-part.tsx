import { Form } from "@remix-run/react";
import type { OpenWork } from "#app/context/own-work.ts";
import { CheckField } from "#app/ui/field.tsx";
import { Section } from "#app/ui/page.tsx";
import { SubmitButton } from "#app/ui/submit-button.tsx";
import { veilWords as words } from "#app/words/veil.ts";
import styles from "./assignment.module.css";

/** As whom the others see a student, and the choice where it is theirs. */
export function VeilPart({ veil, mayWrite }: Pick<OpenWork, "veil" | "mayWrite">) {
  if (veil === null) return null;
  return (
    <Section title={words.title} hint={veil.name === null ? words.ownName : words.own(veil.name)}>
      {veil.mayChoose && mayWrite ? (
        // What is chosen now is what the box shows.
        <Form method="post" key={veil.name} className={styles.stack}>
          <CheckField name="veiled" label={words.choose} hint={words.chooseHint} defaultChecked={veil.name !== null} />
          <p>
            <SubmitButton intent="veil" kind="plain" size="s">
              {words.save}
            </SubmitButton>
          </p>
        </Form>
      ) : null}
    </Section>
  );
}
