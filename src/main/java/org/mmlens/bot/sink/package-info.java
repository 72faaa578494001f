/// Where the bot's results go.
///
/// The entry is [org.mmlens.bot.sink.Sink]. A sink is given a finished parcel and says what became
/// of it; whether, when and to whom is not for a sink to decide.
@NullMarked
package org.mmlens.bot.sink;

import org.jspecify.annotations.NullMarked;
