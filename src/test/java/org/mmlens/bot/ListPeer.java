package org.mmlens.bot;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.mmlens.bot.sink.SmtpPeer;

/// A mail server with a mailing list: what it takes comes into a maildir a little later, with the
/// list's footer, once for each time that it was taken.
final class ListPeer implements AutoCloseable {

  private static final int LATEST_MILLIS = 300;
  private static final int ANSWER_MILLIS = 10;

  private final SmtpPeer peer = new SmtpPeer();
  private final ScheduledExecutorService later = Executors.newSingleThreadScheduledExecutor();
  private final Semaphore ends = new Semaphore(0);
  private final Path maildir;
  private final Random random;

  ListPeer(Path maildir, long seed) throws IOException {
    this.maildir = maildir;
    this.random = new Random(seed);
    peer.taking(this::take);
  }

  /// The sender is told a few milliseconds later.
  private void take(SmtpPeer.Taken mail) {
    int number = peer.taken().size();
    Runnable post = () -> post(mail, number);
    ScheduledFuture<?> _ =
        later.schedule(post, random.nextInt(LATEST_MILLIS), TimeUnit.MILLISECONDS);
    ends.release();
    try {
      TimeUnit.MILLISECONDS.sleep(random.nextInt(ANSWER_MILLIS));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void post(SmtpPeer.Taken mail, int number) {
    try {
      Path written = maildir.resolve("tmp").resolve((2_000_000 + number) + ".L.x");
      Files.createDirectories(written.getParent());
      Files.writeString(written, mail.text() + "_____\nthe list\n");
      Files.move(written, maildir.resolve("new").resolve(written.getFileName()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  int port() {
    return peer.port();
  }

  /// Waits for the end of a mail that is not answered yet; those that came before do not count.
  boolean awaitEnd(long millis) throws InterruptedException {
    return ends.tryAcquire(millis, TimeUnit.MILLISECONDS);
  }

  void forgetEnds() {
    ends.drainPermits();
  }

  int deliveries() {
    return peer.taken().size();
  }

  int distinct() {
    return new TreeSet<>(peer.taken().stream().map(ListPeer::messageId).toList()).size();
  }

  private static String messageId(SmtpPeer.Taken mail) {
    List<String> lines = mail.text().lines().toList();
    return lines.stream().filter(l -> l.startsWith("Message-ID: ")).findFirst().orElseThrow();
  }

  @Override
  public void close() throws IOException {
    later.shutdown();
    peer.close();
  }
}
