package org.mmlens.tree;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/// Packed archives that were read before, so that the next run need not unpack them again.
///
/// Each is two files in a folder of the user's: the store, and a list of what is in it. An archive
/// that changed has another name here. What cannot be read or written is as if it were not there.
final class ArchiveCache {

  /// The archives used last that are kept; a kernel's is some 350 MB.
  private static final int KEPT = 2;

  private static final int FORM = 0x6d6d6c01;
  private static final String LIST = ".list";
  private static final String STORE = ".store";

  private final Path folder;
  private final String key;

  private ArchiveCache(Path folder, String key) {
    this.folder = folder;
    this.key = key;
  }

  /// {@return the cache for one archive; empty where its folder cannot be made}
  ///
  /// @param folder of the user's
  /// @param archive an archive
  /// @param stamp which differs whenever the archive does
  static Optional<ArchiveCache> of(Path folder, Path archive, String stamp) {
    try {
      Files.createDirectories(folder);
      byte[] name = (archive.toRealPath() + "\0" + stamp).getBytes(StandardCharsets.UTF_8);
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(name);
      String key = HexFormat.of().formatHex(digest, 0, 12);
      return Optional.of(new ArchiveCache(folder, key));
    } catch (IOException | NoSuchAlgorithmException e) {
      return Optional.empty();
    }
  }

  /// {@return where to build a store that is to be kept}
  Path folder() {
    return folder;
  }

  /// {@return the store and the list, if this archive was read before}
  Optional<ArchiveContents> load() {
    Path list = folder.resolve(key + LIST);
    Path store = folder.resolve(key + STORE);
    if (!Files.isRegularFile(list) || !Files.isRegularFile(store)) {
      return Optional.empty();
    }
    try (var in = new DataInputStream(new BufferedInputStream(Files.newInputStream(list)))) {
      if (in.readInt() != FORM || in.readLong() != Files.size(store)) {
        return Optional.empty();
      }
      ArchiveContents contents = read(in, ArchiveStore.of(store));
      Files.setLastModifiedTime(list, FileTime.fromMillis(System.currentTimeMillis()));
      return Optional.of(contents);
    } catch (IOException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static ArchiveContents read(DataInputStream in, ArchiveStore store) throws IOException {
    var decisions = new ArrayList<String>();
    for (int left = in.readInt(); left > 0; left--) {
      decisions.add(in.readUTF());
    }
    var members = new TreeMap<String, ArchiveMember>();
    for (int left = in.readInt(); left > 0; left--) {
      String path = in.readUTF();
      byte mode = in.readByte();
      members.put(
          path,
          mode == FileMode.SYMLINK.ordinal()
              ? new ArchiveMember.Link(in.readUTF())
              : new ArchiveMember.Stored(
                  mode == FileMode.EXECUTABLE.ordinal() ? FileMode.EXECUTABLE : FileMode.REGULAR,
                  in.readLong(),
                  in.readInt(),
                  in.readInt()));
    }
    return new ArchiveContents(members, decisions, store);
  }

  /// Keeps what was read; the store's file gets its name here.
  void save(ArchiveContents contents, Path storeFile) throws IOException {
    Path list = Files.createTempFile(folder, "list-", ".part");
    try (var out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(list)))) {
      out.writeInt(FORM);
      out.writeLong(Files.size(storeFile));
      write(out, contents);
    } catch (IOException e) {
      Files.deleteIfExists(list);
      throw e;
    }
    Files.move(storeFile, folder.resolve(key + STORE), StandardCopyOption.REPLACE_EXISTING);
    Files.move(list, folder.resolve(key + LIST), StandardCopyOption.REPLACE_EXISTING);
    forget();
  }

  private static void write(DataOutputStream out, ArchiveContents contents) throws IOException {
    out.writeInt(contents.decisions().size());
    for (String decision : contents.decisions()) {
      out.writeUTF(decision);
    }
    out.writeInt(contents.members().size());
    for (var entry : contents.members().entrySet()) {
      out.writeUTF(entry.getKey());
      out.writeByte(entry.getValue().mode().ordinal());
      switch (entry.getValue()) {
        case ArchiveMember.Link(var target) -> out.writeUTF(target);
        case ArchiveMember.Stored(_, var offset, var stored, var length) -> {
          out.writeLong(offset);
          out.writeInt(stored);
          out.writeInt(length);
        }
      }
    }
  }

  /// Deletes all but the archives used last.
  private void forget() throws IOException {
    List<Path> lists;
    try (Stream<Path> files = Files.list(folder)) {
      lists = files.filter(file -> file.toString().endsWith(LIST)).toList();
    }
    var dated = new TreeMap<FileTime, Path>(Comparator.reverseOrder());
    for (Path list : lists) {
      dated.put(Files.getLastModifiedTime(list), list);
    }
    for (Path list : dated.values().stream().skip(KEPT).toList()) {
      String name = String.valueOf(list.getFileName());
      Files.deleteIfExists(list);
      Files.deleteIfExists(
          folder.resolve(name.substring(0, name.length() - LIST.length()) + STORE));
    }
  }
}
