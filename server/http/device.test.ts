import { expect, it } from "vitest";
import { deviceOf } from "./device.ts";

const apple = "AppleWebKit/537.36 (KHTML, like Gecko)";

it.each([
  ["Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0", "Firefox on Linux"],
  [`Mozilla/5.0 (Windows NT 10.0; Win64; x64) ${apple} Chrome/126.0 Safari/537.36`, "Chrome on Windows"],
  [`Mozilla/5.0 (Windows NT 10.0; Win64; x64) ${apple} Chrome/126.0 Safari/537.36 Edg/126.0`, "Edge on Windows"],
  [`Mozilla/5.0 (Linux; Android 14) ${apple} Chrome/126.0 Mobile Safari/537.36`, "Chrome on Android"],
  [
    "Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) Version/17.5 Mobile/15E148 Safari/604.1",
    "Safari on iPhone",
  ],
  ["Mozilla/5.0 (Macintosh; Intel Mac OS X 14_5) Version/17.5 Safari/605.1.15", "Safari on Mac"],
  ["curl/8.5.0", "Unknown device"],
  ["<script>alert(1)</script>", "Unknown device"],
  [undefined, "Unknown device"],
])("reads %s as %s", (agent, device) => {
  expect(deviceOf(agent)).toBe(device);
});
