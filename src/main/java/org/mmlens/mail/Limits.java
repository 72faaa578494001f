package org.mmlens.mail;

/// How much of hostile input is looked at.
///
/// @param mailBytes a longer mail is skipped, saying so
/// @param mails reading a mailbox stops there, saying so
/// @param parts MIME parts of one mail, nested ones included
/// @param patches mails of one series
public record Limits(int mailBytes, int mails, int parts, int patches) {

  /// What lists carry, with room: the largest kernel mails are a few MiB.
  public static final Limits USUAL = new Limits(32 << 20, 4_000_000, 200, 2000);
}
