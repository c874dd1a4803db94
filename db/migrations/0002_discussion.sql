CREATE TABLE `annotation_reactions` (
	`annotation_id` text NOT NULL,
	`member_id` text NOT NULL,
	`reaction` text NOT NULL,
	`seat_id` text NOT NULL,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`annotation_id`, `member_id`, `reaction`),
	FOREIGN KEY (`annotation_id`) REFERENCES `annotations`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`member_id`) REFERENCES `members`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`seat_id`) REFERENCES `seats`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `annotation_tags` (
	`annotation_id` text NOT NULL,
	`key` text NOT NULL,
	PRIMARY KEY(`annotation_id`, `key`),
	FOREIGN KEY (`annotation_id`) REFERENCES `annotations`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `annotation_tags_key` ON `annotation_tags` (`key`,`annotation_id`);--> statement-breakpoint
CREATE TABLE `kinds` (
	`id` text PRIMARY KEY NOT NULL,
	`group_id` text NOT NULL,
	`name` text NOT NULL,
	`meaning` text DEFAULT '' NOT NULL,
	`created_at` integer NOT NULL,
	`retired_at` integer,
	FOREIGN KEY (`group_id`) REFERENCES `groups`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `kinds_group` ON `kinds` (`group_id`);--> statement-breakpoint
CREATE TABLE `mentions` (
	`annotation_id` text NOT NULL,
	`member_id` text NOT NULL,
	PRIMARY KEY(`annotation_id`, `member_id`),
	FOREIGN KEY (`annotation_id`) REFERENCES `annotations`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`member_id`) REFERENCES `members`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `mentions_member` ON `mentions` (`member_id`);--> statement-breakpoint
CREATE TABLE `tags` (
	`group_id` text NOT NULL,
	`key` text NOT NULL,
	`name` text NOT NULL,
	`colour` text,
	`meaning` text DEFAULT '' NOT NULL,
	`is_listed` integer NOT NULL,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`group_id`, `key`),
	FOREIGN KEY (`group_id`) REFERENCES `groups`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `thread_states` (
	`root_id` text PRIMARY KEY NOT NULL,
	`state` text NOT NULL,
	`by_seat` text NOT NULL,
	`answer_id` text,
	`at` integer NOT NULL,
	FOREIGN KEY (`root_id`) REFERENCES `annotations`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`by_seat`) REFERENCES `seats`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`answer_id`) REFERENCES `annotations`(`id`) ON UPDATE no action ON DELETE set null
);
--> statement-breakpoint
CREATE TABLE `follows` (
	`member_id` text NOT NULL,
	`subject_kind` text NOT NULL,
	`subject_id` text NOT NULL,
	`group_id` text NOT NULL,
	`level` text NOT NULL,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`member_id`, `subject_kind`, `subject_id`, `group_id`),
	FOREIGN KEY (`member_id`) REFERENCES `members`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`group_id`) REFERENCES `groups`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `follows_subject` ON `follows` (`subject_kind`,`subject_id`);--> statement-breakpoint
CREATE TABLE `letter_choices` (
	`member_id` text NOT NULL,
	`kind` text NOT NULL,
	`frequency` text NOT NULL,
	PRIMARY KEY(`member_id`, `kind`),
	FOREIGN KEY (`member_id`) REFERENCES `members`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `letters` (
	`id` text PRIMARY KEY NOT NULL,
	`member_id` text,
	`address` text NOT NULL,
	`subject` text NOT NULL,
	`text` text NOT NULL,
	`html` text NOT NULL,
	`headers` text NOT NULL,
	`news` text DEFAULT '[]' NOT NULL,
	`root_id` text,
	`created_at` integer NOT NULL,
	`due_at` integer NOT NULL,
	`tries` integer DEFAULT 0 NOT NULL,
	`state` text NOT NULL,
	`trouble` text DEFAULT '' NOT NULL,
	FOREIGN KEY (`member_id`) REFERENCES `members`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`root_id`) REFERENCES `annotations`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `letters_due` ON `letters` (`state`,`due_at`);--> statement-breakpoint
CREATE INDEX `letters_member` ON `letters` (`member_id`,`root_id`);--> statement-breakpoint
CREATE INDEX `letters_root` ON `letters` (`root_id`);--> statement-breakpoint
CREATE TABLE `notifications` (
	`id` text PRIMARY KEY NOT NULL,
	`member_id` text NOT NULL,
	`kind` text NOT NULL,
	`group_id` text NOT NULL,
	`document_id` text NOT NULL,
	`root_id` text NOT NULL,
	`annotation_id` text NOT NULL,
	`seat_id` text NOT NULL,
	`created_at` integer NOT NULL,
	`read_at` integer,
	`mailed_at` integer,
	FOREIGN KEY (`member_id`) REFERENCES `members`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`group_id`) REFERENCES `groups`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`document_id`) REFERENCES `documents`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`annotation_id`) REFERENCES `annotations`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `notifications_once` ON `notifications` (`member_id`,`annotation_id`);--> statement-breakpoint
