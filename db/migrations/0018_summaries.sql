CREATE TABLE `summaries` (
	`root_id` text PRIMARY KEY NOT NULL,
	`shown` integer,
	`latest` integer NOT NULL,
	FOREIGN KEY (`root_id`) REFERENCES `annotations`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `summary_versions` (
	`root_id` text NOT NULL,
	`n` integer NOT NULL,
	`body` text NOT NULL,
	`cited` text NOT NULL,
	`member_id` text,
	`seat_id` text NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`root_id`, `n`),
	FOREIGN KEY (`root_id`) REFERENCES `annotations`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`member_id`) REFERENCES `members`(`id`) ON UPDATE no action ON DELETE set null,
	FOREIGN KEY (`seat_id`) REFERENCES `seats`(`id`) ON UPDATE no action ON DELETE no action
);
