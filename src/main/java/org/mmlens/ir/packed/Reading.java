package org.mmlens.ir.packed;

import java.util.List;
import org.mmlens.cache.Unpacker;
import org.mmlens.diag.Position;

/// Reads what [Words] wrote.
final class Reading {

  private final List<String> words;
  private final Unpacker body;

  Reading(byte[] bytes) {
    var all = new Unpacker(bytes);
    this.words = all.texts();
    this.body = new Unpacker(all.bytes());
  }

  long number() {
    return body.number();
  }

  int count() {
    return body.count();
  }

  boolean flag() {
    return body.flag();
  }

  byte[] bytes() {
    return body.bytes();
  }

  String word() {
    return words.get(body.count());
  }

  Position position() {
    return new Position(word(), count(), count());
  }
}
