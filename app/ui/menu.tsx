import { Link } from "@remix-run/react";
import { type KeyboardEvent, type ReactElement, type ReactNode, useEffect, useId, useRef, useState } from "react";
import { classNames } from "./class-names.ts";
import { Icon, type IconName } from "./icon.tsx";
import styles from "./menu.module.css";

/** What the button of a menu must be given so that it opens the menu and says what it is. */
export type MenuButtonProps = {
  readonly "aria-haspopup": "menu";
  readonly "aria-expanded": boolean;
  readonly "aria-controls": string | undefined;
  readonly onClick: () => void;
  readonly onKeyDown: (event: KeyboardEvent<HTMLElement>) => void;
};

export type MenuProps = {
  /** The menu's name. */
  readonly label: string;
  readonly button: (props: MenuButtonProps) => ReactElement;
  readonly children: ReactNode;
  /** The edge of the button at which the menu stands. */
  readonly align?: "start" | "end";
};

/** A menu as WAI-ARIA APG "Menu Button" describes it: arrows, Home, End, first letters, Esc and Tab; focus comes back. */
export function Menu({ label, button, children, align = "end" }: MenuProps) {
  const [open, setOpen] = useState(false);
  const [entry, setEntry] = useState<"first" | "last">("first");
  const place = useRef<HTMLDivElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const id = useId();

  const close = (giveBack: boolean) => {
    setOpen(false);
    if (giveBack) place.current?.querySelector<HTMLElement>("[aria-haspopup]")?.focus();
  };

  useEffect(() => {
    if (!open) return;
    items(list.current)
      .at(entry === "first" ? 0 : -1)
      ?.focus();
    const outside = (event: Event) => {
      if (event.target instanceof Node && !place.current?.contains(event.target)) setOpen(false);
    };
    document.addEventListener("pointerdown", outside);
    return () => document.removeEventListener("pointerdown", outside);
  }, [open, entry]);

  return (
    <div ref={place} className={styles.place}>
      {button({
        "aria-haspopup": "menu",
        "aria-expanded": open,
        "aria-controls": open ? id : undefined,
        onClick: () => {
          setEntry("first");
          setOpen(!open);
        },
        onKeyDown: (event) => {
          if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
          event.preventDefault();
          setEntry(event.key === "ArrowDown" ? "first" : "last");
          setOpen(true);
        },
      })}
      {open ? (
        <div
          ref={list}
          id={id}
          role="menu"
          tabIndex={-1}
          aria-label={label}
          className={classNames(styles.menu, align === "start" ? styles.start : styles.end)}
          onKeyDown={(event) => moveInMenu(event, list.current, close)}
          onClick={(event) => {
            if (event.target instanceof Element && event.target.closest("[role^=menuitem]")) close(true);
          }}
        >
          {children}
        </div>
      ) : null}
    </div>
  );
}

export type MenuItemProps = {
  readonly children: ReactNode;
  readonly icon?: IconName;
  readonly danger?: boolean;
  readonly onSelect: () => void;
};

/** An entry that does something. */
export function MenuItem({ children, icon, danger = false, onSelect }: MenuItemProps) {
  return (
    <button
      type="button"
      role="menuitem"
      tabIndex={-1}
      className={classNames(styles.item, danger && styles.danger)}
      onClick={onSelect}
    >
      {icon ? <Icon name={icon} /> : null}
      {children}
    </button>
  );
}

/** An entry that leads to a page. */
export function MenuLink({
  to,
  icon,
  reload = false,
  children,
}: {
  readonly to: string;
  readonly icon?: IconName;
  /** Leads to a new document. */
  readonly reload?: boolean;
  children: ReactNode;
}) {
  return (
    <Link to={to} reloadDocument={reload} role="menuitem" tabIndex={-1} className={styles.item}>
      {icon ? <Icon name={icon} /> : null}
      {children}
    </Link>
  );
}

/** An entry that is on or off, such as a person to show; the menu says which. */
export function MenuCheck(props: { readonly checked: boolean; onSelect: () => void; readonly children: ReactNode }) {
  return (
    <button
      type="button"
      role="menuitemcheckbox"
      aria-checked={props.checked}
      tabIndex={-1}
      className={styles.item}
      onClick={props.onSelect}
    >
      <span className={styles.tick}>{props.checked ? <Icon name="check" /> : null}</span>
      {props.children}
    </button>
  );
}

/** A line between groups of entries. */
export function MenuRule() {
  return <hr className={styles.rule} />;
}

function items(list: HTMLElement | null): HTMLElement[] {
  return [...(list?.querySelectorAll<HTMLElement>("[role^=menuitem]") ?? [])];
}

function moveInMenu(event: KeyboardEvent, list: HTMLElement | null, close: (giveBack: boolean) => void): void {
  const all = items(list);
  const here = all.findIndex((item) => item.matches(":focus"));
  const next = nextItem(event.key, all, here);
  if (next) {
    event.preventDefault();
    next.focus();
  } else if (event.key === "Escape") {
    event.preventDefault();
    event.stopPropagation();
    close(true);
  } else if (event.key === "Tab") close(false);
}

function nextItem(key: string, all: readonly HTMLElement[], here: number): HTMLElement | undefined {
  if (key === "ArrowDown") return all[(here + 1) % all.length];
  if (key === "ArrowUp") return all.at(here <= 0 ? -1 : here - 1);
  if (key === "Home") return all[0];
  if (key === "End") return all.at(-1);
  if (key.length !== 1 || key === " ") return undefined;
  const fromHere = [...all.slice(here + 1), ...all.slice(0, here + 1)];
  return fromHere.find((item) => item.textContent?.trim().toLowerCase().startsWith(key.toLowerCase()));
}
