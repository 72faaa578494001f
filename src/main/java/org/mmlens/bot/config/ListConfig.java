package org.mmlens.bot.config;

/// A list whose series are reviewed, `[[list]]`.
///
/// @param address in lower case
/// @param policy what may be said to it
public record ListConfig(String address, Policy policy) {}
