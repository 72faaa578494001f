package org.mmlens.bot.source;

/// Which mail a source begins with where it has never been read.
public enum Start {
  /// The oldest there is.
  BEGINNING,
  /// The first to arrive after it was looked at for the first time.
  NOW
}
