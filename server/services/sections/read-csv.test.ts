import { describe, expect, it } from "vitest";
import { MAX_FILE, readSections } from "./read-csv.ts";

const people = [
  { id: "1", name: "Amina Musa", email: "amina@example.org" },
  { id: "2", name: "Jonas Keller", email: null },
  { id: "3", name: "Lena Ortiz", email: "lena@example.org" },
  { id: "4", name: "Lena Ortiz", email: "lena.o@example.org" },
];
const read = (file: string) => {
  const { sections, unread } = readSections(file, people);
  return { sections: Object.fromEntries(sections), unread: unread.map(({ line }) => line) };
};

const cases = [
  ["commas and a heading", "Name,Section\nAmina Musa,A\nJonas Keller,B", { A: ["1"], B: ["2"] }, []],
  ["semicolons, as German spreadsheets write", "amina@example.org;A\nJonas Keller;A", { A: ["1", "2"] }, []],
  ["tabs", "Amina Musa\tA\nJonas Keller\tB", { A: ["1"], B: ["2"] }, []],
  ["the columns the other way round", "A,Amina Musa\nB,Jonas Keller", { A: ["1"], B: ["2"] }, []],
  ["quotes and a comma within", '"Jonas Keller","Owls, late"', { "Owls, late": ["2"] }, []],
  ["case, spaces and a byte order mark", "\uFEFFAMINA@EXAMPLE.ORG , A\njonas  keller,A", { A: ["1", "2"] }, []],
  ["carriage returns and empty lines", "Amina Musa,A\r\n\r\nJonas Keller,A\r\n", { A: ["1", "2"] }, []],
  ["a stranger", "Amina Musa,A\nNobody,A", { A: ["1"] }, [2]],
  ["a name that two people have", "Amina Musa,A\nLena Ortiz,A", { A: ["1"] }, [2]],
  ["somebody twice", "Amina Musa,A\nAmina Musa,B", { A: ["1"] }, [2]],
  ["a person without a section", "Jonas Keller,A\nAmina Musa", { A: ["2"] }, [2]],
  ["nothing", "", {}, []],
] as const;

describe("a table of sections", () => {
  it.each(cases)("reads %s", (_, file, sections, unread) => {
    expect(read(file)).toEqual({ sections, unread });
  });

  it("refuses a file that is far too large", () => {
    expect(() => readSections("x".repeat(MAX_FILE + 1), people)).toThrow(
      expect.objectContaining({ code: "too-large" }),
    );
  });
});
