package org.mmlens.c.parse;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// What a compiler's command line says: `-I`, `-D` and `-include`.
///
/// @param includePath folders searched for headers, in order
/// @param macros object-like macros and their expansions
/// @param includes headers read before the first line of every unit
public record Configuration(
    List<String> includePath, Map<String, String> macros, List<String> includes) {

  /// Copies the collections.
  public Configuration {
    includePath = List.copyOf(includePath);
    macros = java.util.Collections.unmodifiableMap(new TreeMap<>(macros));
    includes = List.copyOf(includes);
  }

  /// {@return the macros that GCC predefines for an LP64 target without an architecture of its own}
  public static Map<String, String> gnuMacros() {
    var m = new TreeMap<String, String>();
    m.put("__GNUC__", "12");
    m.put("__GNUC_MINOR__", "2");
    m.put("__GNUC_PATCHLEVEL__", "0");
    m.put("__STDC_VERSION__", "201112L");
    m.put("__STDC_HOSTED__", "0");
    m.put("__GNUC_GNU_INLINE__", "1");
    m.put("__LP64__", "1");
    m.put("_LP64", "1");
    m.put("__CHAR_BIT__", "8");
    m.put("__SIZE_TYPE__", "unsigned long");
    m.put("__PTRDIFF_TYPE__", "long");
    m.put("__INTPTR_TYPE__", "long");
    m.put("__UINTPTR_TYPE__", "unsigned long");
    m.put("__WCHAR_TYPE__", "int");
    m.put("__INT8_TYPE__", "signed char");
    m.put("__INT16_TYPE__", "short");
    m.put("__INT32_TYPE__", "int");
    m.put("__INT64_TYPE__", "long");
    m.put("__UINT8_TYPE__", "unsigned char");
    m.put("__UINT16_TYPE__", "unsigned short");
    m.put("__UINT32_TYPE__", "unsigned int");
    m.put("__UINT64_TYPE__", "unsigned long");
    m.put("__SCHAR_MAX__", "127");
    m.put("__SHRT_MAX__", "32767");
    m.put("__INT_MAX__", "2147483647");
    m.put("__LONG_MAX__", "9223372036854775807L");
    m.put("__LONG_LONG_MAX__", "9223372036854775807LL");
    m.put("__SIZEOF_SHORT__", "2");
    m.put("__SIZEOF_INT__", "4");
    m.put("__SIZEOF_LONG__", "8");
    m.put("__SIZEOF_LONG_LONG__", "8");
    m.put("__SIZEOF_POINTER__", "8");
    m.put("__SIZEOF_SIZE_T__", "8");
    m.put("__ORDER_LITTLE_ENDIAN__", "1234");
    m.put("__ORDER_BIG_ENDIAN__", "4321");
    m.put("__ORDER_PDP_ENDIAN__", "3412");
    m.put("__BYTE_ORDER__", "1234");
    m.put("__BIGGEST_ALIGNMENT__", "16");
    m.put("typeof_unqual", "__typeof__");
    m.put("__typeof_unqual__", "__typeof__");
    return m;
  }
}
