/** A person with an account, and how that person likes to read. */
import { type Locale, locales } from "#app/words/locale.ts";

export const themes = ["system", "light", "dark"] as const;

/** The language of the interface; `system` is what the browser asks for. */
export const languages = ["system", ...locales] as const;

/** Reader settings; `size` is a step of the type scale, `width` characters a line, `spacing` a line height in hundredths. */
export type ReaderSettings = {
  readonly theme: (typeof themes)[number];
  readonly size: 16 | 17 | 18 | 19 | 21 | 24;
  readonly width: 56 | 66 | 76;
  readonly spacing: 150 | 168 | 190;
  readonly face: "serif" | "sans";
  /** Whether others see the words of a note grow while this member writes it. */
  readonly preview: "on" | "off";
  readonly language: "system" | Locale;
};

export const defaultSettings: ReaderSettings = {
  theme: "system",
  size: 19,
  width: 66,
  spacing: 168,
  face: "serif",
  preview: "off",
  language: "system",
};

/** What others may know of a member: never the address. */
export type Profile = {
  readonly id: string;
  readonly name: string;
  readonly pronouns: string;
  /** 1 to 5, the avatar's colour. */
  readonly hue: number;
  /** Name of the picture file, which changes with the picture, or null. */
  readonly picture: string | null;
};
