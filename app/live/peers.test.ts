import { describe, expect, it } from "vitest";
import { peersOf } from "./peers.ts";

const at = (seat: string, changed: object = {}) => ({ seat, selection: null, block: null, typing: null, ...changed });

describe("peersOf", () => {
  it.each([
    ["nobody", [], []],
    ["not oneself", [at("me"), at("a")], ["a"]],
    ["one line for two windows", [at("a"), at("a", { typing: "t" })], ["a typing t"]],
    ["states the server has not rebuilt yet", [{ selection: null }, null, "x"], []],
    ["in a steady order", [at("c"), at("b")], ["b", "c"]],
  ])("%s", (_, states, expected) => {
    const peers = peersOf(new Map(states.map((state, i) => [i, state])), new Set(["me"]));
    expect(peers.map(({ seat, typing }) => (typing === null ? seat : `${seat} typing ${typing}`))).toEqual(expected);
  });
});
