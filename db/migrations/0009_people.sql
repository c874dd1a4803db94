CREATE TABLE `canned_answers` (
	`id` text PRIMARY KEY NOT NULL,
	`group_id` text NOT NULL,
	`kind` text NOT NULL,
	`title` text NOT NULL,
	`words` text NOT NULL,
	`reasons` text NOT NULL,
	`uses` integer DEFAULT 0 NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`group_id`) REFERENCES `groups`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `canned_answers_group` ON `canned_answers` (`group_id`,`kind`);--> statement-breakpoint
CREATE TABLE `guideline_versions` (
	`guideline_id` text NOT NULL,
	`version` integer NOT NULL,
	`title` text NOT NULL,
	`words` text NOT NULL,
	`written_by` text,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`guideline_id`, `version`),
	FOREIGN KEY (`guideline_id`) REFERENCES `guidelines`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`written_by`) REFERENCES `members`(`id`) ON UPDATE no action ON DELETE set null
);
--> statement-breakpoint
CREATE TABLE `guidelines` (
	`id` text PRIMARY KEY NOT NULL,
	`group_id` text NOT NULL,
	`number` integer NOT NULL,
	`version` integer NOT NULL,
	`reasons` text NOT NULL,
	`retired_at` integer,
	FOREIGN KEY (`group_id`) REFERENCES `groups`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `guidelines_group` ON `guidelines` (`group_id`,`number`);--> statement-breakpoint
CREATE TABLE `ignores` (
	`member_id` text NOT NULL,
	`ignored_id` text NOT NULL,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`member_id`, `ignored_id`),
	FOREIGN KEY (`member_id`) REFERENCES `members`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`ignored_id`) REFERENCES `members`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `ignores_ignored` ON `ignores` (`ignored_id`);--> statement-breakpoint
CREATE TABLE `member_notes` (
	`id` text PRIMARY KEY NOT NULL,
	`group_id` text NOT NULL,
	`member_id` text NOT NULL,
	`author_id` text,
	`words` text NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`group_id`) REFERENCES `groups`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`member_id`) REFERENCES `members`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`author_id`) REFERENCES `members`(`id`) ON UPDATE no action ON DELETE set null
);
--> statement-breakpoint
CREATE INDEX `member_notes_about` ON `member_notes` (`group_id`,`member_id`);--> statement-breakpoint
CREATE TABLE `text_moderators` (
	`document_id` text NOT NULL,
	`member_id` text NOT NULL,
	`given_by` text,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`document_id`, `member_id`),
	FOREIGN KEY (`document_id`) REFERENCES `documents`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`member_id`) REFERENCES `members`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`given_by`) REFERENCES `members`(`id`) ON UPDATE no action ON DELETE set null
);
--> statement-breakpoint
CREATE INDEX `text_moderators_member` ON `text_moderators` (`member_id`);--> statement-breakpoint
CREATE TABLE `sanctions` (
	`id` text PRIMARY KEY NOT NULL,
	`member_id` text NOT NULL,
	`group_id` text,
	`document_id` text,
	`kind` text NOT NULL,
	`scope_kind` text NOT NULL,
	`scope_id` text NOT NULL,
	`reason` text NOT NULL,
	`starts_at` integer NOT NULL,
	`ends_at` integer,
	`imposed_by` text,
	`decision` integer NOT NULL,
	`decision_id` text NOT NULL,
	`acknowledged_at` integer,
	`ended_at` integer,
	`ending` text,
	`hides_from` integer,
	`batch_id` text,
	`batch_state` text,
	FOREIGN KEY (`member_id`) REFERENCES `members`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`group_id`) REFERENCES `groups`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`document_id`) REFERENCES `documents`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`imposed_by`) REFERENCES `members`(`id`) ON UPDATE no action ON DELETE set null
);
--> statement-breakpoint
CREATE INDEX `sanctions_member` ON `sanctions` (`member_id`,`ending`);--> statement-breakpoint
CREATE INDEX `sanctions_group` ON `sanctions` (`group_id`,`starts_at`);--> statement-breakpoint
CREATE INDEX `sanctions_end` ON `sanctions` (`ending`,`ends_at`);--> statement-breakpoint
CREATE INDEX `sanctions_batch` ON `sanctions` (`batch_state`);