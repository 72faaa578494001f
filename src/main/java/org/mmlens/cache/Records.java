package org.mmlens.cache;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/// Records as bytes, by their components: numbers, texts, constants of enums, other records, one of
/// a sealed family, and lists, sets and optionals of these.
///
/// What a type looks like is not part of the bytes. They mean something to the same build only,
/// which is what a [Store] sees to.
public final class Records {

  private Records() {}

  /// {@return a record as bytes}
  ///
  /// @param <T> its type
  /// @param type its type
  /// @param value the record
  public static <T> byte[] pack(Class<T> type, T value) {
    var out = new Packer();
    pack(type, value, out);
    return out.packed();
  }

  /// {@return the record that was packed}
  ///
  /// @param <T> its type
  /// @param type its type
  /// @param bytes what it was packed as, by the same build
  public static <T> T unpack(Class<T> type, byte[] bytes) {
    return type.cast(unpack(type, new Unpacker(bytes)));
  }

  private static void pack(Type type, Object value, Packer out) {
    switch (value) {
      case String text -> text(text, out);
      case Integer number -> out.number(number);
      case Long number -> out.number(number);
      case Boolean yes -> out.flag(yes);
      case Enum<?> constant -> out.number(constant.ordinal());
      case Optional<?> optional -> {
        out.flag(optional.isPresent());
        optional.ifPresent(there -> pack(argument(type), there, out));
      }
      case Collection<?> all -> {
        out.number(all.size());
        all.forEach(each -> pack(argument(type), each, out));
      }
      case Record record -> {
        List<Class<?>> family = family((Class<?>) type);
        if (family.size() > 1) {
          out.number(family.indexOf(record.getClass()));
        }
        for (RecordComponent part : record.getClass().getRecordComponents()) {
          pack(part.getGenericType(), component(part, record), out);
        }
      }
      default -> throw unknown(value.getClass());
    }
  }

  /// Half of a surrogate pair is a char of Java's, and none of UTF-8's.
  private static void text(String text, Packer out) {
    boolean odd = !StandardCharsets.UTF_8.newEncoder().canEncode(text);
    out.flag(odd);
    if (odd) {
      var all = ByteBuffer.allocate(text.length() * Character.BYTES);
      text.chars().forEach(c -> all.putChar((char) c));
      out.bytes(all.array());
    } else {
      out.text(text);
    }
  }

  private static String text(Unpacker in) {
    if (!in.flag()) {
      return in.text();
    }
    return ByteBuffer.wrap(in.bytes()).asCharBuffer().toString();
  }

  private static Object unpack(Type type, Unpacker in) {
    Class<?> raw = (Class<?>) (type instanceof ParameterizedType p ? p.getRawType() : type);
    if (raw == String.class) {
      return text(in);
    }
    if (raw == int.class || raw == Integer.class) {
      return Math.toIntExact(in.number());
    }
    if (raw == long.class || raw == Long.class) {
      return in.number();
    }
    if (raw == boolean.class || raw == Boolean.class) {
      return in.flag();
    }
    if (raw.isEnum()) {
      return raw.getEnumConstants()[in.count()];
    }
    if (raw == Optional.class) {
      return in.flag() ? Optional.of(unpack(argument(type), in)) : Optional.empty();
    }
    if (Collection.class.isAssignableFrom(raw)) {
      return fill(collection(raw), argument(type), in);
    }
    List<Class<?>> family = family(raw);
    return made(family.size() > 1 ? family.get(in.count()) : family.getFirst(), in);
  }

  private static Collection<Object> fill(Collection<Object> empty, Type argument, Unpacker in) {
    for (int left = in.count(); left > 0; left--) {
      empty.add(unpack(argument, in));
    }
    return empty;
  }

  private static Collection<Object> collection(Class<?> type) {
    if (type == List.class) {
      return new ArrayList<>();
    }
    if (type == SortedSet.class) {
      return new TreeSet<>();
    }
    if (type == Set.class) {
      return new LinkedHashSet<>();
    }
    throw unknown(type);
  }

  /// All records that a type can be, in the order of its declaration.
  private static List<Class<?>> family(Class<?> type) {
    if (type.isRecord()) {
      return List.of(type);
    }
    if (!type.isSealed()) {
      throw unknown(type);
    }
    List<Class<?>> all = new ArrayList<>();
    for (Class<?> member : type.getPermittedSubclasses()) {
      all.addAll(family(member));
    }
    return all;
  }

  private static Type argument(Type type) {
    return ((ParameterizedType) type).getActualTypeArguments()[0];
  }

  private static Object component(RecordComponent part, Record record) {
    try {
      var accessor = part.getAccessor();
      accessor.setAccessible(true);
      return accessor.invoke(record);
    } catch (IllegalAccessException | InvocationTargetException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Object made(Class<?> type, Unpacker in) {
    RecordComponent[] parts = type.getRecordComponents();
    Object[] values = new Object[parts.length];
    for (int i = 0; i < parts.length; i++) {
      values[i] = unpack(parts[i].getGenericType(), in);
    }
    try {
      var constructor =
          type.getDeclaredConstructor(
              Arrays.stream(parts).map(RecordComponent::getType).toArray(Class<?>[]::new));
      constructor.setAccessible(true);
      return constructor.newInstance(values);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  private static IllegalStateException unknown(Class<?> type) {
    return new IllegalStateException(type + " cannot be packed");
  }
}
