package org.mmlens.jvm;

/// How large methods may become, in the units of [Weight].
///
/// @param whole a function up to this size is one method
/// @param part larger ones are dealt out to methods of about this size
record Sizes(long whole, long part) {
  /// What the JVM takes, and what it compiles well.
  static final Sizes STANDARD = new Sizes(50_000, 8_000);
}
