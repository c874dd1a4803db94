/** Terms of use that have no name of their own. */
export const licencesWords = {
  publicDomain: "Public domain",
  reserved: "All rights reserved",
} as const;
