/** What the account forms carry. The services check it; here it only gets its shape. */
import { z } from "zod";
import { languages, themes } from "#app/domain/member/member.ts";
import { locales } from "#app/words/locale.ts";

const words = z.string().default("");

export const signInForm = z.object({ email: words, password: words });

export const demoForm = z.object({ member: words });

export const signUpForm = z.object({ name: words, email: words, password: words, timeZone: words, invitation: words });

export const forgotForm = z.object({ email: words });

export const resetForm = z.object({ password: words });

export const changePasswordForm = z.object({ current: words, password: words });

export const changeEmailForm = z.object({ current: words, email: words });

export const profileForm = z.object({
  name: words,
  pronouns: words,
  timeZone: words,
  hue: z.coerce.number().int().min(1).max(5).catch(1),
});

export const languageForm = z.object({ language: z.enum(locales) });

export const sessionForm = z.object({ session: words });

/** Any part of the reader's settings; what is missing stays, what is unknown is refused. */
export const readingForm = z.object({
  theme: z.enum(themes).exactOptional(),
  size: numberIn([16, 17, 18, 19, 21, 24]),
  width: numberIn([56, 66, 76]),
  spacing: numberIn([150, 168, 190]),
  face: z.enum(["serif", "sans"]).exactOptional(),
  preview: z.enum(["on", "off"]).exactOptional(),
  language: z.enum(languages).exactOptional(),
});

function numberIn<const N extends number>(values: readonly N[]) {
  const isOne = (n: number): n is N => values.some((value) => value === n);
  return z.coerce.number().refine(isOne).exactOptional();
}
