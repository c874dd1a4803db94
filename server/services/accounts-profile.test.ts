import { expect, it } from "vitest";
import type { Viewer } from "#app/context/viewer.ts";
import { defaultSettings } from "#app/domain/member/member.ts";
import { makeProfile } from "./accounts-profile.ts";

const ada: Viewer = {
  ...{ id: "ADA", name: "Ada", pronouns: "", hue: 1, picture: "old.webp" },
  ...{ email: "ada@example.org", timeZone: "UTC", isAdmin: false, settings: defaultSettings },
};

it("a picture whose change could not be stored leaves no file behind, and the old one stays", async () => {
  const discarded: string[] = [];
  const { setPicture } = makeProfile({
    isLeftName: async () => false,
    transact: () => Promise.reject(new Error("The disk is full.")),
    pictures: {
      keep: async () => "new.webp",
      read: async () => null,
      discard: async (name) => void discarded.push(name),
    },
  });
  await expect(setPicture(ada, new Uint8Array(1))).rejects.toThrow("The disk is full.");
  expect(discarded).toEqual(["new.webp"]);
});
