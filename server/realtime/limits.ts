/** What one socket, session or address may do. Times in milliseconds, sizes in bytes. */
export const defaultLimits = {
  /** Upgrades a minute from one address without a session. */
  upgradesPerAddress: 20,
  /** Upgrades a minute of one session. */
  upgradesPerSession: 120,
  socketsPerSession: 40,
  socketsPerRoom: 2000,
  /** Largest message of a client; whole presence lists come back from stock providers, 500 entries are 80 kB. */
  maxPayload: 256 * 1024,
  /** The same in a room that clients write: a whole page may come back from somebody who was away. */
  maxPagePayload: 2 * 1024 * 1024,
  /** Messages a second of one socket (a session may send four times that), and how many may come at once. */
  messages: { rate: 50, burst: 200 },
  /** Bytes a second, likewise. */
  bytes: { rate: 256 * 1024, burst: 2 * 1024 * 1024 },
  /** First-sync requests of one socket: each may cost a whole room. */
  syncs: { rate: 0.2, burst: 5 },
  /** A reader that leaves more than this unread is cut off. */
  maxUnread: 4 * 1024 * 1024,
  /** While a room is being sent, the next part waits until less than this is unread. */
  servingUnread: 1024 * 1024,
  /** How often rights of open sockets are read again. */
  recheckEvery: 60_000,
  /** A socket that answers no ping for this long is gone. */
  silentFor: 30_000,
  pingEvery: 15_000,
  /** The stock provider reconnects after 30 s without a message. */
  idleEvery: 20_000,
  /** Clients forget a presence that is not renewed for 30 s. */
  renewEvery: 15_000,
  /** At most ten presence frames a second and room. */
  presenceEvery: 100,
  /** How long a decision about rights may take before the socket is told to connect again. */
  decideWithin: 700,
  /** How long a client may take to answer a close frame. */
  closeWithin: 1000,
  /** How often due work is looked for. */
  tick: 1000,
  /** Bytes of encoded rows kept for the next reader. */
  cacheBytes: 256 * 1024 * 1024,
};

export type Limits = typeof defaultLimits;
export type Rate = { readonly rate: number; readonly burst: number };
