import styles from "./key-hint.module.css";

/** The key of a button, for those who see it; the button itself says `aria-keyshortcuts`. */
export function KeyHint({ of }: { readonly of: string }) {
  return (
    <span className={styles.hint} aria-hidden="true">
      {of}
    </span>
  );
}
