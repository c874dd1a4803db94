import { Link } from "@remix-run/react";
import { Fragment, type ReactNode } from "react";
import { siteWords } from "#app/words/site.ts";
import { classNames } from "./class-names.ts";
import { Icon } from "./icon.tsx";
import styles from "./top-bar.module.css";

/** One step of the trail; the last one is where one is and has no address. */
export type Crumb = { readonly label: string; readonly to?: string };

/**
 * The bar over every page: the name, where one is, and what can be done from anywhere. On a phone the name and the steps
 * give way to where one is, and the last step becomes a way back.
 */
export function TopBar({ trail, children }: { readonly trail: readonly Crumb[]; readonly children?: ReactNode }) {
  return (
    <header className={classNames(styles.bar, trail.length > 1 && styles.deep)}>
      <Link to="/" className={styles.name} aria-label={siteWords.home}>
        {siteWords.name}
      </Link>
      <nav aria-label={siteWords.trail} className={styles.trail}>
        {trail.map((crumb, place) => (
          <Fragment key={crumb.label}>
            {place > 0 ? (
              <span aria-hidden="true" className={styles.slash}>
                /
              </span>
            ) : null}
            {crumb.to === undefined ? (
              <span aria-current="page" className={styles.here}>
                {crumb.label}
              </span>
            ) : (
              <Link to={crumb.to} className={classNames(styles.step, place === trail.length - 2 && styles.back)}>
                <span className={styles.sign}>
                  <Icon name="chevronLeft" />
                </span>
                <span className={styles.label}>{crumb.label}</span>
              </Link>
            )}
          </Fragment>
        ))}
      </nav>
      <div className={styles.end}>{children}</div>
    </header>
  );
}
