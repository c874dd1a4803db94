import { Link } from "@remix-run/react";
import styles from "./count-link.module.css";
import { Icon, type IconName } from "./icon.tsx";

export type CountLinkProps = {
  readonly to: string;
  readonly icon: IconName;
  /** What it leads to and how much waits there, in words. */
  readonly label: string;
  /** The number as it is shown; null for none. */
  readonly count: string | null;
};

/** A sign in the bar with the number of what waits behind it. */
export function CountLink({ to, icon, label, count }: CountLinkProps) {
  return (
    <Link to={to} className={styles.badge} aria-label={label} title={label}>
      <Icon name={icon} />
      {count === null ? null : <span className={styles.count}>{count}</span>}
    </Link>
  );
}
