package org.mmlens.tree;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mmlens.mail.PatchMail;
import org.mmlens.mail.Selection;
import org.mmlens.mail.Series;
import org.mmlens.mail.SeriesReader;
import org.mmlens.mail.SeriesReading;

/// 200 commits on files of a real kernel go through mail in six encodings and come out as git's
/// trees.
///
/// Takes a minute or two, so it runs with `-Dmmlens.long=true` only, and where
/// `fixtures/kernels/linux-source-6.12` is (see `fixtures/fetch-linux`).
class KernelRoundTripTest {

  private static final Path KERNEL = Path.of("fixtures/kernels/linux-source-6.12");
  private static final int COMMITS = 200;

  @TempDir private Path folder;

  @Test
  void twoHundredCommitsMailedInSixEncodingsGiveTheTreesOfGit() throws IOException {
    assumeTrue(Boolean.getBoolean("mmlens.long"), "not asked for with -Dmmlens.long=true");
    assumeTrue(Git.installed(), "git is not installed");
    assumeTrue(Files.isDirectory(KERNEL), "no kernel at " + KERNEL);
    var history = KernelHistory.make(Git.init(folder), KERNEL, COMMITS);
    byte[] plain = history.mails("--signature=2.39.5");

    verify(history, "plain", plain);
    verify(
        history,
        "mboxrd, compressed",
        gzip(history.mails("--pretty=mboxrd"), "From mboxrd@z Thu Jan  1 00:00:00 1970\n"));
    verify(history, "attached", history.mails("--attach"));
    verify(history, "quoted-printable", Encodings.quotedPrintable(plain));
    verify(history, "base64", Encodings.base64(plain));
    verify(history, "with CR LF", Encodings.crlf(plain));
  }

  private static byte[] gzip(byte[] mails, String separator) throws IOException {
    var out = new ByteArrayOutputStream();
    try (var packed = new GZIPOutputStream(out)) {
      packed.write(Encodings.separated(mails, separator));
    }
    return out.toByteArray();
  }

  private static void verify(KernelHistory history, String encoding, byte[] mails) {
    SeriesReading reading =
        SeriesReader.read(new ByteArrayInputStream(mails), encoding, new Selection.Newest());
    List<PatchMail> patches = reading.series().map(Series::patches).orElse(List.of());
    assertEquals(COMMITS, patches.size(), encoding + ": " + reading.diagnostics());

    SeriesApplication application = SeriesApplier.apply(history.base(), patches);

    assertEquals(
        List.of(),
        application.failure().stream().flatMap(f -> f.errors().stream()).toList(),
        encoding);
    for (int i = 0; i < COMMITS; i++) {
      if (i % 25 == 24 || encoding.equals("plain")) {
        SourceTree after = application.steps().get(i).applied().tree();
        assertEquals(history.tree(i), TreeIds.of(after), encoding + ", commit " + (i + 1));
      }
    }
  }
}
