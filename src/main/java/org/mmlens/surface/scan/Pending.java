package org.mmlens.surface.scan;

import java.util.Arrays;

/// The tokens of an external declaration as far as it has been read, brace groups left out.
///
/// Of a brace group only its `{` is kept, with the `}` that closes it beside.
final class Pending {

  private final Tokens tokens;
  private int[] items = new int[64];
  private int[] closings = new int[64];
  private int size;

  Pending(Tokens tokens) {
    this.tokens = tokens;
  }

  void add(int token) {
    addGroup(token, token);
  }

  /// Adds a brace group.
  void addGroup(int open, int close) {
    if (size == items.length) {
      items = Arrays.copyOf(items, size * 2);
      closings = Arrays.copyOf(closings, size * 2);
    }
    items[size] = open;
    closings[size] = close;
    size++;
  }

  void clear() {
    size = 0;
  }

  boolean isEmpty() {
    return size == 0;
  }

  int size() {
    return size;
  }

  /// {@return the token number of the item}
  int token(int item) {
    return items[item];
  }

  /// {@return the token that closes the brace group}
  int closing(int item) {
    return closings[item];
  }

  boolean group(int item) {
    return closings[item] != items[item];
  }

  String text(int item) {
    return tokens.text(items[item]);
  }

  boolean is(int item, char punctuator) {
    return item >= 0 && item < size && !group(item) && tokens.is(items[item], punctuator);
  }

  boolean word(int item) {
    return item >= 0 && item < size && tokens.isIdentifier(items[item]);
  }

  /// {@return the item behind the parenthesis or bracket group that opens at `item`}
  int behind(int item) {
    int depth = 0;
    for (int i = item; i < size; i++) {
      if (is(i, '(') || is(i, '[')) {
        depth++;
      } else if ((is(i, ')') || is(i, ']')) && --depth == 0) {
        return i + 1;
      }
    }
    return size;
  }

  /// {@return the items from `start` to before `end`}
  Pending slice(int start, int end) {
    var slice = new Pending(tokens);
    for (int i = start; i < end; i++) {
      slice.addGroup(items[i], closings[i]);
    }
    return slice;
  }

  Tokens tokens() {
    return tokens;
  }
}
