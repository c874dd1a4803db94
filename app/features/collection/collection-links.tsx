import { Form } from "@remix-run/react";
import type { CollectionPage } from "#app/context/collections.ts";
import { CopyField } from "#app/ui/copy-field.tsx";
import { CheckField, TextField } from "#app/ui/field.tsx";
import { errorOf, type FormAnswer } from "#app/ui/form-answer.ts";
import { List, ListRow } from "#app/ui/list.tsx";
import { Section, Stack } from "#app/ui/page.tsx";
import { RowForm } from "#app/ui/row-form.tsx";
import { SubmitButton } from "#app/ui/submit-button.tsx";
import { useSayTime } from "#app/ui/time.tsx";
import { collectionWords as words } from "#app/words/collections.ts";
import styles from "./collections.module.css";

export type CollectionLinksProps = Pick<CollectionPage, "links"> & {
  readonly answer: FormAnswer<{ readonly link: string } | undefined> | undefined;
};

/** Showing a collection to somebody outside, and taking that back. A link is shown once, since only its hash is kept. */
export function CollectionLinks({ links, answer }: CollectionLinksProps) {
  const sayTime = useSayTime();
  const made = answer?.ok === true ? answer.value?.link : undefined;
  return (
    <Section title={words.share} hint={words.shareHint}>
      {made === undefined ? null : <CopyField label={words.linkOnce} value={made} />}
      <Form method="post" key={made ?? ""} preventScrollReset>
        <Stack>
          <div className={styles.days}>
            <TextField
              name="days"
              type="number"
              inputMode="numeric"
              min={1}
              max={180}
              required
              label={words.days}
              defaultValue="30"
              error={errorOf(answer, "days")}
            />
          </div>
          <CheckField name="withNames" value="on" label={words.withNames} />
          <div>
            <SubmitButton intent="share" kind="plain" icon="link">
              {words.makeLink}
            </SubmitButton>
          </div>
        </Stack>
      </Form>
      {links.length === 0 ? null : (
        <>
          <h3>{words.links}</h3>
          <List>
            {links.map(({ id, withNames, expiresAt }) => (
              <ListRow
                key={id}
                title={words.until(sayTime(expiresAt, "date"))}
                line={withNames ? words.named : words.unnamed}
                end={<RowForm intent="unshare" fields={{ link: id }} button={words.takeBack} kind="danger" />}
              />
            ))}
          </List>
        </>
      )}
    </Section>
  );
}
