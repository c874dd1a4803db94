/** The facts about a text that a person types, checked; each refusal names its field. */
import type { DocumentMeta } from "#app/context/documents.ts";
import { Problem } from "#app/domain/problem.ts";
import { documentWords as words } from "#app/words/documents.ts";

/** Code units; the same limits hold for what an import says of itself, which is cut instead. */
export const MAX_TITLE = 300;
export const MAX_FIELD = 500;

/** BCP 47 as far as it is written in practice: language, script, region, variants. */
const language = /^[a-z]{2,3}(-[a-z0-9]{2,8}){0,4}$/i;

/** The facts of a row and nothing else of it. */
export function metaOf({ author, source, language, published, licence, rights }: DocumentMeta): DocumentMeta {
  return { author, source, language, published, licence, rights };
}

/** What a source says of itself, on one line each, cut where it is too long for a field. */
export function cutMeta(meta: DocumentMeta): DocumentMeta {
  const cut = (said: string) => oneLine(said).slice(0, MAX_FIELD);
  const { author, source, language, published, licence, rights } = meta;
  return {
    ...{ author: cut(author), source: cut(source), language },
    ...{ published: cut(published), licence: cut(licence), rights: cut(rights) },
  };
}

/** Trimmed, on one line each. Throws Problem("invalid") with a sentence for each field that is wrong. */
export function checkMeta(meta: DocumentMeta): DocumentMeta {
  const checked = {
    author: oneLine(meta.author),
    source: oneLine(meta.source),
    language: oneLine(meta.language),
    published: oneLine(meta.published),
    licence: oneLine(meta.licence),
    rights: oneLine(meta.rights),
  };
  const fields: Record<string, string> = {};
  for (const [name, value] of Object.entries(checked)) {
    if (value.length > MAX_FIELD) fields[name] = words.fieldTooLong(MAX_FIELD);
  }
  if (checked.language !== "" && !language.test(checked.language)) fields.language = words.languageUnknown;
  if (Object.keys(fields).length > 0) throw new Problem("invalid", words.fixFields, { fields });
  return checked;
}

/** Trimmed, on one line. Throws Problem("invalid") for an empty or overlong title. */
export function checkTitle(typed: string): string {
  const title = oneLine(typed);
  const sentence = title === "" ? words.titleMissing : title.length > MAX_TITLE ? words.titleTooLong(MAX_TITLE) : null;
  if (sentence !== null) throw new Problem("invalid", sentence, { fields: { title: sentence } });
  return title;
}

/** White space and control characters become single spaces. */
export function oneLine(text: string): string {
  return text.replace(/[\s\p{Cc}]+/gu, " ").trim();
}
