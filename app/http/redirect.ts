/** A path that a browser resolves on our own origin whatever it makes of it. */
const ownPath = /^\/(?![/\\])[^\\\p{C}\s]*$/u;

/**
 * Where to go after a form: `target` when it is a path of ours, else "/". Refused are other origins, `//host`, `/\host`,
 * their percent-encoded forms, control characters and blanks, which browsers strip before they look for a host.
 */
export function safeRedirect(target: FormDataEntryValue | string | null | undefined): string {
  if (typeof target !== "string" || !ownPath.test(target)) return "/";
  const decoded = decodedTwice(target);
  return decoded !== null && ownPath.test(decoded.replaceAll(" ", "")) ? target : "/";
}

/** The path part as a proxy that decodes twice would read it; null when it cannot be decoded. */
function decodedTwice(target: string): string | null {
  const path = target.split(/[?#]/)[0] ?? "";
  try {
    return decodeURIComponent(decodeURIComponent(path));
  } catch {
    return null;
  }
}
