import { expect, it } from "vitest";
import { commonsAddress, commonsName, knownLicence, licences } from "./licence.ts";

it.each([
  ["https://creativecommons.org/licenses/by-sa/3.0/de/", "CC-BY-SA-3.0"],
  ["http://creativecommons.org/licenses/by/4.0", "CC-BY-4.0"],
  ["CC BY-NC-ND 4.0", "CC-BY-NC-ND-4.0"],
  ["cc-by-4.0", "CC-BY-4.0"],
  ["Creative Commons Attribution-ShareAlike 4.0 International License", "CC-BY-SA-4.0"],
  ["Creative Commons Attribution NonCommercial NoDerivatives 4.0 International", "CC-BY-NC-ND-4.0"],
  ["https://creativecommons.org/publicdomain/zero/1.0/", "CC0-1.0"],
  ["CC0", "CC0-1.0"],
  ["https://creativecommons.org/publicdomain/mark/1.0/", "public-domain"],
  ["Public domain.", "public-domain"],
  ["All rights reserved", "all-rights-reserved"],
  ["CC BY", ""],
  ["Public domain in the USA.", ""],
  ["© 2020 Ada Field. All rights reserved.", ""],
  [`creative commons attribution${"-".repeat(100_000)}`, ""],
  ["", ""],
])("%.60s is %j", (said, licence) => expect(knownLicence(said)).toBe(licence));

it("names and finds those of Creative Commons, and knows each that it offers", () => {
  expect(["CC-BY-NC-SA-2.5", "CC0-1.0", "public-domain", "CC BY"].map(commonsName)).toEqual([
    ...["CC BY-NC-SA 2.5", "CC0 1.0", null, null],
  ]);
  expect(commonsAddress("CC-BY-SA-3.0")).toBe("https://creativecommons.org/licenses/by-sa/3.0/");
  for (const licence of licences) expect(knownLicence(licence)).toBe(licence);
});
