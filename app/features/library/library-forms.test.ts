import { expect, it } from "vitest";
import { metaForm } from "./library-forms.ts";

it.each([
  ["a licence by name", { licence: "CC-BY-4.0", otherLicence: "left over" }, "CC-BY-4.0"],
  ["one in words", { licence: "other", otherLicence: "Read it." }, "Read it."],
  ["words alone, without scripts", { licence: "", otherLicence: "Read it." }, "Read it."],
  ["another one without words", { licence: "other" }, ""],
  ["nothing", {}, ""],
])("takes %s", (_, form, licence) => {
  const facts = { author: "", source: "", language: "", published: "", rights: "" };
  expect(metaForm.parse(form)).toEqual({ ...facts, licence });
});
