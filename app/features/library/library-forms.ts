/** What the library's forms carry. */
import { z } from "zod";

const words = z.string().default("");

/** The choice under which a licence is written in words. */
export const OTHER_LICENCE = "other";

export const textForm = z.object({ text: words });

const meta = z.object({
  ...{ author: words, source: words, language: words, published: words, licence: words },
  otherLicence: words,
  rights: words,
});

/** Without scripts both fields are there: words count where nothing is chosen that they would contradict. */
function withLicence<T extends z.output<typeof meta>>({ otherLicence, ...rest }: T) {
  const isWritten = rest.licence === OTHER_LICENCE || rest.licence === "";
  return { ...rest, licence: isWritten ? otherLicence : rest.licence };
}

export const detailsForm = meta.extend({ title: words }).transform(withLicence);

export const metaForm = meta.transform(withLicence);
