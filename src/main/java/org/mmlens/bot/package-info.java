/// A bot that reviews the series of mailing lists.
///
/// The entry is [org.mmlens.bot.Bot]. Mail comes in through [org.mmlens.bot.source], is put
/// together to series, reviewed in processes of their own, and what comes of it leaves through
/// [org.mmlens.bot.sink]. Between any two steps stands a transaction of [org.mmlens.bot.state]: the
/// bot may be killed at any point, and goes on where it was.
///
/// It says nothing unless something was found, once for each revision of a series, and never to
/// another program (RFC 3834).
@NullMarked
package org.mmlens.bot;

import org.jspecify.annotations.NullMarked;
