package org.mmlens.bot.config;

import java.util.List;
import java.util.Optional;

/// Who the bot is on a list, `[identity]`.
///
/// @param name as in `From`
/// @param address as in `From`, in lower case; bounces go there
/// @param replyTo who reads answers, if others do
/// @param aliases further addresses of its own, in lower case: mail from them is never answered
/// @param bots addresses of other bots, in lower case: mail from them is never answered
public record Identity(
    String name,
    String address,
    Optional<String> replyTo,
    List<String> aliases,
    List<String> bots) {

  /// Copies the lists.
  public Identity {
    aliases = List.copyOf(aliases);
    bots = List.copyOf(bots);
  }

  /// {@return whether an address is one of the bot's own}
  ///
  /// @param other in lower case
  public boolean owns(String other) {
    return other.equals(address) || aliases.contains(other);
  }
}
