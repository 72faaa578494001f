ALTER TABLE mail ADD COLUMN thread TEXT NOT NULL DEFAULT '';
ALTER TABLE mail ADD COLUMN kind TEXT NOT NULL DEFAULT 'TALK';
ALTER TABLE mail ADD COLUMN came BIGINT NOT NULL DEFAULT 0;
CREATE INDEX mail_thread ON mail (thread);
CREATE TABLE mention (
  message_id TEXT PRIMARY KEY,
  thread TEXT NOT NULL
);
CREATE INDEX mention_thread ON mention (thread);
CREATE TABLE revision (
  id TEXT PRIMARY KEY,
  thread TEXT NOT NULL,
  number INTEGER NOT NULL,
  author TEXT NOT NULL,
  title TEXT NOT NULL,
  change_id TEXT NOT NULL,
  content TEXT NOT NULL,
  missing TEXT NOT NULL,
  phase TEXT NOT NULL,
  heard BIGINT NOT NULL,
  result TEXT NOT NULL
);
CREATE INDEX revision_thread ON revision (thread);
CREATE INDEX revision_phase ON revision (phase);
CREATE INDEX revision_content ON revision (content);
CREATE INDEX revision_author ON revision (author);
CREATE TABLE mark (
  revision TEXT NOT NULL,
  word TEXT NOT NULL,
  address TEXT NOT NULL,
  PRIMARY KEY (revision, word)
);
CREATE TABLE scheduled_tasks (
  task_name TEXT NOT NULL,
  task_instance TEXT NOT NULL,
  task_data ${bytes},
  execution_time BIGINT NOT NULL,
  picked BOOLEAN NOT NULL,
  picked_by TEXT,
  last_success BIGINT,
  last_failure BIGINT,
  consecutive_failures INTEGER,
  last_heartbeat BIGINT,
  version BIGINT NOT NULL,
  priority SMALLINT,
  PRIMARY KEY (task_name, task_instance)
);
CREATE INDEX scheduled_tasks_time ON scheduled_tasks (execution_time);
CREATE INDEX scheduled_tasks_heartbeat ON scheduled_tasks (last_heartbeat);
ALTER TABLE outbox ADD COLUMN due BIGINT NOT NULL DEFAULT 0;
ALTER TABLE outbox ADD COLUMN lease BIGINT NOT NULL DEFAULT 0;
ALTER TABLE outbox ADD COLUMN settled BIGINT NOT NULL DEFAULT 0;
