/** Sentences of the edge: what a request is told before, or instead of, any page. */
export const problemWords = {
  busy: "Many people are signing in at this moment. Please try again in a few seconds.",
  foreignRequest: "This request came from another site, or through an old page. Please reload the page and try again.",
  tooLarge: (megabytes: number) => `That is more than ${megabytes} MB, which is the most that can be sent here.`,
  lengthMissing: "This request did not say how long it is. Please try again with a current browser.",
  notFound: "There is nothing at this address.",
  unexpected: "Something went wrong on our side. It has been written down under the number below.",
  malformed: "This address cannot be read.",
  badHost: "This request does not name the site that it is for.",
} as const;
