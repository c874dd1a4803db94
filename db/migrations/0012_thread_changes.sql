CREATE TABLE `thread_changes` (
	`decision` integer PRIMARY KEY NOT NULL,
	`before` text NOT NULL,
	`after` text NOT NULL
);
--> statement-breakpoint
ALTER TABLE `note_curation` ADD `split_from` text REFERENCES annotations(id);