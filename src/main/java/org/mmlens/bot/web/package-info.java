/// A page that shows what the bot is doing, on loopback, for people and for Prometheus.
///
/// The entry is [org.mmlens.bot.web.StatusServer]. It only reads: nothing that is sent to it
/// changes anything, and no other machine can reach it. Sources: RFC 9110, W3C Content Security
/// Policy Level 3.
@NullMarked
package org.mmlens.bot.web;

import org.jspecify.annotations.NullMarked;