CREATE INDEX `notifications_annotation` ON `notifications` (`annotation_id`);--> statement-breakpoint
CREATE INDEX `notifications_member` ON `notifications` (`member_id`,`read_at`,`created_at`);--> statement-breakpoint
CREATE INDEX `notifications_unmailed` ON `notifications` (`mailed_at`,`created_at`);--> statement-breakpoint
CREATE TABLE `thread_reads` (
	`member_id` text NOT NULL,
	`root_id` text NOT NULL,
	`document_id` text NOT NULL,
	`read_at` integer NOT NULL,
	PRIMARY KEY(`member_id`, `root_id`),
	FOREIGN KEY (`member_id`) REFERENCES `members`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`root_id`) REFERENCES `annotations`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`document_id`) REFERENCES `documents`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `thread_reads_document` ON `thread_reads` (`member_id`,`document_id`);--> statement-breakpoint
CREATE INDEX `thread_reads_root` ON `thread_reads` (`root_id`);--> statement-breakpoint
CREATE TABLE `untold` (
	`annotation_id` text PRIMARY KEY NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`annotation_id`) REFERENCES `annotations`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `snapshots` (
	`room` text NOT NULL,
	`epoch` integer NOT NULL,
	`first` integer NOT NULL,
	`last` integer NOT NULL,
	`bytes` blob NOT NULL,
	`ends` blob NOT NULL,
	PRIMARY KEY(`room`, `epoch`, `first`)
);
--> statement-breakpoint
CREATE TABLE `shared_note_clients` (
	`document_id` text NOT NULL,
	`audience_id` text NOT NULL,
	`client_id` integer NOT NULL,
	`member_id` text NOT NULL,
	PRIMARY KEY(`document_id`, `audience_id`, `client_id`),
	FOREIGN KEY (`document_id`) REFERENCES `documents`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`audience_id`) REFERENCES `audiences`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`member_id`) REFERENCES `members`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `shared_note_refusals` (
	`id` text PRIMARY KEY NOT NULL,
	`document_id` text NOT NULL,
	`audience_id` text NOT NULL,
	`member_id` text,
	`reason` text NOT NULL,
	`bytes` integer NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`document_id`) REFERENCES `documents`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`audience_id`) REFERENCES `audiences`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`member_id`) REFERENCES `members`(`id`) ON UPDATE no action ON DELETE set null
);
--> statement-breakpoint
CREATE INDEX `shared_note_refusals_page` ON `shared_note_refusals` (`document_id`,`created_at`);--> statement-breakpoint
CREATE TABLE `shared_note_updates` (
	`document_id` text NOT NULL,
	`audience_id` text NOT NULL,
	`seq` integer NOT NULL,
	`member_id` text,
	`update` blob NOT NULL,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`document_id`, `audience_id`, `seq`),
	FOREIGN KEY (`document_id`) REFERENCES `documents`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`audience_id`) REFERENCES `audiences`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`member_id`) REFERENCES `members`(`id`) ON UPDATE no action ON DELETE set null
);
--> statement-breakpoint
CREATE TABLE `shared_note_versions` (
	`id` text PRIMARY KEY NOT NULL,
	`document_id` text NOT NULL,
	`audience_id` text NOT NULL,
	`page` text NOT NULL,
	`seats` text NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`document_id`) REFERENCES `documents`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`audience_id`) REFERENCES `audiences`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `shared_note_versions_page` ON `shared_note_versions` (`document_id`,`audience_id`,`created_at`);--> statement-breakpoint
CREATE TABLE `work_links` (
	`id` text PRIMARY KEY NOT NULL,
	`token_hash` text NOT NULL,
	`member_id` text NOT NULL,
	`group_id` text NOT NULL,
	`choice` text NOT NULL,
	`with_private` integer NOT NULL,
	`created_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`revoked_at` integer,
	FOREIGN KEY (`member_id`) REFERENCES `members`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`group_id`) REFERENCES `groups`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `work_links_token` ON `work_links` (`token_hash`);--> statement-breakpoint
CREATE INDEX `work_links_member` ON `work_links` (`member_id`,`group_id`);--> statement-breakpoint
ALTER TABLE `annotations` ADD `more` text DEFAULT '[]' NOT NULL;--> statement-breakpoint
ALTER TABLE `annotations` ADD `kind` text;--> statement-breakpoint
ALTER TABLE `annotations` ADD `tags` text DEFAULT '[]' NOT NULL;