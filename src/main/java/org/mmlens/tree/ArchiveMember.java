package org.mmlens.tree;

/// A file of an archive, and where its bytes are.
sealed interface ArchiveMember {

  /// {@return what kind of file it is}
  FileMode mode();

  /// A file.
  ///
  /// @param mode regular or executable
  /// @param offset where its bytes begin in the store
  /// @param stored how many bytes that is there
  /// @param length how many bytes the file has; as many as stored where it is not packed
  record Stored(FileMode mode, long offset, int stored, int length) implements ArchiveMember {

    /// {@return whether the store holds it deflated}
    boolean packed() {
      return stored != length;
    }
  }

  /// A symbolic link.
  ///
  /// @param target where it leads
  record Link(String target) implements ArchiveMember {
    @Override
    public FileMode mode() {
      return FileMode.SYMLINK;
    }
  }
}
