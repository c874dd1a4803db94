import { Link, type LinkProps } from "@remix-run/react";
import { type ButtonHTMLAttributes, forwardRef } from "react";
import styles from "./button.module.css";
import { classNames } from "./class-names.ts";
import { Icon, type IconName } from "./icon.tsx";

/** `primary` is the one thing to do now, `danger` removes, `quiet` has no frame until it is touched. */
export type ButtonKind = "primary" | "plain" | "quiet" | "danger";

type Looks = {
  readonly kind?: ButtonKind;
  readonly size?: "m" | "s";
  readonly icon?: IconName | undefined;
  /** Takes the whole width of its place. */
  readonly wide?: boolean;
};

export type ButtonProps = Looks & ButtonHTMLAttributes<HTMLButtonElement> & { readonly pending?: boolean };

/** A button; while `pending` it says so, keeps its width and focus, and does nothing when pressed again. */
export const Button = forwardRef<HTMLButtonElement, ButtonProps>(function Button(
  { kind = "plain", size = "m", icon, wide, pending = false, className, children, type = "button", onClick, ...rest },
  ref,
) {
  return (
    <button
      {...rest}
      ref={ref}
      type={type}
      aria-disabled={pending || rest["aria-disabled"]}
      className={classNames(looks({ kind, size, wide: wide ?? false }), pending && styles.pending, className)}
      onClick={pending ? (event) => event.preventDefault() : onClick}
    >
      {icon ? <Icon name={icon} /> : null}
      {children}
    </button>
  );
});

/** A link that looks like a button. */
export function ButtonLink({
  kind = "plain",
  size = "m",
  icon,
  wide = false,
  className,
  children,
  ...rest
}: Looks & LinkProps) {
  return (
    <Link {...rest} className={classNames(looks({ kind, size, wide }), className)}>
      {icon ? <Icon name={icon} /> : null}
      {children}
    </Link>
  );
}

export type IconButtonProps = Omit<ButtonProps, "children" | "icon"> & {
  readonly icon: IconName;
  /** The button's name, also shown as its tooltip. */
  readonly label: string;
};

/** A square button that shows only a sign. */
export const IconButton = forwardRef<HTMLButtonElement, IconButtonProps>(function IconButton(
  { icon, label, kind = "quiet", className, ...rest },
  ref,
) {
  return (
    <Button
      {...rest}
      ref={ref}
      kind={kind}
      className={classNames(styles.square, className)}
      aria-label={label}
      title={label}
    >
      <Icon name={icon} />
    </Button>
  );
});

function looks({ kind, size, wide }: { kind: ButtonKind; size: "m" | "s"; wide: boolean }): string {
  return classNames(styles.button, styles[kind], size === "s" && styles.small, wide && styles.wide);
}
