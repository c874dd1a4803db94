ALTER TABLE `documents` ADD `source_hash` text;--> statement-breakpoint
ALTER TABLE `imports` ADD `file_name` text;--> statement-breakpoint
ALTER TABLE `imports` ADD `source_hash` text;--> statement-breakpoint
ALTER TABLE `imports` ADD `words` integer DEFAULT 0 NOT NULL;