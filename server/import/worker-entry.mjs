// A worker starts without the TypeScript loader of its parent (Node runs `--import` in the main thread only, and under
// Vitest there is none), so this one file is plain JavaScript and brings the loader itself.
import { register } from "tsx/esm/api";

register();
await import("./worker.ts");
