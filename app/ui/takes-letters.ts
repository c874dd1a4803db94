/** True where a letter is typed rather than pressed: in a field, a menu or an open dialog. */
export function takesLetters(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.closest("dialog[open], [role=menu]") !== null) return true;
  return target.isContentEditable || target.matches("input:not([type=radio], [type=checkbox]), textarea, select");
}
