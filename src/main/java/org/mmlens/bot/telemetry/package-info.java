/// What the bot tells about itself while it runs.
///
/// The entries are [org.mmlens.bot.telemetry.EventLog], one line of JSON for each event, and
/// [org.mmlens.bot.telemetry.Meters], numbers for Prometheus. Neither decides anything, and nothing
/// of a mail's text goes into either but what the caller gives.
@NullMarked
package org.mmlens.bot.telemetry;

import org.jspecify.annotations.NullMarked;
