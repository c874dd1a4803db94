ALTER TABLE `documents` ADD `published` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `documents` ADD `licence` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `imports` ADD `published` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `imports` ADD `licence` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `imports` ADD `rights` text DEFAULT '' NOT NULL;