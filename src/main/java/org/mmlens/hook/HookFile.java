package org.mmlens.hook;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// The text of a hook file: a POSIX shell script that runs the hook which was there before, if any,
/// and then mmlens.
///
/// @param hook which hook
/// @param program `scripts/hook-run` of the installation
record HookFile(Hook hook, Path program) {

  /// What the file of a hook that was there before is called.
  static final String BEFORE = ".before-mmlens";

  private static final String MARK = "# mmlens hook, seal ";
  private static final int SEAL_BYTES = 12;
  private static final String SHELL = "#!/bin/sh\n";

  /// {@return a word as the shell takes it for itself}
  static String quoted(String word) {
    return word.matches("[A-Za-z0-9_./:+=@%,-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
  }

  /// {@return the whole file}
  String text() {
    String body = body();
    return SHELL + MARK + seal(body) + "\n" + body;
  }

  /// {@return whether a text is that of such a file, of whatever version}
  static boolean ours(String text) {
    return text.startsWith(SHELL + MARK);
  }

  /// {@return whether a file of ours is as it was written}
  static boolean intact(String text) {
    int start = (SHELL + MARK).length();
    int end = text.indexOf('\n', start);
    return ours(text)
        && end > 0
        && text.substring(start, end).equals(seal(text.substring(end + 1)));
  }

  /// {@return where the file says that mmlens is; the file itself where it does not say}
  static String program(String text) {
    return text.lines()
        .filter(line -> line.startsWith("run="))
        .findFirst()
        .map(line -> line.substring("run=".length()))
        .orElse("");
  }

  private static String seal(String body) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(body.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash, 0, SEAL_BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private String body() {
    String word = hook.word();
    return """
    # 'mmlens hook install %1$s' put it here, 'mmlens hook uninstall %1$s' takes it away again.
    run=%2$s
    before=$0%3$s
    %4$s
    if [ ! -x "$run" ]; then
      policy=$(git config --get %5$s)
      [ "$policy" = fail ] || policy=pass
      printf 'mmlens: %1$s: nothing was reviewed: %%s is gone; %5$s is %%s\\n' "$run" "$policy" >&2
      [ "$policy" = pass ]
      exit
    fi
    %6$s
    """
        .formatted(
            word,
            "'" + program.toString().replace("'", "'\\''") + "'",
            BEFORE,
            hook == Hook.PRE_PUSH ? CHAIN_WITH_INPUT : CHAIN,
            HookSettings.ON_ERROR,
            (hook == Hook.PRE_PUSH ? FEED : "") + "\"$run\" %s \"$@\"".formatted(word));
  }

  private static final String CHAIN =
      """
      if [ -x "$before" ]; then
        "$before" "$@" || exit
      fi\
      """;

  /// Both hooks are given what git says on standard input.
  private static final String CHAIN_WITH_INPUT =
      """
      lines=$(cat)
      feed() {
        [ -z "$lines" ] || printf '%s\\n' "$lines"
      }
      if [ -x "$before" ]; then
        feed | "$before" "$@" || exit
      fi\
      """;

  private static final String FEED = "feed | ";
}
