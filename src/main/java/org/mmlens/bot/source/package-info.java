/// Where the bot's mail comes from.
///
/// The entry is [org.mmlens.bot.source.MailSource]. A source reads and forgets: how far it has read
/// is text that the caller keeps, in the same transaction as the mail. A source does not look into
/// a mail.
@NullMarked
package org.mmlens.bot.source;

import org.jspecify.annotations.NullMarked;
