import type { ReactNode } from "react";
import { Button } from "#app/ui/button.tsx";
import { workWords as words } from "#app/words/work.ts";
import styles from "./work-tools.module.css";

/** Printing, and what else stands beside it. */
export function WorkTools({ children }: { readonly children: ReactNode }) {
  return (
    <>
      <span className={styles.print}>
        <Button icon="text" onClick={() => window.print()}>
          {words.print}
        </Button>
      </span>
      {children}
    </>
  );
}
