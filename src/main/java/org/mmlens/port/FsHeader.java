package org.mmlens.port;

import org.mmlens.machine.Machine;

/// Models of `include/linux/fs.h`, `include/linux/security.h` and of what stands on files.
public final class FsHeader {

  private FsHeader() {}

  /// Is recorded as an effect.
  ///
  /// @param m the machine
  /// @param file which
  @KernelFunction(
      name = {"fput", "____fput"},
      prototype = "void fput(struct file *file)",
      source = "fs/file_table.c",
      fidelity = Fidelity.ABSTRACT,
      effect = "is recorded as an effect",
      omits = "the reference count and all that the last reference ends")
  public static void fput(Machine m, long file) {
    m.effects().record("fput", file);
  }

  /// Says that the task may not use the reserve of the administrator.
  ///
  /// @param m the machine
  /// @param mm ignored
  /// @param pages ignored
  /// @return 0
  @KernelFunction(
      name = "cap_vm_enough_memory",
      prototype = "int cap_vm_enough_memory(struct mm_struct *mm, long pages)",
      source = "security/commoncap.c",
      fidelity = Fidelity.ABSTRACT,
      effect = "says that the task may not use the reserve of the administrator",
      omits = "credentials")
  public static long capVmEnoughMemory(Machine m, long mm, long pages) {
    return 0;
  }

  /// Says that the task has no capability.
  ///
  /// @param m the machine
  /// @param capability which
  /// @return 0
  @KernelFunction(
      name = {"capable", "ns_capable"},
      prototype = "bool capable(int cap)",
      source = "kernel/capability.c",
      fidelity = Fidelity.ABSTRACT,
      effect = "says that the task has no capability",
      omits = "credentials")
  public static long capable(Machine m, long capability) {
    return 0;
  }

  /// Nothing: khugepaged does not run.
  ///
  /// @param m the machine
  /// @param vma ignored
  /// @param flags ignored
  @KernelFunction(
      name = "khugepaged_enter_vma",
      prototype = "void khugepaged_enter_vma(struct vm_area_struct *vma, unsigned long vm_flags)",
      source = "mm/khugepaged.c",
      fidelity = Fidelity.STUB,
      effect = "nothing: khugepaged does not run")
  public static void khugepagedEnterVma(Machine m, long vma, long flags) {}

  /// Is recorded as an effect.
  ///
  /// @param m the machine
  /// @param vma whose
  /// @param start first address
  /// @param end first address behind
  /// @param locked ignored
  /// @return the number of pages
  @KernelFunction(
      name = "populate_vma_page_range",
      prototype =
          "long populate_vma_page_range(struct vm_area_struct *vma, unsigned long start, unsigned"
              + " long end, int *locked)",
      source = "mm/gup.c",
      fidelity = Fidelity.ABSTRACT,
      effect = "is recorded as an effect",
      omits = "the faults it takes")
  public static long populateVmaPageRange(Machine m, long vma, long start, long end, long locked) {
    m.effects().record("populate_vma_page_range", vma, start, end);
    return (end - start) >>> 12;
  }

  /// Nothing.
  ///
  /// @param m the machine
  /// @param mapping ignored
  @KernelFunction(
      name = "dump_mapping",
      prototype = "void dump_mapping(const struct address_space *mapping)",
      source = "fs/inode.c",
      fidelity = Fidelity.STUB,
      effect = "nothing")
  public static void dumpMapping(Machine m, long mapping) {}

  /// Returns none: there are no files.
  ///
  /// @param m the machine
  /// @param inode ignored
  /// @return 0
  @KernelFunction(
      name = "inode_to_bdi",
      prototype = "struct backing_dev_info *inode_to_bdi(struct inode *inode)",
      source = "include/linux/backing-dev.h",
      fidelity = Fidelity.STUB,
      effect = "returns none: there are no files")
  public static long inodeToBdi(Machine m, long inode) {
    return 0;
  }
}
