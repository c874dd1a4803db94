/** Why the server closes a socket. y-websocket 3.1 treats 4400–4499 as final and retries on everything else. */
export const closeCodes = {
  noSession: 4401,
  forbidden: 4403,
  unknown: 4404,
  staleEpoch: 4409,
  clientTooOld: 4410,
  tooLarge: 4413,
  violation: 4422,
  flood: 4429,
  rightsChanged: 4205,
} as const;
