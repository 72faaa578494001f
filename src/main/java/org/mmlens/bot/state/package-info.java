/// What the bot remembers, in SQLite or PostgreSQL.
///
/// The entry is [org.mmlens.bot.state.Database]: whatever belongs together happens in one
/// [org.mmlens.bot.state.Transaction]. Mails and the cursor of their source are stored together, a
/// decision and the mail it leads to are stored together. Sending is noted before it begins and
/// after it ended; what a dead worker had begun is sent again under the same Message-ID, so that a
/// sink that can look it up delivers it once, and one that cannot (SMTP, RFC 5321 §6.1) at least
/// once.
///
/// SQL is kept to what SQLite 3.35 and PostgreSQL 9.5 have in common; the two places where they
/// part are in [org.mmlens.bot.state.Dialect].
@NullMarked
package org.mmlens.bot.state;

import org.jspecify.annotations.NullMarked;
