-- Whoever wrote in a thread before this was kept follows it, as they would have by writing now.
INSERT OR IGNORE INTO follows (member_id, subject_kind, subject_id, group_id, level, created_at)
SELECT a.creator_id, 'thread', a.root_id, d.group_id, 'follow', min(a.created_at)
FROM annotations a JOIN documents d ON d.id = a.document_id
WHERE a.status = 'published' GROUP BY a.creator_id, a.root_id;
