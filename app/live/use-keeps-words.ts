import { useEffect, useState } from "react";
import { localDatabase } from "./local-database.ts";

/** False where the browser keeps nothing of this site, so that drafts and unsent notes go with the page. */
export function useKeepsWords(): boolean {
  const [keeps, setKeeps] = useState(true);
  useEffect(() => {
    let isCurrent = true;
    void localDatabase().then((db) => isCurrent && setKeeps(db !== null));
    return () => {
      isCurrent = false;
    };
  }, []);
  return keeps;
}
