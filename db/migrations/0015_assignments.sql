CREATE TABLE `assignment_texts` (
	`assignment_id` text NOT NULL,
	`document_id` text NOT NULL,
	`place` integer NOT NULL,
	`passages` text NOT NULL,
	PRIMARY KEY(`assignment_id`, `document_id`),
	FOREIGN KEY (`assignment_id`) REFERENCES `assignments`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`document_id`) REFERENCES `documents`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `assignment_texts_document` ON `assignment_texts` (`document_id`);--> statement-breakpoint
CREATE TABLE `assignments` (
	`id` text PRIMARY KEY NOT NULL,
	`group_id` text NOT NULL,
	`title` text NOT NULL,
	`instructions` text DEFAULT '' NOT NULL,
	`state` text NOT NULL,
	`requirements` text NOT NULL,
	`zone` text NOT NULL,
	`opens_at` integer,
	`due_at` integer,
	`closes_at` integer,
	`late` text NOT NULL,
	`scheme` text NOT NULL,
	`reveal` text NOT NULL,
	`anonymity` text NOT NULL,
	`is_blind` integer DEFAULT false NOT NULL,
	`has_second_marker` integer DEFAULT false NOT NULL,
	`section_set_id` text,
	`copied_from` text,
	`version` integer DEFAULT 1 NOT NULL,
	`created_by` text,
	`created_at` integer NOT NULL,
	`published_at` integer,
	`released_at` integer,
	`collected_at` integer,
	FOREIGN KEY (`group_id`) REFERENCES `groups`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`section_set_id`) REFERENCES `section_sets`(`id`) ON UPDATE no action ON DELETE set null,
	FOREIGN KEY (`created_by`) REFERENCES `members`(`id`) ON UPDATE no action ON DELETE set null
);
--> statement-breakpoint
CREATE INDEX `assignments_group` ON `assignments` (`group_id`,`state`,`due_at`);--> statement-breakpoint
CREATE INDEX `assignments_due` ON `assignments` (`due_at`);--> statement-breakpoint
CREATE TABLE `courses` (
	`group_id` text PRIMARY KEY NOT NULL,
	`zone` text NOT NULL,
	`defaults` text NOT NULL,
	`measures_reading` integer DEFAULT false NOT NULL,
	FOREIGN KEY (`group_id`) REFERENCES `groups`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `extensions` (
	`id` text PRIMARY KEY NOT NULL,
	`assignment_id` text NOT NULL,
	`for_kind` text NOT NULL,
	`for_id` text NOT NULL,
	`due_at` integer NOT NULL,
	`closes_at` integer,
	`created_by` text,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`assignment_id`) REFERENCES `assignments`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`created_by`) REFERENCES `members`(`id`) ON UPDATE no action ON DELETE set null
);
--> statement-breakpoint
CREATE UNIQUE INDEX `extensions_for` ON `extensions` (`assignment_id`,`for_kind`,`for_id`);--> statement-breakpoint
CREATE TABLE `prompt_answers` (
	`annotation_id` text PRIMARY KEY NOT NULL,
	`prompt_id` text NOT NULL,
	FOREIGN KEY (`annotation_id`) REFERENCES `annotations`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`prompt_id`) REFERENCES `prompts`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `prompt_answers_prompt` ON `prompt_answers` (`prompt_id`);--> statement-breakpoint
CREATE TABLE `prompts` (
	`id` text PRIMARY KEY NOT NULL,
	`assignment_id` text NOT NULL,
	`place` integer NOT NULL,
	`document_id` text,
	`target` text,
	`words` text NOT NULL,
	`answer` text NOT NULL,
	`tags` text NOT NULL,
	`min_words` integer NOT NULL,
	`is_required` integer NOT NULL,
	`retired_at` integer,
	FOREIGN KEY (`assignment_id`) REFERENCES `assignments`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`document_id`) REFERENCES `documents`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `prompts_assignment` ON `prompts` (`assignment_id`,`place`);--> statement-breakpoint
CREATE TABLE `reading_times` (
	`member_id` text NOT NULL,
	`document_id` text NOT NULL,
	`day` integer NOT NULL,
	`active` integer NOT NULL,
	`last_at` integer NOT NULL,
	PRIMARY KEY(`member_id`, `document_id`, `day`),
	FOREIGN KEY (`member_id`) REFERENCES `members`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`document_id`) REFERENCES `documents`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `reading_times_document` ON `reading_times` (`document_id`);--> statement-breakpoint
