/** Rooms are reached by WebSocket at `COLLAB_PATH/<room name>?epoch=<epoch>&v=<CLIENT_VERSION>`. */
export const COLLAB_PATH = "/collab";

/** Rises when a page that is still open could no longer understand the server; such a page is closed with 4410. */
export const CLIENT_VERSION = 1;
