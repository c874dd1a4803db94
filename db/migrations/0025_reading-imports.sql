ALTER TABLE `imports` ADD `state` text DEFAULT 'ready' NOT NULL;--> statement-breakpoint
ALTER TABLE `imports` ADD `sentence` text;