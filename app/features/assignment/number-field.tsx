import { TextField } from "#app/ui/field.tsx";

type Props = { readonly name: string; readonly label: string; readonly value: number | string };

/** A whole number from 0 on. */
export function NumberField({ name, label, value }: Props) {
  return <TextField name={name} label={label} type="number" inputMode="numeric" min={0} defaultValue={value} />;
}
