import { describe, expect, it } from "vitest";
import { applyForm, divisionOf, tableOf } from "./section-forms.ts";

const formOf = (fields: Readonly<Record<string, string | File>>) => {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  return form;
};

describe("forms of sections", () => {
  it("reads a division made by hand, and leaves out what is empty", () => {
    const form = formOf({
      "name-A": "Owls",
      "name-new0": "Larks",
      "name-new1": " ",
      "seat-1": "A",
      "seat-2": "new0",
      "seat-3": "",
    });
    expect(divisionOf(form)).toEqual([
      { id: "A", name: "Owls", members: ["1"] },
      { id: null, name: "Larks", members: ["2"] },
    ]);
  });

  it("keeps people of a section whose name was deleted, so that it is said and nobody is lost", () => {
    expect(divisionOf(formOf({ "name-A": "", "seat-1": "A" }))).toEqual([{ id: "A", name: "", members: ["1"] }]);
  });

  it.each(["", "{", "null", '[{"id":1}]', '[{"id":null,"name":"A","members":"x"}]'])(
    "refuses %j as a division",
    (division) => {
      expect(applyForm.safeParse({ version: "1", division }).success).toBe(false);
    },
  );

  it("prefers the file to what was pasted", async () => {
    expect(await tableOf(formOf({ table: "a,b", file: new File(["c,d"], "t.csv") }))).toBe("c,d");
    expect(await tableOf(formOf({ table: "a,b", file: new File([], "") }))).toBe("a,b");
  });
});
