import { type FetcherWithComponents, useNavigation } from "@remix-run/react";
import { Button, type ButtonProps } from "./button.tsx";
import { INTENT } from "./intent.ts";

export type SubmitButtonProps = Omit<ButtonProps, "type" | "name" | "value" | "pending"> & {
  /** Which form of the page this is. */
  readonly intent?: string;
  /** The fetcher whose form this is; without one the form navigates. */
  readonly fetcher?: FetcherWithComponents<unknown>;
};

/** Sends its form once: while the answer is under way further presses, and Enter in a field, do nothing. */
export function SubmitButton({ intent, fetcher, children, ...rest }: SubmitButtonProps) {
  const navigation = useNavigation();
  const { formData, formMethod } = fetcher ?? navigation;
  const pending = formMethod === "POST" && (intent === undefined || formData?.get(INTENT) === intent);
  const named = intent === undefined ? {} : { name: INTENT, value: intent };
  return (
    <Button kind="primary" {...rest} {...named} type="submit" pending={pending}>
      {children}
    </Button>
  );
}
