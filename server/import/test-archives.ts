/** Books and Word documents as small as they can be, for the tests of their readers. */
import { strToU8, type Zippable, zipSync } from "fflate";

type Chapter = { readonly name: string; readonly body: string; readonly linear?: "no" };

export type Book = {
  readonly title?: string;
  /** More of its metadata. */
  readonly about?: string;
  readonly chapters: readonly Chapter[];
  /** Titles by name of a chapter, in a list of contents of that version. */
  readonly contents?: { readonly version: 2 | 3; readonly titles: Readonly<Record<string, string>> };
  readonly more?: Zippable;
};

/** An EPUB whose package lies in a folder of its own, as they do. */
export function epub({ title = "The Wall", about = "", chapters, contents, more = {} }: Book): Uint8Array {
  const items = chapters.map(
    ({ name }) => `<item id="${name}" href="text/${name}.xhtml" media-type="application/xhtml+xml"/>`,
  );
  const refs = chapters.map(
    ({ name, linear }) => `<itemref idref="${name}"${linear === undefined ? "" : ` linear="${linear}"`}/>`,
  );
  const list = contents === undefined ? { item: "", file: {} } : listOf(contents);
  return zipSync({
    mimetype: [strToU8("application/epub+zip"), { level: 0 }],
    "META-INF/container.xml": strToU8(
      `<?xml version="1.0"?><container><rootfiles><rootfile full-path="OEBPS/book.opf" media-type="application/oebps-package+xml"/></rootfiles></container>`,
    ),
    "OEBPS/book.opf": strToU8(
      `<?xml version="1.0"?><package><metadata><dc:subject/><dc:title>${title}</dc:title><dc:creator>Ada Field</dc:creator>
       <dc:creator>Ben Moor</dc:creator><dc:language>en-gb</dc:language>${about}</metadata>
       <manifest>${list.item}${items.join("")}</manifest><spine>${refs.join("")}</spine></package>`,
    ),
    ...list.file,
    ...Object.fromEntries(chapters.map(({ name, body }) => [`OEBPS/text/${name}.xhtml`, strToU8(page(body))])),
    ...more,
  });
}

function page(body: string): string {
  return `<?xml version="1.0" encoding="utf-8"?><html xmlns="http://www.w3.org/1999/xhtml"><head><title/></head><body>${body}</body></html>`;
}

function listOf({ version, titles }: NonNullable<Book["contents"]>): {
  readonly item: string;
  readonly file: Zippable;
} {
  const entries = Object.entries(titles);
  if (version === 2) {
    const points = entries.map(
      ([name, title]) =>
        `<navPoint><navLabel><text>${title}</text></navLabel><content src="text/${name}.xhtml#top"/></navPoint>`,
    );
    return {
      item: `<item id="ncx" href="toc.ncx" media-type="application/x-dtbncx+xml"/>`,
      file: { "OEBPS/toc.ncx": strToU8(`<?xml version="1.0"?><ncx><navMap>${points.join("")}</navMap></ncx>`) },
    };
  }
  const links = entries.map(([name, title]) => `<li><a href="text/${name}.xhtml">${title}</a></li>`);
  return {
    item: `<item id="nav" href="nav.xhtml" properties="nav" media-type="application/xhtml+xml"/>`,
    file: { "OEBPS/nav.xhtml": strToU8(page(`<nav epub:type="toc"><ol>${links.join("")}</ol></nav>`)) },
  };
}

const word = `xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"`;

/** A Word document of paragraphs (WordprocessingML), with styles by the names that Word has for them. */
export function docx(paragraphs: string, more: Zippable = {}): Uint8Array {
  const styles = ["Title", "Subtitle", "Quote", "heading 1", "heading 2"].map(
    (name) => `<w:style w:type="paragraph" w:styleId="${name.replace(" ", "")}"><w:name w:val="${name}"/></w:style>`,
  );
  return zipSync({
    "[Content_Types].xml": strToU8(
      `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`,
    ),
    "_rels/.rels": strToU8(
      `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`,
    ),
    "word/_rels/document.xml.rels": strToU8(
      `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="s" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/></Relationships>`,
    ),
    "word/styles.xml": strToU8(`<?xml version="1.0"?><w:styles ${word}>${styles.join("")}</w:styles>`),
    "word/document.xml": strToU8(
      `<?xml version="1.0"?><w:document ${word}><w:body>${paragraphs}</w:body></w:document>`,
    ),
    "docProps/core.xml": strToU8(
      `<?xml version="1.0"?><cp:coreProperties><dc:title>The Wall</dc:title><dc:creator>Ada Field</dc:creator><dc:language>de-DE</dc:language></cp:coreProperties>`,
    ),
    ...more,
  });
}

/** One paragraph of it. */
export function paragraph(text: string, style = ""): string {
  const properties = style === "" ? "" : `<w:pPr><w:pStyle w:val="${style}"/></w:pPr>`;
  return `<w:p>${properties}<w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`;
}