CREATE TABLE `comment_bank` (
	`id` text PRIMARY KEY NOT NULL,
	`group_id` text NOT NULL,
	`words` text NOT NULL,
	`uses` integer DEFAULT 0 NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`group_id`) REFERENCES `groups`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `comment_bank_group` ON `comment_bank` (`group_id`);--> statement-breakpoint
CREATE TABLE `grades` (
	`assignment_id` text NOT NULL,
	`member_id` text NOT NULL,
	`marking` text NOT NULL,
	`points` real,
	`levels` text NOT NULL,
	`comment` text DEFAULT '' NOT NULL,
	`is_excused` integer DEFAULT false NOT NULL,
	`reason` text DEFAULT '' NOT NULL,
	`suggested` real,
	`submission_id` text,
	`rules_version` text NOT NULL,
	`counted` text NOT NULL,
	`version` integer NOT NULL,
	`marker_id` text,
	`at` integer NOT NULL,
	`released_at` integer,
	PRIMARY KEY(`assignment_id`, `member_id`, `marking`),
	FOREIGN KEY (`assignment_id`) REFERENCES `assignments`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`member_id`) REFERENCES `members`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`marker_id`) REFERENCES `members`(`id`) ON UPDATE no action ON DELETE set null
);
--> statement-breakpoint
CREATE INDEX `grades_member` ON `grades` (`member_id`,`assignment_id`);--> statement-breakpoint
CREATE TABLE `submissions` (
	`id` text PRIMARY KEY NOT NULL,
	`assignment_id` text NOT NULL,
	`member_id` text NOT NULL,
	`n` integer NOT NULL,
	`by` text NOT NULL,
	`at` integer NOT NULL,
	`late` integer NOT NULL,
	`snapshot` text NOT NULL,
	FOREIGN KEY (`assignment_id`) REFERENCES `assignments`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`member_id`) REFERENCES `members`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `submissions_n` ON `submissions` (`assignment_id`,`member_id`,`n`);--> statement-breakpoint
CREATE INDEX `submissions_member` ON `submissions` (`member_id`);--> statement-breakpoint
CREATE TABLE `section_changes` (
	`id` text PRIMARY KEY NOT NULL,
	`set_id` text NOT NULL,
	`actor_id` text,
	`at` integer NOT NULL,
	`version` integer NOT NULL,
	`before` text NOT NULL,
	`after` text NOT NULL,
	`undone_at` integer,
	FOREIGN KEY (`set_id`) REFERENCES `section_sets`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`actor_id`) REFERENCES `members`(`id`) ON UPDATE no action ON DELETE set null
);
--> statement-breakpoint
CREATE INDEX `section_changes_set` ON `section_changes` (`set_id`,`version`);--> statement-breakpoint
CREATE TABLE `section_members` (
	`section_id` text NOT NULL,
	`member_id` text NOT NULL,
	`joined_at` integer NOT NULL,
	`left_at` integer,
	PRIMARY KEY(`section_id`, `member_id`),
	FOREIGN KEY (`section_id`) REFERENCES `sections`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`member_id`) REFERENCES `members`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `section_members_member` ON `section_members` (`member_id`);--> statement-breakpoint
CREATE TABLE `section_sets` (
	`id` text PRIMARY KEY NOT NULL,
	`group_id` text NOT NULL,
	`name` text NOT NULL,
	`method` text NOT NULL,
	`size` integer,
	`version` integer DEFAULT 1 NOT NULL,
	`created_at` integer NOT NULL,
	`archived_at` integer,
	FOREIGN KEY (`group_id`) REFERENCES `groups`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `section_sets_group` ON `section_sets` (`group_id`);--> statement-breakpoint
CREATE TABLE `sections` (
	`id` text PRIMARY KEY NOT NULL,
	`set_id` text NOT NULL,
	`name` text NOT NULL,
	`place` integer NOT NULL,
	`created_at` integer NOT NULL,
	`dissolved_at` integer,
	FOREIGN KEY (`set_id`) REFERENCES `section_sets`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `sections_set` ON `sections` (`set_id`,`place`);--> statement-breakpoint
ALTER TABLE `audiences` ADD `assignment_id` text;--> statement-breakpoint
ALTER TABLE `audiences` ADD `section_id` text;--> statement-breakpoint
CREATE INDEX `audiences_assignment` ON `audiences` (`assignment_id`);--> statement-breakpoint
CREATE INDEX `audiences_section` ON `audiences` (`section_id`);--> statement-breakpoint
ALTER TABLE `seats` ADD `is_veiled` integer DEFAULT false NOT NULL;