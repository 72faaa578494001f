package org.mmlens.bot.sink;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.URLName;
import java.io.IOException;
import org.eclipse.angus.mail.smtp.SMTPTransport;

/// A connection for one mail, which knows whether the line was sent that hands the mail over.
final class Submission extends SMTPTransport {

  private final Brink brink;
  private boolean crossed;

  Submission(Session session, Brink brink) {
    super(session, new URLName("smtp", null, -1, null, null, null));
    this.brink = brink;
  }

  /// {@return whether the server may have the mail}
  boolean crossed() {
    return crossed;
  }

  @Override
  protected void finishData() throws IOException, MessagingException {
    if (!brink.cross()) {
      throw new MessagingException("another worker has taken the mail over");
    }
    crossed = true;
    super.finishData();
  }

  /// Ends the connection. What the server says to that is of no matter, and not waited for: each
  /// moment before the answer to the mail is kept is one in which a crash leaves it in doubt.
  void hangUp() {
    try {
      close();
    } catch (MessagingException _) {
      // It hung up first.
    }
  }
}
