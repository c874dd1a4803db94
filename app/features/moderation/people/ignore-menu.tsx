import { Disclosure } from "#app/ui/disclosure.tsx";
import { RowForm } from "#app/ui/row-form.tsx";
import { peopleWords } from "#app/words/people.ts";

export type IgnoreMenuProps = { readonly id: string; readonly name: string; readonly isIgnored: boolean };

/** Whether one sees what somebody writes: a sign beside their name, with what ignoring means. */
export function IgnoreMenu({ id, name, isIgnored }: IgnoreMenuProps) {
  const words = peopleWords.ignoring;
  const button = isIgnored ? words.stop(name) : words.ignore(name);
  return (
    <Disclosure look="panel" icon={isIgnored ? "eyeOff" : "eye"} summary={button}>
      <p>{words.hint}</p>
      <RowForm
        action="/settings/ignored"
        intent={isIgnored ? "stop" : "ignore"}
        fields={{ member: id }}
        button={button}
      />
    </Disclosure>
  );
}
