package org.mmlens.c.type;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A struct or union; the same only as itself. Its members are laid out when they are first asked
/// for.
public final class Record implements CType {
  private final String tag;
  private final boolean union;
  private boolean transparent;
  private @Nullable Runnable completion;
  private @Nullable Layout layout;

  /// Declares a struct or union.
  ///
  /// @param tag its tag; empty if it has none
  /// @param union whether it is a union
  public Record(String tag, boolean union) {
    this.tag = tag;
    this.union = union;
  }

  /// {@return whether it is a union}
  public boolean isUnion() {
    return union;
  }

  /// {@return whether it is a union that a function takes as any of its members}
  public boolean isTransparent() {
    return transparent;
  }

  /// Gives it the attribute `transparent_union`.
  public void makeTransparent() {
    transparent = true;
  }

  /// {@return its tag; empty if it has none}
  public String tag() {
    return tag;
  }

  /// Says how its members are found; asked at most once.
  ///
  /// @param how must call [#complete]
  public void completeBy(Runnable how) {
    completion = how;
  }

  /// Lays it out.
  ///
  /// @param result the layout
  public void complete(Layout result) {
    layout = result;
    completion = null;
  }

  /// {@return the layout, or empty while it is incomplete}
  public Optional<Layout> layout() {
    Runnable how = completion;
    if (layout == null && how != null) {
      completion = null;
      how.run();
    }
    return Optional.ofNullable(layout);
  }

  /// {@return whether a definition has been seen, without laying it out}
  public boolean isDefined() {
    return layout != null || completion != null;
  }

  @Override
  public String toString() {
    return (union ? "union " : "struct ") + (tag.isEmpty() ? "(unnamed)" : tag);
  }

  /// Where members lie.
  ///
  /// @param members in declaration order, unnamed ones included
  /// @param bytes the size
  /// @param align the alignment in bytes
  public record Layout(List<Member> members, long bytes, int align) {
    /// Copies the list.
    public Layout {
      members = List.copyOf(members);
    }
  }

  /// A member.
  ///
  /// @param name its name; empty for an unnamed struct, union or bit-field
  /// @param type its type as declared
  /// @param offset bytes from the start; of the byte its first bit lies in for a bit-field
  /// @param bits the place of a bit-field; absent for others
  public record Member(String name, CType type, long offset, Optional<Bits> bits) {}

  /// The bits of a bit-field.
  ///
  /// @param first the first bit, from the start of the struct
  /// @param width how many bits
  public record Bits(long first, int width) {}

  /// A member found by name, perhaps inside unnamed members.
  ///
  /// @param member the member
  /// @param offset bytes from the start of the outermost struct to the start of the struct that
  ///   declares it
  public record Found(Member member, long offset) {}

  /// {@return the member of that name (C11 §6.7.2.1p13)}
  ///
  /// @param name the name
  public Optional<Found> member(String name) {
    Optional<Layout> known = layout();
    if (known.isEmpty()) {
      return Optional.empty();
    }
    for (Member m : known.get().members()) {
      if (m.name().equals(name)) {
        return Optional.of(new Found(m, 0));
      }
      if (m.name().isEmpty() && m.type().plain() instanceof Record inner) {
        Optional<Found> found = inner.member(name);
        if (found.isPresent()) {
          return Optional.of(new Found(found.get().member(), found.get().offset() + m.offset()));
        }
      }
    }
    return Optional.empty();
  }
}
