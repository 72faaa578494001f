package org.mmlens.bot.source;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/// GreenMail, which runs everywhere Java does.
class ImapGreenMailTest extends ImapCases {

  private static final GreenMail SERVER =
      new GreenMail(ServerSetup.IMAP.dynamicPort().createCopy("127.0.0.1"));

  @BeforeAll
  static void start() {
    SERVER.start();
    SERVER.setUser("ann@example.org", "ann", "secret");
  }

  @AfterAll
  static void stop() {
    SERVER.stop();
  }

  @Override
  int port() {
    return SERVER.getImap().getPort();
  }
}
