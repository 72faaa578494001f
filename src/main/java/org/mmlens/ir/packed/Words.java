package org.mmlens.ir.packed;

import java.util.LinkedHashMap;
import java.util.Map;
import org.mmlens.cache.Packer;
import org.mmlens.diag.Position;

/// A packer that writes each text once.
final class Words {

  private final Packer body = new Packer();
  private final Map<String, Integer> words = new LinkedHashMap<>();

  void number(long value) {
    body.number(value);
  }

  void flag(boolean yes) {
    body.flag(yes);
  }

  void bytes(byte[] bytes) {
    body.bytes(bytes);
  }

  void word(String text) {
    Integer known = words.get(text);
    if (known == null) {
      known = words.size();
      words.put(text, known);
    }
    body.number(known);
  }

  void position(Position at) {
    word(at.path());
    number(at.line());
    number(at.column());
  }

  byte[] packed() {
    var all = new Packer();
    all.texts(words.keySet());
    all.bytes(body.packed());
    return all.packed();
  }
}
