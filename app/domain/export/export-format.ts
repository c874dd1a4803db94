/** The forms in which notes leave. */
export const exportFormats = ["html", "markdown", "csv", "jsonld"] as const;
export type ExportFormat = (typeof exportFormats)[number];

/** What a file of that format is called and said to be. */
export const fileKinds: Readonly<Record<ExportFormat, { readonly extension: string; readonly mediaType: string }>> = {
  html: { extension: "html", mediaType: "text/html; charset=utf-8" },
  markdown: { extension: "md", mediaType: "text/markdown; charset=utf-8" },
  csv: { extension: "csv", mediaType: "text/csv; charset=utf-8; header=present" },
  jsonld: {
    extension: "jsonld",
    mediaType: 'application/ld+json; profile="http://www.w3.org/ns/anno.jsonld"',
  },
};

/** The format of that name, or null. */
export function exportFormatOf(name: string): ExportFormat | null {
  return exportFormats.find((format) => format === name) ?? null;
}
