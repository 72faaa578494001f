package org.mmlens.lens;

/// What is compared of a run, beside effects and counters: small values in symbolic names.
sealed interface Facts {

  /// How the run ended. What a crash prints is not compared: two versions of one function crash at
  /// different lines for the same reason.
  ///
  /// @param kind `returned` or what stopped the run
  /// @param value the returned value; 0 for a crash
  record End(String kind, long value) implements Facts {}

  /// A VMA by its own fields.
  record VmaFact(String name, long start, long end, long flags, long pgoff, String anonVma)
      implements Facts {}

  /// A range of the maple tree; both ends belong to it.
  record TreeFact(long first, long last, String name) implements Facts {}

  /// A user page that is mapped, or swapped out.
  record PageFact(long address, int level, String frame, long flags) implements Facts {}

  /// What the TLB answers although the tables say something else.
  record StaleFact(long address, String cached, String walked) implements Facts {}

  /// A page table.
  record TableFact(int level, long start, String state) implements Facts {}

  /// A lock held at return.
  record LockFact(String name, String mode) implements Facts {}

  /// Something the machine noted.
  record NoteFact(String kind, String text) implements Facts {}
}
