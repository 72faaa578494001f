package org.mmlens.lens;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/// The lens on stack relocation: what it runs, and the C it brings along.
///
/// In a kernel, `setup_arg_pages()` slides the stack of a new program to its final place by calling
/// one function with the VMA and the distance in bytes. Up to 6.11 that is `shift_arg_pages()`,
/// from 6.12 on `relocate_vma_down()`; a patch under review may call it anything.
public final class StackLens {

  /// The caller by which the entry function is found.
  public static final String CALLER = "setup_arg_pages";

  /// Entry functions of released kernels, the older first.
  public static final List<String> ENTRIES = List.of("shift_arg_pages", "relocate_vma_down");

  /// The path under which the lens's own C joins the tree.
  public static final String HARNESS = "mmlens/harness.c";

  /// Functions of the harness and of the tree that set up and read back a layout.
  public static final List<String> NEEDED =
      List.of(
          "mm_alloc",
          "mmlens_vma",
          "mmlens_pte",
          "mmlens_anon_vma",
          "mmlens_mapped_page",
          "mmlens_count_pages",
          "mmlens_counter",
          "mmlens_tree",
          "mmlens_write_lock",
          "mmlens_write_unlock",
          "mmlens_stack_flags",
          "mmlens_incomplete_flags",
          "mmlens_anonymous_flags");

  /// What a booting kernel calls before the first address space is made; those a tree has are
  /// called.
  public static final List<String> BOOT =
      List.of(
          "maple_tree_init",
          "ptlock_cache_init",
          "anon_vma_init",
          "mm_cache_init",
          "proc_caches_init",
          "vma_state_init",
          "mmap_init");

  /// What gives back all that an address space maps.
  public static final String EXIT = Teardown.EXIT;

  /// The number of the last page frame, which a kernel keeps when its memory is set up
  /// (`mm_init.c`); a page beyond it is taken for none when an address space is taken down.
  static final String LAST_FRAME = "highest_memmap_pfn";

  private StackLens() {}

  /// {@return the lens's own C}
  public static byte[] harness() {
    try (InputStream in = StackLens.class.getResourceAsStream("harness.c")) {
      if (in == null) {
        throw new IllegalStateException("harness.c is not packed");
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
