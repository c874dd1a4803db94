/** What the service worker keeps and under which names; pages and the server name the same things by this file. */

/** The response header with which the server says whose page it is: the id of a member, or `none`. */
export const WHOSE = "x-glossa-person";
export const NOBODY = "none";

/** Pages that a person can open without a network beside their texts: what is kept here, and what waits to be sent. */
export const shellPages = ["/kept", "/outbox"] as const;

/** Said to the list of what is kept when it stands in for a page that could not be had. */
export const AWAY = "away";

const PAGES = "glossa-pages-";
const ASSETS = "glossa-assets-";

/** The cache that holds the pages and pictures of one person, and of nobody else. */
export const pagesOf = (person: string): string => `${PAGES}${person}`;

/** The cache that holds the scripts, styles and fonts of one build. */
export const assetsOf = (build: string): string => `${ASSETS}${build}`;

export const isPages = (cache: string): boolean => cache.startsWith(PAGES);
export const isAssets = (cache: string): boolean => cache.startsWith(ASSETS);

/** Under which address the page of a text is kept: without its query, which does not change what is on it. */
export const textPage = (document: string): string => `/t/${document}`;

/** What pages ask of the worker. */
export type Wish =
  /** This page was opened before the worker was there. */
  | { readonly kind: "keep"; readonly path: string }
  /** This person signs out of this browser. */
  | { readonly kind: "forget"; readonly person: string };
