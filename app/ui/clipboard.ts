/** Puts words on the clipboard; false where the browser does not allow it, as on plain http without a gesture. */
export async function copyWords(words: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(words);
    return true;
  } catch {
    return copyBySelection(words);
  }
}

/** The clipboard interface exists only in secure contexts; a classroom on plain http has none. */
function copyBySelection(words: string): boolean {
  const area = document.createElement("textarea");
  area.value = words;
  area.readOnly = true;
  area.style.cssText = "position:fixed;opacity:0";
  document.body.append(area);
  area.select();
  const isCopied = document.execCommand("copy");
  area.remove();
  return isCopied;
}
