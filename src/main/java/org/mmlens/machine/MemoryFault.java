package org.mmlens.machine;

/// What is wrong with an access to memory, as KASAN names it where it has a name.
public enum MemoryFault {
  /// An address in the first page.
  NULL_DEREFERENCE("null-ptr-deref"),
  /// An address in user space.
  USER_ACCESS("user-memory-access"),
  /// An address where no memory is.
  WILD_ACCESS("wild-memory-access"),
  /// Memory of a slab object that was freed.
  USE_AFTER_FREE("slab-use-after-free"),
  /// A page frame that was freed.
  PAGE_USE_AFTER_FREE("use-after-free"),
  /// Beside a slab object.
  SLAB_OUT_OF_BOUNDS("slab-out-of-bounds"),
  /// Beside a local variable.
  STACK_OUT_OF_BOUNDS("stack-out-of-bounds"),
  /// Beside a global variable.
  GLOBAL_OUT_OF_BOUNDS("global-out-of-bounds"),
  /// A page frame nobody has allocated.
  UNALLOCATED("access to a page that was never allocated"),
  /// A store to an object that is `const`.
  WRITE_TO_CONST("write to const"),
  /// A second free of the same object.
  DOUBLE_FREE("double-free"),
  /// A free of something that is not the start of an object.
  INVALID_FREE("invalid-free");

  private final String text;

  MemoryFault(String text) {
    this.text = text;
  }

  @Override
  public String toString() {
    return text;
  }
}
