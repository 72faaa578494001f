package org.mmlens.tree;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.mmlens.mail.PatchText;

/// Damages mails the way the world does, and some ways it does not.
final class Mutator {

  private static final List<String> HOSTILE =
      List.of(
          "../",
          "/etc/",
          ".git/",
          ".GIT/",
          "a/../../x",
          "\"a/\\056\\056/x\"",
          "\u0000",
          "\r\n",
          "@@ -0,0 +1,999999999 @@\n",
          "@@ -1 +1 @@\n",
          "diff --git a/x b/x\n",
          "--- a/mm/mmap.c\n+++ b/mm/mmap.c\n",
          "new file mode 120000\n",
          "old mode 100644\nnew mode 100755\n",
          "rename from mm/mmap.c\nrename to ../mmap.c\n",
          "From 0123456789012345678901234567890123456789 Mon Sep 17 00:00:00 2001\n",
          "GIT binary patch\n",
          "-- >8 --\n",
          "---\n",
          "> ",
          " ",
          "\\ No newline at end of file\n",
          "Content-Type: multipart/mixed; boundary=x\n",
          "Content-Transfer-Encoding: base64\n",
          "=?utf-8?B?////?=");

  private final RandomGenerator random;
  private final List<byte[]> corpus;

  Mutator(RandomGenerator random, List<byte[]> corpus) {
    this.random = random;
    this.corpus = List.copyOf(corpus);
  }

  byte[] next() {
    String mail = text(corpus.get(random.nextInt(corpus.size())));
    for (int i = 1 + random.nextInt(3); i > 0; i--) {
      mail = mutate(mail);
    }
    return mail.getBytes(StandardCharsets.ISO_8859_1);
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }

  private String mutate(String mail) {
    return switch (random.nextInt(9)) {
      case 0 -> flip(mail);
      case 1 -> insert(mail, HOSTILE.get(random.nextInt(HOSTILE.size())));
      case 2 -> mail.substring(0, at(mail));
      case 3 -> number(mail);
      case 4 -> splice(mail);
      case 5, 6, 7 -> lines(mail);
      default -> remove(mail);
    };
  }

  private int at(String mail) {
    return mail.isEmpty() ? 0 : random.nextInt(mail.length());
  }

  private String flip(String mail) {
    int at = at(mail);
    return mail.isEmpty()
        ? mail
        : mail.substring(0, at) + (char) random.nextInt(256) + mail.substring(at + 1);
  }

  private String insert(String mail, String what) {
    int at = at(mail);
    if (random.nextBoolean()) {
      at = mail.lastIndexOf('\n', at) + 1;
    }
    return mail.substring(0, at) + what + mail.substring(at);
  }

  private String remove(String mail) {
    int from = at(mail);
    int to = Math.min(mail.length(), from + random.nextInt(80));
    return mail.substring(0, from) + mail.substring(to);
  }

  /// Changes one of the numbers of a hunk header.
  private String number(String mail) {
    int hunk = mail.indexOf("@@ -", at(mail));
    int end = hunk < 0 ? -1 : mail.indexOf('\n', hunk);
    if (end < 0) {
      return mail;
    }
    String[] parts = mail.substring(hunk, end).split("(?<=\\D)(?=\\d)|(?<=\\d)(?=\\D)");
    int which = random.nextInt(parts.length);
    if (!parts[which].isEmpty() && Character.isDigit(parts[which].charAt(0))) {
      parts[which] = String.valueOf(random.nextInt(12));
    }
    return mail.substring(0, hunk) + String.join("", parts) + mail.substring(end);
  }

  private String splice(String mail) {
    String other = text(corpus.get(random.nextInt(corpus.size())));
    return mail.substring(0, at(mail)) + other.substring(at(other));
  }

  /// Drops, doubles, swaps or re-marks a line.
  private String lines(String mail) {
    var lines = new ArrayList<>(PatchText.split(mail));
    if (lines.size() < 2) {
      return mail;
    }
    int at = random.nextInt(lines.size() - 1);
    switch (random.nextInt(5)) {
      case 0 -> lines.remove(at);
      case 1 -> lines.add(at, lines.get(at));
      case 2 -> lines.set(at, lines.set(at + 1, lines.get(at)));
      case 3 -> lines.set(at, " +-".charAt(random.nextInt(3)) + lines.get(at).substring(1));
      default -> lines.set(at, "+" + lines.get(at));
    }
    return String.join("", lines);
  }
}
