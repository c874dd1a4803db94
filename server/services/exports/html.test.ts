import { describe, expect, it } from "vitest";
import { htmlArticleBegin, htmlEnd, htmlHead, htmlNotesBegin, htmlNotesEnd, htmlThread } from "./html.ts";
import { head, note, reply, text, thread } from "./test-notes.ts";

const hostile = `"><script>alert(1)</script><img src=x onerror=alert(1)>'`;

describe("an annotated page", () => {
  const page = [
    htmlHead(head, hostile, hostile),
    htmlArticleBegin({ ...text, author: hostile, source: `javascript:${hostile}`, title: hostile }, ""),
    htmlNotesBegin(),
    ...htmlThread(
      head,
      text,
      thread(
        note({ body: hostile, tags: [hostile], by: { name: hostile, role: "teacher" } }),
        reply({ body: `[x](javascript:alert(1)) $\\href{javascript:alert(1)}{x}$ ¶2 ${hostile}` }),
      ),
    ),
    htmlNotesEnd,
    htmlEnd,
  ].join("");

  it("holds nothing that runs or fetches, whatever was typed", () => {
    const tags = page.match(/<[a-z][^>]*>/gi) ?? [];
    expect(tags.filter((tag) => /^<(script|img|iframe|object|link|base|form)\b/i.test(tag))).toEqual([]);
    expect(tags.filter((tag) => /\son\w+=/i.test(tag))).toEqual([]);
    expect(page).not.toMatch(/(?:href|src|action)="\s*javascript:/i);
    expect(page).not.toMatch(/url\(|@import/);
    expect(page).toContain("default-src 'none'");
  });

  it("leads from a note to its paragraph in the file", () => {
    expect(page).toContain('<a href="#b-3">¶2</a>');
  });

  it("numbers the note, quotes its passage and names its writer", () => {
    const written = [...htmlThread(head, text, thread(note(), reply({ depth: 9, body: "Yes" })))].join("");
    expect(written).toContain('<li id="note-1" class="amber">');
    expect(written).toContain('<q lang="en" dir="ltr">wall</q>');
    expect(written).toContain('<a href="https://glossa.example/n/N">Ada</a>');
    expect(written).toContain("reply step-3");
  });

  it("sets right-to-left texts and words from the right", () => {
    expect(htmlArticleBegin({ ...text, language: "ar", dir: "rtl" }, "<h1>")).toContain('lang="ar" dir="rtl"');
    expect([...htmlThread(head, text, thread(note({ body: "بئر" })))].join("")).toContain(
      '<div class="body" dir="auto"><p>بئر',
    );
  });

  it("draws formulas without fonts of its own", () => {
    const written = [...htmlThread(head, text, thread(note({ body: "$x^2$" })))].join("");
    expect(written).toContain("<math");
    expect(written).not.toContain("katex-html");
  });
});
