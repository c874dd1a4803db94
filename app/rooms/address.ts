/** Rooms are reached by WebSocket at `COLLAB_PATH/<room name>?epoch=<epoch>&v=<CLIENT_VERSION>&member=<id>`, the last to be
 * refused where another member is signed in meanwhile. */
export const COLLAB_PATH = "/collab";

/** Rises when a page that is still open could no longer understand the server; such a page is closed with 4410. */
export const CLIENT_VERSION = 1;

/** Names the member whose command a request carries; one of another member than is signed in is answered with 401. */
export const MEMBER_HEADER = "glossa-member";
