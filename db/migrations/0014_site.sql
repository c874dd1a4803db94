CREATE TABLE `announcements` (
	`id` text PRIMARY KEY NOT NULL,
	`words` text NOT NULL,
	`level` text NOT NULL,
	`from_at` integer NOT NULL,
	`until_at` integer NOT NULL,
	`created_by` text,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`created_by`) REFERENCES `members`(`id`) ON UPDATE no action ON DELETE set null
);
--> statement-breakpoint
CREATE INDEX `announcements_until` ON `announcements` (`until_at`);--> statement-breakpoint
CREATE TABLE `site_invitations` (
	`id` text PRIMARY KEY NOT NULL,
	`token_hash` text NOT NULL,
	`remark` text DEFAULT '' NOT NULL,
	`created_by` text,
	`created_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`used_at` integer,
	`revoked_at` integer,
	FOREIGN KEY (`created_by`) REFERENCES `members`(`id`) ON UPDATE no action ON DELETE set null
);
--> statement-breakpoint
CREATE UNIQUE INDEX `site_invitations_token` ON `site_invitations` (`token_hash`);--> statement-breakpoint
CREATE TABLE `viewings` (
	`session_id` text PRIMARY KEY NOT NULL,
	`admin_id` text NOT NULL,
	`member_id` text NOT NULL,
	`started_at` integer NOT NULL,
	`ends_at` integer NOT NULL
);
