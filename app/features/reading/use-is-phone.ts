import { useEffect, useState } from "react";

/** A media query: narrower than this there is no margin and notes open in a sheet. */
export const NARROW = "(max-width: 56rem)";

/** True where notes open in a sheet from below; false on the server. */
export function useIsPhone(): boolean {
  const [isPhone, setPhone] = useState(false);
  useEffect(() => {
    const query = matchMedia(NARROW);
    const read = () => setPhone(query.matches);
    read();
    query.addEventListener("change", read);
    return () => query.removeEventListener("change", read);
  }, []);
  return isPhone;
}
