import { Form, useSubmit } from "@remix-run/react";
import type { WorkPage } from "#app/context/work.ts";
import { everything, type WorkChoice, workOrders } from "#app/domain/work/work-choice.ts";
import { Button } from "#app/ui/button.tsx";
import { SelectField } from "#app/ui/field.tsx";
import { workWords as words } from "#app/words/work.ts";
import styles from "./work-filters.module.css";

/** Which text and in which order; chosen at once, by a button where there are no scripts. */
export function WorkFilters({ page, choice }: { readonly page: WorkPage; readonly choice: WorkChoice }) {
  const submit = useSubmit();
  const texts = page.texts.map(({ id, title, notes }) => ({ value: id, label: `${title} (${notes})` }));
  return (
    <Form
      method="get"
      key={`${choice.text} ${choice.order}`}
      className={styles.filters}
      onChange={(event) => submit(event.currentTarget, { preventScrollReset: true })}
    >
      {choice.show === everything.show ? null : <input type="hidden" name="show" value={choice.show} />}
      {page.texts.length > 1 || choice.text !== null ? (
        <SelectField
          name="text"
          label={words.text}
          hideLabel
          defaultValue={choice.text ?? ""}
          choices={[{ value: "", label: words.allTexts }, ...texts]}
        />
      ) : null}
      <SelectField
        name="order"
        label={words.order}
        hideLabel
        defaultValue={choice.order}
        choices={workOrders.map((order) => ({ value: order, label: words.orders[order] }))}
      />
      <noscript>
        <Button type="submit">{words.apply}</Button>
      </noscript>
    </Form>
  );
}
