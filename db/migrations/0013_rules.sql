CREATE TABLE `body_prints` (
	`annotation_id` text PRIMARY KEY NOT NULL,
	`group_id` text NOT NULL,
	`creator_id` text NOT NULL,
	`hash` integer NOT NULL,
	`words` integer NOT NULL,
	`sketch` blob NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`annotation_id`) REFERENCES `annotations`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`group_id`) REFERENCES `groups`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `body_prints_creator` ON `body_prints` (`group_id`,`creator_id`,`at`);--> statement-breakpoint
CREATE INDEX `body_prints_group` ON `body_prints` (`group_id`,`at`);--> statement-breakpoint
CREATE TABLE `filter_rule_versions` (
	`rule_id` text NOT NULL,
	`version` integer NOT NULL,
	`name` text NOT NULL,
	`action` text NOT NULL,
	`then_hold` integer NOT NULL,
	`test` text NOT NULL,
	`is_on` integer NOT NULL,
	`digest` text NOT NULL,
	`by_id` text,
	`at` integer NOT NULL,
	PRIMARY KEY(`rule_id`, `version`),
	FOREIGN KEY (`rule_id`) REFERENCES `filter_rules`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`by_id`) REFERENCES `members`(`id`) ON UPDATE no action ON DELETE set null
);
--> statement-breakpoint
CREATE TABLE `filter_rules` (
	`id` text PRIMARY KEY NOT NULL,
	`group_id` text NOT NULL,
	`version` integer NOT NULL,
	`position` integer NOT NULL,
	`name` text NOT NULL,
	`action` text NOT NULL,
	`then_hold` integer NOT NULL,
	`test` text NOT NULL,
	`is_on` integer NOT NULL,
	`changed_at` integer NOT NULL,
	`retired_at` integer,
	FOREIGN KEY (`group_id`) REFERENCES `groups`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `filter_rules_group` ON `filter_rules` (`group_id`,`position`);--> statement-breakpoint
CREATE TABLE `hold_policies` (
	`id` text PRIMARY KEY NOT NULL,
	`group_id` text NOT NULL,
	`kind` text NOT NULL,
	`scope` text NOT NULL,
	`subject_id` text NOT NULL,
	`notes` integer NOT NULL,
	`aged` integer NOT NULL,
	`from_at` integer,
	`until_at` integer,
	`reason` text DEFAULT '' NOT NULL,
	`created_at` integer NOT NULL,
	`ended_at` integer,
	FOREIGN KEY (`group_id`) REFERENCES `groups`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `hold_policies_group` ON `hold_policies` (`group_id`,`ended_at`);--> statement-breakpoint
CREATE TABLE `outside_checks` (
	`group_id` text PRIMARY KEY NOT NULL,
	`version` integer NOT NULL,
	`url` text NOT NULL,
	`is_on` integer NOT NULL,
	`secret` text NOT NULL,
	`previous_secret` text,
	`previous_until` integer,
	`time_limit` integer NOT NULL,
	`when_it_fails` text NOT NULL,
	`changed_at` integer NOT NULL,
	`answered_at` integer,
	`failed_at` integer,
	`failure` text,
	FOREIGN KEY (`group_id`) REFERENCES `groups`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `pending_edits` (
	`annotation_id` text PRIMARY KEY NOT NULL,
	`revision_id` text NOT NULL,
	`body` text NOT NULL,
	`tags` text NOT NULL,
	`colour` text,
	`kind` text,
	`state` text NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`annotation_id`) REFERENCES `annotations`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `rule_attempts` (
	`id` text PRIMARY KEY NOT NULL,
	`group_id` text NOT NULL,
	`member_id` text NOT NULL,
	`note_id` text NOT NULL,
	`outcome` text NOT NULL,
	`hash` integer NOT NULL,
	`hits` text NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`group_id`) REFERENCES `groups`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`member_id`) REFERENCES `members`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `rule_attempts_group` ON `rule_attempts` (`group_id`,`at`);--> statement-breakpoint
CREATE INDEX `rule_attempts_note` ON `rule_attempts` (`note_id`);--> statement-breakpoint
CREATE TABLE `rule_hits` (
	`revision_id` text NOT NULL,
	`rule_id` text NOT NULL,
	`annotation_id` text NOT NULL,
	`group_id` text NOT NULL,
	`rule_version` integer NOT NULL,
	`kind` text NOT NULL,
	`action` text NOT NULL,
	`places` text NOT NULL,
	`failed` integer NOT NULL,
	`held` integer NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`revision_id`, `rule_id`),
	FOREIGN KEY (`annotation_id`) REFERENCES `annotations`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`group_id`) REFERENCES `groups`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `rule_hits_annotation` ON `rule_hits` (`annotation_id`);--> statement-breakpoint
CREATE INDEX `rule_hits_rule` ON `rule_hits` (`rule_id`,`at`);--> statement-breakpoint
CREATE INDEX `rule_hits_group` ON `rule_hits` (`group_id`,`at`);