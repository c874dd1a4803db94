/** How large a source may be, said in browsers before it is sent and on the server before it is read. */

/** Most bytes of a text: 5 MB, some 900,000 words. */
export const MAX_IMPORT_BYTES = 5 * 1024 * 1024;

/** Most bytes of an archive, whose pictures are not read in; how much text there may be in it is asked when it is unpacked. */
export const MAX_ARCHIVE_BYTES = 20 * 1024 * 1024;
