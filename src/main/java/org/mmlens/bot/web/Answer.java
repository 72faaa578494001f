package org.mmlens.bot.web;

import java.nio.charset.StandardCharsets;

/// What is answered to a request.
///
/// @param status of HTTP (RFC 9110 §15)
/// @param type the media type
/// @param policy the content security policy
/// @param body what is sent
record Answer(int status, String type, String policy, byte[] body) {

  /// Nothing is loaded, run, framed or sent anywhere.
  private static final String NOTHING =
      "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

  /// A report has one style sheet and one script within itself, which its own policy names by their
  /// hashes; both policies hold. In its sandbox it has no origin.
  private static final String REPORT =
      NOTHING + "; style-src 'unsafe-inline'; script-src 'unsafe-inline'; sandbox allow-scripts";

  static Answer page(int status, String html) {
    return text(status, "text/html; charset=utf-8", html);
  }

  static Answer text(int status, String type, String text) {
    return new Answer(status, type, NOTHING, text.getBytes(StandardCharsets.UTF_8));
  }

  static Answer report(byte[] html) {
    return new Answer(200, "text/html; charset=utf-8", REPORT, html);
  }

  /// {@return a file as text, which a browser shows and does not run}
  static Answer file(byte[] bytes) {
    return new Answer(200, "text/plain; charset=utf-8", NOTHING, bytes);
  }

  static Answer refused(int status, String why) {
    return text(status, "text/plain; charset=utf-8", why + "\n");
  }
}
