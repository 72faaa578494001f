package org.mmlens.mail;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/// The mails of a mailbox that hold no patch: who answers whom, in a few dozen bytes each.
///
/// Message-ids are kept as 64 bits of their SHA-1, so a mailbox of any size stays small in memory.
final class Talk {

  /// How many of the mails a mail refers to are kept: the one its thread began with and the
  /// nearest.
  private static final int PARENTS = 3;

  private static final int STRIDE = PARENTS + 2;

  /// Blocks of so many mails, so that nothing is copied when there are more.
  private static final int BLOCK = 4096;

  private final List<long[]> blocks = new ArrayList<>();
  private int size = 0;

  /// Remembers a mail.
  void add(MailEntry.Place place, Envelope envelope) {
    if (size % BLOCK == 0) {
      blocks.add(new long[BLOCK * STRIDE]);
    }
    long[] cells = blocks.getLast();
    int at = size++ % BLOCK * STRIDE;
    cells[at] = ((long) place.source() << 32) | place.ordinal();
    cells[at + 1] = MessageKey.of(envelope.messageId());
    List<String> references = envelope.references();
    int nearest = Math.min(PARENTS - 1, references.size());
    for (int i = 0; i < nearest; i++) {
      cells[at + 2 + i] = MessageKey.of(references.get(references.size() - 1 - i));
    }
    if (references.size() > nearest) {
      cells[at + 1 + PARENTS] = MessageKey.of(references.getFirst());
    }
  }

  /// {@return what the mail with this key refers to; searches all mails}
  List<Long> parents(long key) {
    for (long[] cells : blocks) {
      for (int at = 0; at < cells.length; at += STRIDE) {
        if (cells[at + 1] == key && key != 0) {
          return Arrays.stream(cells, at + 2, at + STRIDE).filter(c -> c != 0).boxed().toList();
        }
      }
    }
    return List.of();
  }

  /// {@return where the mails stand that refer to one of these, in order}
  List<MailEntry.Place> answersTo(Set<Long> keys) {
    var found = new ArrayList<MailEntry.Place>();
    for (long[] cells : blocks) {
      for (int at = 0; at < cells.length; at += STRIDE) {
        if (anyOf(keys, cells, at + 2, at + STRIDE)) {
          found.add(new MailEntry.Place((int) (cells[at] >>> 32), (int) cells[at]));
        }
      }
    }
    return found;
  }

  private static boolean anyOf(Set<Long> keys, long[] cells, int from, int to) {
    for (int i = from; i < to; i++) {
      if (cells[i] != 0 && keys.contains(cells[i])) {
        return true;
      }
    }
    return false;
  }
}
