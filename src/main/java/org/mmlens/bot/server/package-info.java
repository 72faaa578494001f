/// How the bot speaks to mail servers.
///
/// The entry is [org.mmlens.bot.server.MailSession]: a session of Angus Mail as the configuration
/// wants it. Nothing here reads or sends a mail. Sources: RFC 8314 (TLS), RFC 3207 and RFC 9051
/// (`STARTTLS`).
@NullMarked
package org.mmlens.bot.server;

import org.jspecify.annotations.NullMarked;
