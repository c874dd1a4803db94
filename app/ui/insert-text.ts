/** Replaces start…end by `text` and then selects `select`. */
export type TextEdit = {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly select: readonly [number, number];
};

/** Puts words into a field as if they had been typed, so that the browser's own undo takes them back. */
export function insertText(area: HTMLTextAreaElement, { start, end, text, select }: TextEdit): void {
  area.focus({ preventScroll: true });
  area.setSelectionRange(start, end);
  // The only way into the undo list of a field; deprecated, and without any successor.
  const isTyped = text === "" ? document.execCommand("delete") : document.execCommand("insertText", false, text);
  if (!isTyped) {
    area.setRangeText(text, start, end, "end");
    area.dispatchEvent(new InputEvent("input", { bubbles: true }));
  }
  area.setSelectionRange(...select);
}
