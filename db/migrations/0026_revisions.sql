ALTER TABLE `document_revisions` ADD `remark` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `document_revisions` ADD `restores` integer;--> statement-breakpoint
ALTER TABLE `document_revisions` ADD `carried` text;--> statement-breakpoint
ALTER TABLE `imports` ADD `revises` text;