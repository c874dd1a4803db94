import { describe, expect, it } from "vitest";
import { connectionOf } from "./connection.ts";

describe("connectionOf", () => {
  it.each([
    ["all live", ["live", "live"], true, false, "live"],
    ["a staff room that is no longer ours", ["live", "left"], true, false, "live"],
    ["at first", ["loading", "connecting"], false, false, "opening"],
    ["after a break", ["connecting", "live"], true, false, "reconnecting"],
    ["signed out in a room", ["live", "signed-out"], true, false, "signed-out"],
    ["signed out by a command", ["live", "live"], true, true, "signed-out"],
    ["removed from the group", ["left", "left"], true, false, "lost"],
    ["an old page", ["too-old", "live"], true, false, "too-old"],
    ["stopped by the server", ["live", "stopped"], true, false, "broken"],
  ] as const)("%s", (_, statuses, hasBeenLive, signedOut, expected) => {
    expect(connectionOf(statuses, hasBeenLive, signedOut)).toBe(expected);
  });
});
