// Plain JavaScript that brings the TypeScript loader itself: a worker starts without that of its parent.
import { register } from "tsx/esm/api";

register();
await import("./scan-worker.ts");
