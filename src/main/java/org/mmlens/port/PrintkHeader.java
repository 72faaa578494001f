package org.mmlens.port;

import org.mmlens.machine.Machine;

/// Models of `include/linux/printk.h`.
public final class PrintkHeader {

  private PrintkHeader() {}

  /// Says something to the log.
  ///
  /// @param m the machine
  /// @param format the text
  /// @param args its arguments
  /// @return the length of the text
  @KernelFunction(
      name = {"_printk", "printk", "_printk_deferred", "__warn_printk"},
      prototype = "int _printk(const char *fmt, ...)",
      source = "kernel/printk/printk.c",
      fidelity = Fidelity.ABSTRACT,
      effect = "is recorded as an effect, with its text",
      omits = "the values of pointers, field widths")
  public static long printk(Machine m, long format, long args) {
    String text = Printk.format(m, format, args);
    m.effects().record("printk: " + text);
    return text.length();
  }

  /// Prints the stack.
  ///
  /// @param m the machine
  @KernelFunction(
      name = "dump_stack",
      prototype = "void dump_stack(void)",
      source = "lib/dump_stack.c",
      fidelity = Fidelity.ABSTRACT,
      effect = "is recorded as an effect",
      omits = "the text")
  public static void dumpStack(Machine m) {
    m.effects().record("dump_stack");
  }

  /// Prints what is known of a page.
  ///
  /// @param m the machine
  /// @param page which
  /// @param reason why, or 0
  @KernelFunction(
      name = "dump_page",
      prototype = "void dump_page(const struct page *page, const char *reason)",
      source = "mm/debug.c",
      fidelity = Fidelity.ABSTRACT,
      effect = "is recorded as an effect, with the page",
      omits = "the text")
  public static void dumpPage(Machine m, long page, long reason) {
    m.effects().record("dump_page", page);
  }

  /// Prints bytes.
  ///
  /// @param m the machine
  /// @param level ignored
  /// @param prefix ignored
  /// @param prefixType ignored
  /// @param rowsize ignored
  /// @param groupsize ignored
  /// @param buf ignored
  /// @param len ignored
  /// @param ascii ignored
  @KernelFunction(
      name = "print_hex_dump",
      prototype =
          "void print_hex_dump(const char *level, const char *prefix_str, int prefix_type, int"
              + " rowsize, int groupsize, const void *buf, size_t len, bool ascii)",
      source = "lib/hexdump.c",
      fidelity = Fidelity.STUB,
      effect = "nothing")
  public static void printHexDump(
      Machine m,
      long level,
      long prefix,
      long prefixType,
      long rowsize,
      long groupsize,
      long buf,
      long len,
      long ascii) {}

  /// Says whether a message may be printed again.
  ///
  /// @param m the machine
  /// @param state ignored
  /// @param function ignored
  /// @return 1
  @KernelFunction(
      name = "___ratelimit",
      prototype = "int ___ratelimit(struct ratelimit_state *rs, const char *func)",
      source = "lib/ratelimit.c",
      fidelity = Fidelity.ABSTRACT,
      effect = "allows the message",
      omits = "the limit: time does not pass")
  public static long ratelimit(Machine m, long state, long function) {
    return 1;
  }
}
