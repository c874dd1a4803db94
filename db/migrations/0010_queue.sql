CREATE TABLE `queue_notes` (
	`id` text PRIMARY KEY NOT NULL,
	`item_id` text NOT NULL,
	`author_id` text,
	`words` text NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`item_id`) REFERENCES `queue_items`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`author_id`) REFERENCES `members`(`id`) ON UPDATE no action ON DELETE set null
);
--> statement-breakpoint
CREATE INDEX `queue_notes_item` ON `queue_notes` (`item_id`,`at`);--> statement-breakpoint
CREATE TABLE `queue_views` (
	`id` text PRIMARY KEY NOT NULL,
	`group_id` text NOT NULL,
	`member_id` text NOT NULL,
	`name` text NOT NULL,
	`query` text NOT NULL,
	FOREIGN KEY (`group_id`) REFERENCES `groups`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`member_id`) REFERENCES `members`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `queue_views_name` ON `queue_views` (`member_id`,`group_id`,`name`);--> statement-breakpoint
DROP INDEX `queue_items_one_open`;--> statement-breakpoint
ALTER TABLE `queue_items` ADD `kinds` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
CREATE UNIQUE INDEX `queue_items_open` ON `queue_items` (`group_id`,`target_kind`,`target_id`) WHERE state <> 'done';--> statement-breakpoint
CREATE INDEX `queue_items_due` ON `queue_items` (`group_id`,`state`,`due_at`,`id`);--> statement-breakpoint
CREATE INDEX `queue_items_done` ON `queue_items` (`group_id`,`state`,`done_at`,`id`);--> statement-breakpoint
ALTER TABLE `sessions` ADD `address_mark` integer;--> statement-breakpoint
CREATE INDEX `decisions_words` ON `decisions` (`revision_hash`);