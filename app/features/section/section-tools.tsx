/** The ways to another division; each only asks to look at it. */
import { Form } from "@remix-run/react";
import { useState } from "react";
import type { SectionSetPage } from "#app/context/sections.ts";
import { MAX_SECTION_NAME } from "#app/domain/section/section.ts";
import { Button } from "#app/ui/button.tsx";
import { SelectField, TextArea, TextField } from "#app/ui/field.tsx";
import { Stack } from "#app/ui/page.tsx";
import { SubmitButton } from "#app/ui/submit-button.tsx";
import { sectionWords as words } from "#app/words/sections.ts";
import { NAME, SEAT } from "./section-forms.ts";
import styles from "./sections.module.css";

/** From the roster as it is now. */
export function FromRoster({ size }: { readonly size: number }) {
  return (
    <Form method="post" className={styles.row}>
      <input type="hidden" name="seed" value="1" />
      <div className={styles.number}>
        <TextField
          name="size"
          type="number"
          inputMode="numeric"
          min={2}
          max={50}
          required
          label={words.size}
          defaultValue={size}
        />
      </div>
      <SubmitButton intent="propose" kind="plain">
        {words.look}
      </SubmitButton>
    </Form>
  );
}

/** From a table of people and sections. */
export function FromFile() {
  return (
    <Form method="post" encType="multipart/form-data">
      <Stack>
        <input type="file" name="file" accept=".csv,.tsv,.txt,text/csv,text/plain" aria-label={words.methods.csv} />
        <TextArea name="table" rows={5} label={words.file} hint={words.fileHint} />
        <div>
          <SubmitButton intent="read" kind="plain">
            {words.readFile}
          </SubmitButton>
        </div>
      </Stack>
    </Form>
  );
}

/** Names of sections, and a choice for each person. */
export function ByHand({ set }: { readonly set: SectionSetPage }) {
  const [added, setAdded] = useState(set.sections.length === 0 ? 2 : 1);
  const fresh = Array.from({ length: added }, (_, i) => ({
    id: `new${i}`,
    name: set.sections.length === 0 ? words.section(i + 1) : "",
  }));
  const sections = [...set.sections, ...fresh];
  const choices = [
    { value: "", label: words.noSectionChoice },
    ...sections.map(({ id, name }, i) => ({ value: id, label: name || words.section(i + 1) })),
  ];
  const people = [
    ...set.sections.flatMap(({ id, members }) => members.map((member) => ({ ...member, section: id }))),
    ...set.unseated.map((member) => ({ ...member, section: "" })),
  ].sort((a, b) => a.name.localeCompare(b.name));
  return (
    <Form method="post">
      <Stack>
        <div className={styles.seats}>
          {sections.map(({ id, name }, i) => (
            <TextField
              key={id}
              name={`${NAME}${id}`}
              label={`${words.sectionName} ${i + 1}`}
              defaultValue={name}
              maxLength={MAX_SECTION_NAME}
            />
          ))}
        </div>
        <div>
          <Button size="s" icon="plus" onClick={() => setAdded(added + 1)}>
            {words.addSection}
          </Button>
        </div>
        <div className={styles.seats}>
          {people.map(({ id, name, section }) => (
            <SelectField
              key={id}
              name={`${SEAT}${id}`}
              label={name}
              aria-label={words.seat(name)}
              choices={choices}
              defaultValue={section}
            />
          ))}
        </div>
        <div>
          <SubmitButton intent="look" kind="plain">
            {words.look}
          </SubmitButton>
        </div>
      </Stack>
    </Form>
  );
}

/** Silent sections join the smallest of the others. */
export function WithoutSilent() {
  return (
    <Form method="post" className={styles.row}>
      <SelectField
        name="days"
        label={words.silentSince}
        defaultValue="7"
        choices={[1, 3, 7, 14].map((days) => ({ value: String(days), label: words.silentDays(days) }))}
      />
      <SubmitButton intent="silent" kind="plain">
        {words.look}
      </SubmitButton>
    </Form>
  );
}
