-- Bodies of published notes, one row per placement. Audience, document and annotation are indexed columns because they
-- are part of every MATCH: what a viewer may not see is never looked at. Marks are folded away: "resume" finds "résumé".
CREATE VIRTUAL TABLE `published_bodies` USING fts5(
  body,
  audience,
  document,
  annotation,
  tokenize = 'unicode61 remove_diacritics 2'
);
--> statement-breakpoint
-- A deleted body leaves no words behind in the index, as secure_delete leaves none in the tables.
INSERT INTO `published_bodies` (`published_bodies`, `rank`) VALUES ('secure-delete', 1);
