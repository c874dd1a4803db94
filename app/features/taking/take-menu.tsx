import { Disclosure } from "#app/ui/disclosure.tsx";
import { takingWords as words } from "#app/words/taking.ts";
import { TakeForm } from "./take-form.tsx";

/** A text's files behind a small sign, for rows of a list. */
export function TakeMenu({ text, title }: { readonly text: string; readonly title: string }) {
  return (
    <Disclosure look="panel" icon="download" summary={words.menu(title)}>
      <TextFiles text={text} />
    </Disclosure>
  );
}

/** The files of one text. */
export function TextFiles({ text }: { readonly text: string }) {
  return <TakeForm hint={words.hint} offersPrivate addressOf={(format) => `/t/${text}/export/${format}`} />;
}
