CREATE TABLE `tag_aliases` (
	`group_id` text NOT NULL,
	`key` text NOT NULL,
	`to_key` text NOT NULL,
	PRIMARY KEY(`group_id`, `key`),
	FOREIGN KEY (`group_id`) REFERENCES `groups`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `tag_change_notes` (
	`change_id` text NOT NULL,
	`annotation_id` text NOT NULL,
	`had_both` integer NOT NULL,
	PRIMARY KEY(`change_id`, `annotation_id`),
	FOREIGN KEY (`change_id`) REFERENCES `tag_changes`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`annotation_id`) REFERENCES `annotations`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `tag_changes` (
	`id` text PRIMARY KEY NOT NULL,
	`group_id` text NOT NULL,
	`kind` text NOT NULL,
	`from_key` text NOT NULL,
	`former` text NOT NULL,
	`to_key` text NOT NULL,
	`to_name` text NOT NULL,
	`decision` integer NOT NULL,
	`at` integer NOT NULL,
	`undone_at` integer,
	FOREIGN KEY (`group_id`) REFERENCES `groups`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `tag_changes_group` ON `tag_changes` (`group_id`,`at`);