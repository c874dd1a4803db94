CREATE TABLE `decision_words` (
	`decision_id` text PRIMARY KEY NOT NULL,
	`to_author` text DEFAULT '' NOT NULL,
	`to_staff` text DEFAULT '' NOT NULL
);
--> statement-breakpoint
CREATE TABLE `decisions` (
	`seq` integer PRIMARY KEY NOT NULL,
	`id` text NOT NULL,
	`at` integer NOT NULL,
	`group_id` text,
	`document_id` text,
	`actor_id` text,
	`actor_role` text NOT NULL,
	`verb` text NOT NULL,
	`subject_kind` text NOT NULL,
	`subject_id` text NOT NULL,
	`revision_id` text,
	`revision_hash` text,
	`item_id` text,
	`reason` text,
	`before` text NOT NULL,
	`after` text NOT NULL,
	`words_hash` text,
	`undoes` integer,
	`batch_id` text,
	`previous` text NOT NULL,
	`hash` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `decisions_id` ON `decisions` (`id`);--> statement-breakpoint
CREATE INDEX `decisions_group` ON `decisions` (`group_id`,`seq`);--> statement-breakpoint
CREATE INDEX `decisions_subject` ON `decisions` (`subject_kind`,`subject_id`,`seq`);--> statement-breakpoint
CREATE INDEX `decisions_actor` ON `decisions` (`actor_id`,`seq`);--> statement-breakpoint
CREATE INDEX `decisions_undoes` ON `decisions` (`undoes`);--> statement-breakpoint
CREATE INDEX `decisions_batch` ON `decisions` (`batch_id`);--> statement-breakpoint
CREATE TABLE `queue_items` (
	`id` text PRIMARY KEY NOT NULL,
	`group_id` text NOT NULL,
	`document_id` text,
	`target_kind` text NOT NULL,
	`target_id` text NOT NULL,
	`member_id` text,
	`state` text NOT NULL,
	`priority` real NOT NULL,
	`version` integer NOT NULL,
	`is_escalated` integer DEFAULT false NOT NULL,
	`assigned_to` text,
	`claimed_by` text,
	`claim_until` integer,
	`opened_at` integer NOT NULL,
	`due_at` integer NOT NULL,
	`done_at` integer,
	FOREIGN KEY (`group_id`) REFERENCES `groups`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`document_id`) REFERENCES `documents`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`member_id`) REFERENCES `members`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`assigned_to`) REFERENCES `members`(`id`) ON UPDATE no action ON DELETE set null,
	FOREIGN KEY (`claimed_by`) REFERENCES `members`(`id`) ON UPDATE no action ON DELETE set null
);
--> statement-breakpoint
CREATE UNIQUE INDEX `queue_items_one_open` ON `queue_items` (`target_kind`,`target_id`) WHERE state <> 'done';--> statement-breakpoint
CREATE INDEX `queue_items_order` ON `queue_items` (`group_id`,`state`,`priority`,`id`);--> statement-breakpoint
CREATE INDEX `queue_items_age` ON `queue_items` (`group_id`,`state`,`opened_at`,`id`);--> statement-breakpoint
CREATE INDEX `queue_items_target` ON `queue_items` (`target_kind`,`target_id`);--> statement-breakpoint
CREATE INDEX `queue_items_member` ON `queue_items` (`member_id`);--> statement-breakpoint
CREATE TABLE `queue_signals` (
	`id` text PRIMARY KEY NOT NULL,
	`item_id` text NOT NULL,
	`kind` text NOT NULL,
	`source_id` text NOT NULL,
	`reason` text,
	`weight` real NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`item_id`) REFERENCES `queue_items`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `queue_signals_item` ON `queue_signals` (`item_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `queue_signals_once` ON `queue_signals` (`item_id`,`kind`,`source_id`);--> statement-breakpoint
CREATE TABLE `reports` (
	`id` text PRIMARY KEY NOT NULL,
	`group_id` text NOT NULL,
	`target_kind` text NOT NULL,
	`target_id` text NOT NULL,
	`revision_id` text NOT NULL,
	`reporter_id` text NOT NULL,
	`reason` text NOT NULL,
	`words` text DEFAULT '' NOT NULL,
	`state` text NOT NULL,
	`created_at` integer NOT NULL,
	`settled_by` integer,
	`settled_at` integer,
	FOREIGN KEY (`group_id`) REFERENCES `groups`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`reporter_id`) REFERENCES `members`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `reports_once` ON `reports` (`target_kind`,`target_id`,`revision_id`,`reporter_id`);--> statement-breakpoint
CREATE INDEX `reports_reporter` ON `reports` (`reporter_id`,`state`);--> statement-breakpoint
CREATE INDEX `reports_group` ON `reports` (`group_id`,`created_at`);