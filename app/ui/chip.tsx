import { Link, NavLink, type NavLinkProps } from "@remix-run/react";
import { type ButtonHTMLAttributes, forwardRef, type ReactNode } from "react";
import styles from "./chip.module.css";
import { classNames } from "./class-names.ts";

export type ChipProps = ButtonHTMLAttributes<HTMLButtonElement> & { readonly on?: boolean };

/** A round toggle of a filter; says `aria-pressed` unless it is a menu's button (`aria-haspopup`). */
export const Chip = forwardRef<HTMLButtonElement, ChipProps>(function Chip(
  { on = false, className, children, ...rest },
  ref,
) {
  return (
    <button
      type="button"
      aria-pressed={rest["aria-haspopup"] ? undefined : on}
      {...rest}
      ref={ref}
      className={classNames(styles.chip, on && styles.on, className)}
    >
      {children}
    </button>
  );
});

export type ChipLinkProps = Omit<NavLinkProps, "className" | "children"> & {
  readonly children: ReactNode;
  /** Whether what it leads to is here, where the path alone does not tell. */
  readonly on?: boolean;
};

/** A chip that leads to a page and shows when that page is here. */
export function ChipLink({ children, on, ...rest }: ChipLinkProps) {
  if (on !== undefined) {
    return (
      <Link to={rest.to} aria-current={on ? "page" : undefined} className={classNames(styles.chip, on && styles.on)}>
        {children}
      </Link>
    );
  }
  return (
    <NavLink {...rest} className={({ isActive }) => classNames(styles.chip, isActive && styles.on)}>
      {children}
    </NavLink>
  );
}

/** A chip that leads to another view of the same page; `on` for the one that is here. */
export function ChipChoice({ to, on, children }: { readonly to: string; readonly on: boolean; children: ReactNode }) {
  return (
    <Link
      to={to}
      preventScrollReset
      aria-current={on ? "true" : undefined}
      className={classNames(styles.chip, on && styles.on)}
    >
      {children}
    </Link>
  );
}

/** `accent` for what somebody is or asks, `warn` for what waits, `plain` for the rest. */
export type BadgeKind = "accent" | "warn" | "danger" | "plain";

/** A small word beside a name. */
export function Badge({ kind = "plain", children }: { readonly kind?: BadgeKind; readonly children: ReactNode }) {
  return <span className={classNames(styles.badge, styles[kind])}>{children}</span>;
}
