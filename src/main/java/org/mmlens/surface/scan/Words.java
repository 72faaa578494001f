package org.mmlens.surface.scan;

import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/// The words of kernel C that a reader of single files has to know.
final class Words {

  private static final Set<String> STORAGE =
      Set.of(
          "static",
          "extern",
          "inline",
          "__inline",
          "__inline__",
          "register",
          "typedef",
          "auto",
          "_Noreturn",
          "_Thread_local",
          "__thread",
          "__extension__");

  private static final Set<String> BASIC_TYPE =
      Set.of(
          "void",
          "char",
          "short",
          "int",
          "long",
          "float",
          "double",
          "signed",
          "unsigned",
          "_Bool",
          "bool",
          "__signed__",
          "_Complex",
          "struct",
          "union",
          "enum",
          "__int128");

  private static final Set<String> QUALIFIER =
      Set.of("const", "volatile", "restrict", "__restrict", "__restrict__", "_Atomic", "__const");

  /// Address-space marks of sparse (`include/linux/compiler_types.h`): part of the type.
  private static final Set<String> ADDRESS_SPACE =
      Set.of("__user", "__iomem", "__rcu", "__percpu", "__kernel", "__force", "__bitwise");

  /// Identifiers that say how a symbol is compiled, not what it is, and do not begin with `__`.
  private static final Set<String> ATTRIBUTE =
      Set.of(
          "asmlinkage",
          "__visible",
          "noinline",
          "noinline_for_stack",
          "noinline_for_kasan",
          "notrace",
          "noinstr",
          "nokprobe_inline",
          "fastcall",
          "fallthrough",
          "randomized_struct_fields_start",
          "____cacheline_aligned",
          "____cacheline_aligned_in_smp",
          "____cacheline_internodealigned",
          "____cacheline_internodealigned_in_smp",
          "INDIRECT_CALLABLE_SCOPE",
          "__weak_function",
          "STATIC_IF_KUNIT",
          "VISIBLE_IF_KUNIT");

  /// Attributes without arguments (`include/linux/compiler_attributes.h`, `compiler_types.h`,
  /// `init.h`, `cache.h`, `linkage.h`, `kprobes.h`, `btf.h`; 6.12).
  private static final Pattern BARE_ATTRIBUTE =
      Pattern.compile(
          "__(attribute_const__|always_inline|gnu_inline|aligned_largest|malloc|cold|hot|pure"
              + "|must_check|no_[a-z_]*|noreturn|noclone|nocfi|noscs|nostackprotector|nonstring|nocast"
              + "|noendbr|nosavedata|noinitretpoline"
              + "|designated_init|overloadable|packed|used|unused|always_unused|maybe_unused|visible"
              + "|weak|flatten|latent_entropy|randomize_layout|deprecated|transparent_union|kprobes"
              + "|(mem|dev|cpu|net_)?(init|exit)(data|const|text|used|mv)?(_or_[a-z]+|_memblock|_refok)?"
              + "|ref(data|const)?|sched|lockfunc|naked|read_mostly|ro_after_init"
              + "|cacheline_aligned[a-z_]*|page_aligned_(bss|data)|entry_text|entry|irq_entry"
              + "|softirq_entry|bpf_kfunc|bpf_hook_start|bpf_hook_end|cpuidle|signed_wrap|private|hyp_text"
              + "|vdso_data|head|preserve_most|fortify|trace|vmalloc_start|rust_helper)");

  /// Attributes with arguments.
  private static final Pattern CALLED_ATTRIBUTE =
      Pattern.compile(
          "__(attribute(__)?|asm(__)?|declspec|aligned|alias|alloc_size(__)?|realloc_size"
              + "|assume_aligned|malloc|must_hold(_shared)?|acquires?(_shared)?|releases?(_shared)?"
              + "|cond_acquires(_shared)?|nonnull|no_sanitize|section|printf|scanf|copy"
              + "|counted_by(_[a-z]+)?|free|cleanup|pass_(dynamic_)?object_size|error|warning"
              + "|compiletime_(error|warning)|guarded_by|mode|diagnose_as(_builtin)?"
              + "|deprecated)|asm|_Alignas|KSYM_FUNC");

