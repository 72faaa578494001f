/// What a bot is told to do, in one TOML file (toml.io, version 1.0).
///
/// The entry is [org.mmlens.bot.config.ConfigFile]. A configuration is data: which kinds of sources
/// and sinks there are and what each needs to be told is here, what they do is not. Keys that no
/// one reads are errors, and every error has its place.
///
/// What a list allows is [org.mmlens.bot.config.Policy]; where a series went to several lists, the
/// most restrictive one wins.
@NullMarked
package org.mmlens.bot.config;

import org.jspecify.annotations.NullMarked;
