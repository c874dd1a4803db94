/** Vitest's set-up of the integration tests: their files run side by side, and two builds at a time would mix. */
import { buildPages } from "./server-process.ts";

export { buildPages as setup };