  /// Macros that define an object, and which of their arguments names it.
  private static final Map<String, Integer> DEFINER =
      Map.ofEntries(
          Map.entry("LIST_HEAD", 0),
          Map.entry("HLIST_HEAD", 0),
          Map.entry("LLIST_HEAD", 0),
          Map.entry("RADIX_TREE", 0),
          Map.entry("BLOCKING_NOTIFIER_HEAD", 0),
          Map.entry("ATOMIC_NOTIFIER_HEAD", 0),
          Map.entry("RAW_NOTIFIER_HEAD", 0),
          Map.entry("SRCU_NOTIFIER_HEAD", 0),
          Map.entry("DECLARE_BITMAP", 0),
          Map.entry("DECLARE_RWSEM", 0),
          Map.entry("DECLARE_WAIT_QUEUE_HEAD", 0),
          Map.entry("DECLARE_COMPLETION", 0),
          Map.entry("DECLARE_WORK", 0),
          Map.entry("DECLARE_DELAYED_WORK", 0),
          Map.entry("DECLARE_HASHTABLE", 0),
          Map.entry("DEFINE_MUTEX", 0),
          Map.entry("DEFINE_SPINLOCK", 0),
          Map.entry("DEFINE_RAW_SPINLOCK", 0),
          Map.entry("DEFINE_RWLOCK", 0),
          Map.entry("DEFINE_SEQLOCK", 0),
          Map.entry("DEFINE_SEMAPHORE", 0),
          Map.entry("DEFINE_IDA", 0),
          Map.entry("DEFINE_IDR", 0),
          Map.entry("DEFINE_XARRAY", 0),
          Map.entry("DEFINE_XARRAY_ALLOC", 0),
          Map.entry("DEFINE_XARRAY_ALLOC1", 0),
          Map.entry("DEFINE_XARRAY_FLAGS", 0),
          Map.entry("DEFINE_HASHTABLE", 0),
          Map.entry("DEFINE_READ_MOSTLY_HASHTABLE", 0),
          Map.entry("DEFINE_STATIC_KEY_FALSE", 0),
          Map.entry("DEFINE_STATIC_KEY_TRUE", 0),
          Map.entry("DEFINE_STATIC_KEY_MAYBE", 1),
          Map.entry("DEFINE_STATIC_KEY_FALSE_RO", 0),
          Map.entry("DEFINE_STATIC_KEY_TRUE_RO", 0),
          Map.entry("DEFINE_STATIC_SRCU", 0),
          Map.entry("DEFINE_SRCU", 0),
          Map.entry("DEFINE_TIMER", 0),
          Map.entry("DEFINE_RATELIMIT_STATE", 0),
          Map.entry("DEFINE_PER_CPU", 1),
          Map.entry("DEFINE_PER_CPU_ALIGNED", 1),
          Map.entry("DEFINE_PER_CPU_SHARED_ALIGNED", 1),
          Map.entry("DEFINE_PER_CPU_PAGE_ALIGNED", 1),
          Map.entry("DEFINE_PER_CPU_READ_MOSTLY", 1),
          Map.entry("DEFINE_PER_CPU_FIRST", 1),
          Map.entry("DECLARE_PER_CPU", 1),
          Map.entry("DECLARE_PER_CPU_ALIGNED", 1),
          Map.entry("DECLARE_PER_CPU_SHARED_ALIGNED", 1),
          Map.entry("DECLARE_PER_CPU_PAGE_ALIGNED", 1),
          Map.entry("DECLARE_PER_CPU_READ_MOSTLY", 1),
          Map.entry("DECLARE_STATIC_KEY_FALSE", 0),
          Map.entry("DECLARE_STATIC_KEY_TRUE", 0),
          Map.entry("DECLARE_STATIC_KEY_MAYBE", 1));

  private Words() {}

  static boolean storage(String word) {
    return STORAGE.contains(word);
  }

  static boolean inline(String word) {
    return word.contains("inline") && !word.startsWith("noinline");
  }

  static boolean basicType(String word) {
    return BASIC_TYPE.contains(word);
  }

  static boolean qualifier(String word) {
    return QUALIFIER.contains(word) || ADDRESS_SPACE.contains(word);
  }

  /// {@return whether the word is an attribute that stands alone}
  static boolean attribute(String word) {
    return ATTRIBUTE.contains(word)
        || word.startsWith("__") && BARE_ATTRIBUTE.matcher(word).matches();
  }

  /// {@return whether the word is an attribute where an argument list follows}
  static boolean calledAttribute(String word) {
    return CALLED_ATTRIBUTE.matcher(word).matches();
  }

  /// {@return which argument of the macro names an object; negative for other macros}
  static int definedArgument(String macro) {
    return DEFINER.getOrDefault(macro, -1);
  }

  /// {@return whether the macro says only that an object exists}
  static boolean declaresOnly(String macro) {
    return macro.startsWith("DECLARE_PER_CPU") || macro.startsWith("DECLARE_STATIC_KEY");
  }
}
