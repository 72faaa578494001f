package org.mmlens.bot.config;

import java.nio.file.Path;

/// Who the bot is to a server.
///
/// @param user the name
/// @param passwordFile the file that holds the password and nothing else: a configuration may be
///   shown to others
public record Login(String user, Path passwordFile) {}
