CREATE TABLE mail (
  message_key TEXT PRIMARY KEY,
  source TEXT NOT NULL,
  origin TEXT NOT NULL,
  raw ${bytes} NOT NULL
);
CREATE TABLE read_to (
  source TEXT PRIMARY KEY,
  cursor_text TEXT NOT NULL
);
CREATE TABLE decision (
  revision TEXT PRIMARY KEY,
  outcome TEXT NOT NULL,
  reason TEXT NOT NULL
);
CREATE TABLE outbox (
  message_id TEXT NOT NULL,
  sink TEXT NOT NULL,
  series TEXT NOT NULL,
  message ${bytes} NOT NULL,
  mail_from TEXT NOT NULL,
  recipients TEXT NOT NULL,
  standing TEXT NOT NULL,
  worker TEXT NOT NULL,
  attempts INTEGER NOT NULL,
  said TEXT NOT NULL,
  PRIMARY KEY (message_id, sink)
);
CREATE INDEX outbox_standing ON outbox (sink, standing);
CREATE TABLE outbox_report (
  message_id TEXT NOT NULL,
  format TEXT NOT NULL,
  path TEXT NOT NULL,
  PRIMARY KEY (message_id, format)
);
