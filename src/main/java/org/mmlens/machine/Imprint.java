package org.mmlens.machine;

import java.util.SplittableRandom;
import java.util.stream.LongStream;

/// A hash of a state, or of what has led from one state to another: 128 bits.
///
/// Machines that began alike and whose imprints are equal are in the same state. That two states
/// which differ have one imprint is as unlikely as two equal random numbers of 128 bits. The keys
/// are drawn anew in every process, so that whoever writes the C cannot look for such states
/// beforehand; imprints of two processes have nothing to do with each other.
///
/// @param one the first 64 bits
/// @param two the others, by another function
public record Imprint(long one, long two) {

  private static final SplittableRandom KEYS = new SplittableRandom();
  private static final long KEY = KEYS.nextLong();
  private static final long OTHER_KEY = KEYS.nextLong();

  private static final long A = 0x9e37_79b9_7f4a_7c15L;
  private static final long B = 0xc2b2_ae3d_27d4_eb4fL;
  private static final long C = 0xff51_afd7_ed55_8ccdL;
  private static final long D = 0xd6e8_feb8_6659_fd93L;
  private static final long E = 0xa076_1d64_78bd_642fL;
  private static final long F = 0xe703_7ed1_a0b4_28dbL;

  /// {@return the imprint of both, in this order}
  ///
  /// @param other what came later
  public Imprint then(Imprint other) {
    Builder b = new Builder();
    b.next(one);
    b.next(two);
    b.next(other.one);
    b.next(other.two);
    return b.build();
  }

  /// {@return the imprint of some numbers, in this order}
  ///
  /// @param numbers any
  public static Imprint of(LongStream numbers) {
    Builder b = new Builder();
    numbers.forEach(b::next);
    return b.build();
  }

  /// Takes in a number after others.
  static long after(long sum, long value) {
    long x = (sum ^ value ^ KEY) * A;
    x ^= x >>> 32;
    x *= C;
    return x ^ x >>> 29;
  }

  /// Collects a state.
  static final class Builder {
    private long one;
    private long two;

    /// Takes in a number at a place; the order in which places are taken in does not matter.
    void at(long place, long value) {
      long x = (value ^ KEY) * A + place * B;
      x ^= x >>> 32;
      x *= C;
      x ^= x >>> 29;
      one += x;
      long y = ((value ^ OTHER_KEY) + place * D) * E;
      y ^= y >>> 31;
      y *= F;
      y ^= y >>> 33;
      two += y;
    }

    /// Takes in a number after the others.
    void next(long value) {
      one = after(one, value);
      two = after(two + D, (value ^ OTHER_KEY) * E) + F;
    }

    /// Takes in a text after the others.
    void next(String text) {
      next(text.length());
      for (int i = 0; i < text.length(); i++) {
        next(text.charAt(i));
      }
    }

    Imprint build() {
      return new Imprint(one, two);
    }
  }
}
