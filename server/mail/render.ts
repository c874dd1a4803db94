import { escapeHtml } from "#app/domain/markup/html.ts";
import type { MailText } from "#app/words/mail.ts";
import { mailWords } from "#app/words/mail.ts";

/** A letter as both of its bodies. */
export type Rendered = { readonly text: string; readonly html: string };

/** Plain text first; the HTML says the same and loads nothing from anywhere. */
export function renderLetter({ paragraphs, link }: MailText, origin: string): Rendered {
  const footer = mailWords.footer(origin);
  const lines = [...paragraphs, ...(link === null ? [] : [`${link.label}:\n${link.url}`]), `-- \n${footer}`];
  const body = paragraphs.map((paragraph) => `<p>${escapeHtml(paragraph)}</p>`);
  const button = link === null ? "" : `<p><a href="${escapeHtml(link.url)}">${escapeHtml(link.label)}</a></p>`;
  return {
    text: `${lines.join("\n\n")}\n`,
    html: `<!doctype html>\n<meta charset="utf-8">\n${body.join("\n")}\n${button}\n<hr>\n<p>${escapeHtml(footer)}</p>\n`,
  };
}
