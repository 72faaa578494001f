package org.mmlens.tree;

import java.util.regex.Pattern;

/// Path patterns.
final class Globs {

  private static final Pattern SPECIAL = Pattern.compile("[*?]");

  private Globs() {}

  /// {@return the pattern as a regular expression over whole paths}
  static Pattern pattern(String glob) {
    var out = new StringBuilder();
    for (int i = 0; i < glob.length(); i++) {
      char c = glob.charAt(i);
      if (glob.startsWith("**/", i)) {
        out.append("(?:.*/)?");
        i += 2;
      } else if (glob.startsWith("**", i)) {
        out.append(".*");
        i++;
      } else if (c == '*') {
        out.append("[^/]*");
      } else {
        out.append(c == '?' ? "[^/]" : Pattern.quote(String.valueOf(c)));
      }
    }
    return Pattern.compile(out.toString(), Pattern.DOTALL);
  }

  /// {@return the longest folder that every match lies in}
  static String fixedFolder(String glob) {
    var matcher = SPECIAL.matcher(glob);
    int fixed = matcher.find() ? matcher.start() : glob.length();
    int slash = glob.lastIndexOf('/', fixed - 1);
    return slash < 0 ? "" : glob.substring(0, slash);
  }
}
