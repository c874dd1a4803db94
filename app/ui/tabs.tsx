import { ChipLink } from "./chip.tsx";
import styles from "./tabs.module.css";

export type Tab = { readonly to: string; readonly label: string; readonly end?: boolean };

/** Pages of one thing side by side, as links; the current one says so (`aria-current`). */
export function Tabs({ label, tabs }: { readonly label: string; readonly tabs: readonly Tab[] }) {
  return (
    <nav aria-label={label} className={styles.tabs}>
      {tabs.map((tab) => (
        <ChipLink key={tab.to} to={tab.to} end={tab.end ?? false} prefetch="intent">
          {tab.label}
        </ChipLink>
      ))}
    </nav>
  );
}
