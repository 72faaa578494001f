package org.mmlens.bot.source;

import org.mmlens.mail.Limits;

/// How much of a source is held in memory.
///
/// @param mailBytes a longer mail is left out, which a note of the batch says
/// @param batchBytes a batch ends with the mail that exceeds this
public record ReadLimits(int mailBytes, long batchBytes) {

  /// What lists carry, with room.
  public static final ReadLimits USUAL = new ReadLimits(Limits.USUAL.mailBytes(), 64L << 20);

  /// Checks that a mail may have a byte.
  public ReadLimits {
    if (mailBytes < 1 || batchBytes < 1) {
      throw new IllegalArgumentException("limits below one byte");
    }
  }
}
