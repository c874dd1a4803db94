CREATE TABLE `feedback_messages` (
	`id` text PRIMARY KEY NOT NULL,
	`assignment_id` text NOT NULL,
	`member_id` text NOT NULL,
	`author_id` text,
	`is_staff` integer NOT NULL,
	`words` text NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`assignment_id`) REFERENCES `assignments`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`member_id`) REFERENCES `members`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`author_id`) REFERENCES `members`(`id`) ON UPDATE no action ON DELETE set null
);
--> statement-breakpoint
CREATE INDEX `feedback_messages_grade` ON `feedback_messages` (`assignment_id`,`member_id`,`at`);--> statement-breakpoint
CREATE INDEX `feedback_messages_author` ON `feedback_messages` (`author_id`);