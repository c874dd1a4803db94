ALTER TABLE `document_revisions` ADD `bytes` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
UPDATE `document_revisions` SET `bytes` = length(CAST(`html` AS BLOB)) + length(CAST(`text` AS BLOB));--> statement-breakpoint
CREATE INDEX `document_revisions_bytes` ON `document_revisions` (`document_id`,`bytes`);--> statement-breakpoint
ALTER TABLE `imports` ADD `bytes` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
UPDATE `imports` SET `bytes` = length(CAST(`pieces` AS BLOB));--> statement-breakpoint
CREATE INDEX `imports_bytes` ON `imports` (`group_id`,`bytes`);
