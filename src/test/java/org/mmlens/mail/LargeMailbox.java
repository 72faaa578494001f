package org.mmlens.mail;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// A mailbox of any size, as lists fill them: talk, patches of many series, answers that quote.
///
/// `java … org.mmlens.mail.LargeMailbox MEGABYTES` writes one, reads it and prints what that took.
final class LargeMailbox {

  private static final int IN_A_THREAD = 8;

  /// What the machines on its way add to a mail.
  private static final String WAY =
      "Received: from a.example.org by b.example.org with ESMTPS id 0123456789;\n\tSat, 1 Jun 2024\n"
          .repeat(25);

  private LargeMailbox() {}

  /// Writes about so many bytes; {@return how many mails they are}
  static int write(Path file, long bytes) throws IOException {
    int mails = 0;
    long written = 0;
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
      while (written < bytes) {
        byte[] mail = mail(mails++).getBytes(StandardCharsets.UTF_8);
        out.write(mail);
        written += mail.length;
      }
    }
    return mails;
  }

  private static String mail(int n) {
    int thread = n / IN_A_THREAD;
    int place = n % IN_A_THREAD;
    boolean patch = place < 3 && thread % 10 == 0;
    String subject =
        patch
            ? "[PATCH %d/3] mm: change %d".formatted(place + 1, thread)
            : "Re: about change " + thread;
    String head =
        """
        From mboxrd@z Thu Jan  1 00:00:00 1970
        From: Jo Doe %d <jo%d@example.org>
        Date: %d Jun 2024 10:%02d:00 +0000
        Subject: %s
        Message-ID: <%d.%d@example.org>
        In-Reply-To: <%d.0@example.org>
        %s
        """
            .formatted(
                thread % 50,
                thread % 50,
                1 + thread / 60 % 28,
                n % 60,
                subject,
                thread,
                place,
                thread,
                WAY);
    return head + (patch ? patch(thread, place) : talk(n)) + "\n";
  }

  private static String patch(int thread, int place) {
    return """
    It is better so.

    Signed-off-by: Jo Doe <jo@example.org>
    ---
    diff --git a/mm/f%d.c b/mm/f%d.c
    --- a/mm/f%d.c
    +++ b/mm/f%d.c
    @@ -1,2 +1,2 @@
     int a;
    -int b;
    +int c%d;
    """
        .formatted(place, place, place, place, thread);
  }

  private static String talk(int n) {
    return ("> int a;\n> what was said before, at some length, in mail " + n + "\nI think not.\n")
        .repeat(70);
  }

  public static void main(String[] arguments) throws IOException {
    long megabytes = Long.parseLong(arguments[0]);
    Path file = Files.createTempFile("large", ".mbox");
    try {
      int mails = write(file, megabytes << 20);
      long begun = System.nanoTime();
      SeriesReading reading = SeriesReader.read(List.of(file), new Selection.Newest());
      long seconds = (System.nanoTime() - begun) / 1_000_000_000L;
      long peak =
          ManagementFactory.getMemoryPoolMXBeans().stream()
              .filter(pool -> pool.getType() == MemoryType.HEAP)
              .map(MemoryPoolMXBean::getPeakUsage)
              .mapToLong(usage -> usage.getUsed())
              .sum();
      System.out.printf(
          "%d MB, %d mails, %d series, took %d patches, %d s, heap at most %d MB of %d MB%n",
          megabytes,
          mails,
          reading.found().size(),
          reading.series().map(s -> s.patches().size()).orElse(0),
          seconds,
          peak >> 20,
          Runtime.getRuntime().maxMemory() >> 20);
    } finally {
      Files.delete(file);
    }
  }
}
