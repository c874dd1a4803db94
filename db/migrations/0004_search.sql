-- What can be found: one row for each placement of a published note, and one for each block of a text. `id` is the rowid
-- in the index; of a note it is its time (milliseconds) times 2,048 and a place among those of that millisecond, so that
-- newest first is the order in which the index is read anyway.
CREATE TABLE `search_notes` (
	`id` integer PRIMARY KEY NOT NULL,
	`annotation_id` text NOT NULL,
	`root_id` text NOT NULL,
	`audience_id` text NOT NULL,
	`document_id` text NOT NULL,
	`seat_id` text NOT NULL,
	`start` integer NOT NULL,
	`number` integer
);
--> statement-breakpoint
CREATE UNIQUE INDEX `search_notes_placed` ON `search_notes` (`annotation_id`,`audience_id`);
--> statement-breakpoint
CREATE INDEX `search_notes_thread` ON `search_notes` (`root_id`,`audience_id`);
--> statement-breakpoint
CREATE INDEX `search_notes_document` ON `search_notes` (`document_id`);
--> statement-breakpoint
-- Who may see it, where it stands, whose it is and what it is are columns of the index beside the words: a MATCH that asks
-- for the audience never reads about what the viewer may not see. Marks are folded away: "resume" finds "résumé".
-- The word that is being typed has few letters at first and many ends: `prefix` keeps what begins with them together.
CREATE VIRTUAL TABLE `note_words` USING fts5(
  words,
  audience,
  document,
  place,
  seat,
  kind,
  colour,
  tags,
  prefix = '1 2 3',
  tokenize = 'unicode61 remove_diacritics 2'
);
--> statement-breakpoint
-- A deleted body leaves no words behind in the index, as secure_delete leaves none in the tables.
INSERT INTO `note_words` (`note_words`, `rank`) VALUES ('secure-delete', 1);
--> statement-breakpoint
CREATE TABLE `search_blocks` (
	`id` integer PRIMARY KEY NOT NULL,
	`document_id` text NOT NULL,
	`n` integer NOT NULL,
	`number` integer,
	`start` integer NOT NULL,
	`end` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `search_blocks_place` ON `search_blocks` (`document_id`,`n`);
--> statement-breakpoint
CREATE INDEX `search_blocks_start` ON `search_blocks` (`document_id`,`start`);
--> statement-breakpoint
CREATE VIRTUAL TABLE `block_words` USING fts5(
  words,
  shelf,
  document,
  place,
  prefix = '1 2 3',
  tokenize = 'unicode61 remove_diacritics 2'
);
--> statement-breakpoint
INSERT INTO `block_words` (`block_words`, `rank`) VALUES ('secure-delete', 1);
--> statement-breakpoint
-- Which shape the index has; another one than the code's is filled anew (db/search-index.ts).
CREATE TABLE `search_shape` (
	`shape` integer NOT NULL
);
--> statement-breakpoint
DROP TABLE `published_bodies`;
