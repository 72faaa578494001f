package org.mmlens.bot.config;

/// How much is read and written at a time, `[limits]`.
///
/// @param mailMib a longer mail is left out
/// @param batchMib a batch of mails ends with the one that exceeds this
/// @param logMib a longer log is begun anew, and the old one kept
public record SizesConfig(int mailMib, int batchMib, int logMib) {}
