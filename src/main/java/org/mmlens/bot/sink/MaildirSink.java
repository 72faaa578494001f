package org.mmlens.bot.sink;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;

/// A maildir (<https://cr.yp.to/proto/maildir.html>) in which a person may read what would be sent.
///
/// The name of a file comes from the Message-ID, so the same parcel is put there once, as long as
/// nobody takes it away. A mail is on disk before it appears in `new/`; lines end with LF, as in
/// every maildir.
public final class MaildirSink implements Sink {

  private final String name;
  private final Path folder;

  /// Names a maildir.
  ///
  /// @param name what the configuration calls it
  /// @param folder what holds or will hold `tmp/`, `new/` and `cur/`
  public MaildirSink(String name, Path folder) {
    this.name = name;
    this.folder = folder;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public Delivery deliver(Parcel parcel, Brink brink) {
    try {
      return put(Names.of(parcel.messageId()) + ".mmlens", parcel.message());
    } catch (IOException e) {
      return new Delivery.Later("%s: %s".formatted(folder, Names.reason(e)));
    }
  }

  private Delivery put(String file, byte[] message) throws IOException {
    for (String part : List.of("tmp", "new", "cur")) {
      Files.createDirectories(folder.resolve(part));
    }
    if (Files.exists(folder.resolve("new").resolve(file))) {
      return new Delivery.AlreadyThere("new/" + file);
    }
    try (DirectoryStream<Path> read =
        Files.newDirectoryStream(folder.resolve("cur"), file + "{,:*}")) {
      for (Path there : read) {
        return new Delivery.AlreadyThere("cur/" + there.getFileName());
      }
    }
    Path temporary = folder.resolve("tmp").resolve(file);
    write(temporary, ByteBuffer.wrap(withoutCr(message)));
    Files.move(temporary, folder.resolve("new").resolve(file), StandardCopyOption.ATOMIC_MOVE);
    sync(folder.resolve("new"));
    return new Delivery.Delivered("new/" + file);
  }

  private static void write(Path file, ByteBuffer bytes) throws IOException {
    try (FileChannel out =
        FileChannel.open(
            file,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE)) {
      while (bytes.hasRemaining()) {
        out.write(bytes);
      }
      out.force(true);
    }
  }

  /// A name is on disk when its folder is (fsync(2)).
  private static void sync(Path folder) throws IOException {
    try (FileChannel channel = FileChannel.open(folder)) {
      channel.force(true);
    }
  }

  private static byte[] withoutCr(byte[] message) {
    var lines = ByteBuffer.allocate(message.length);
    for (int k = 0; k < message.length; k++) {
      if (message[k] != '\r' || k + 1 == message.length || message[k + 1] != '\n') {
        lines.put(message[k]);
      }
    }
    return java.util.Arrays.copyOf(lines.array(), lines.position());
  }
}
