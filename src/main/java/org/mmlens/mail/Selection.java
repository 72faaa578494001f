package org.mmlens.mail;

/// Which series of a mailbox is wanted.
public sealed interface Selection {

  /// The one whose first mail has the latest date.
  record Newest() implements Selection {}

  /// The one with this number in the list of all.
  ///
  /// @param number from 1
  record Number(int number) implements Selection {}

  /// The one that this mail belongs to.
  ///
  /// @param messageId with or without angle brackets
  record OfMessage(String messageId) implements Selection {}

  /// {@return what the text of an option means: a number, or else a message-id}
  ///
  /// @param text the option's value
  static Selection parse(String text) {
    return text.matches("\\d{1,9}") ? new Number(Integer.parseInt(text)) : new OfMessage(text);
  }
}
