import type { ReactNode } from "react";
import { Chip } from "#app/ui/chip.tsx";
import { Icon } from "#app/ui/icon.tsx";
import { Menu, MenuCheck, MenuRule } from "#app/ui/menu.tsx";
import styles from "./filter-bar.module.css";

export type ChoiceMenuProps<V extends string> = {
  readonly label: string;
  /** The entry that chooses nothing. */
  readonly none: string;
  readonly values: readonly { readonly value: V; readonly label: string; readonly count?: number }[];
  readonly chosen: V | null;
  readonly onPick: (value: V | null) => void;
  /** How a value looks where its label alone says too little. */
  readonly show?: (value: V) => ReactNode;
};

/** A filter with many values: a chip that names what is chosen and opens a menu of the rest. */
export function ChoiceMenu<V extends string>({ label, none, values, chosen, onPick, show }: ChoiceMenuProps<V>) {
  return (
    <Menu
      label={label}
      align="start"
      button={(props) => (
        <Chip {...props} on={chosen !== null}>
          {values.find(({ value }) => value === chosen)?.label ?? chosen ?? label}
          <Icon name="chevronDown" size="s" />
        </Chip>
      )}
    >
      <MenuCheck checked={chosen === null} onSelect={() => onPick(null)}>
        {none}
      </MenuCheck>
      <MenuRule />
      {values.map(({ value, label: name, count }) => (
        <MenuCheck key={value} checked={chosen === value} onSelect={() => onPick(value)}>
          {show?.(value) ?? name}
          {count === undefined ? null : <span className={styles.tally}>{count}</span>}
        </MenuCheck>
      ))}
    </Menu>
  );
}
