package org.mmlens.bot.source;

/// One mail as it lies in its source.
///
/// @param raw the whole mail (RFC 5322), without the separator line of a mailbox
/// @param origin where it lies, for people: a file and line, a commit, a folder and UID
public record Arrival(byte[] raw, String origin) {}
