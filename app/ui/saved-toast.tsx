import { useEffect } from "react";
import { FormMessage } from "./field.tsx";
import type { FormAnswer } from "./form-answer.ts";
import { useToast } from "./toast.tsx";

/** Says that a form was carried out: as a toast, and in the page where no script makes toasts. */
export function SavedToast(props: { readonly answer: FormAnswer<unknown> | undefined; readonly sentence: string }) {
  const toast = useToast();
  const done = props.answer?.ok === true;
  useEffect(() => {
    if (props.answer?.ok) toast({ sentence: props.sentence });
  }, [props.answer, props.sentence, toast]);
  return done ? (
    <noscript>
      <FormMessage kind="done">{props.sentence}</FormMessage>
    </noscript>
  ) : null;
}
