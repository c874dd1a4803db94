CREATE TABLE `note_curation` (
	`annotation_id` text PRIMARY KEY NOT NULL,
	`pinned` integer,
	`pinned_until` integer,
	`featured` integer DEFAULT false NOT NULL,
	`resolved` integer DEFAULT false NOT NULL,
	`locked` integer DEFAULT false NOT NULL,
	`slow` integer,
	`slow_until` integer,
	`aside` text,
	FOREIGN KEY (`annotation_id`) REFERENCES `annotations`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `text_curation` (
	`document_id` text PRIMARY KEY NOT NULL,
	`locked` integer DEFAULT false NOT NULL,
	`slow` integer,
	`slow_until` integer,
	`opens_at` integer,
	`closes_at` integer,
	FOREIGN KEY (`document_id`) REFERENCES `documents`(`id`) ON UPDATE no action ON DELETE cascade
);
