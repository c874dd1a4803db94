/** The hidden field that says which form of a page was sent. */
export const INTENT = "intent";

/** The intent of a form, "" when it names none. */
export function intentOf(form: FormData): string {
  const intent = form.get(INTENT);
  return typeof intent === "string" ? intent : "";
}
