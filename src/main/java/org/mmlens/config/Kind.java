package org.mmlens.config;

import java.util.List;

/// What values a key takes.
public sealed interface Kind {

  /// {@return what is expected, for messages}
  String expected();

  /// On or off.
  record Switch() implements Kind {
    @Override
    public String expected() {
      return "true or false";
    }
  }

  /// A whole number.
  ///
  /// @param least the smallest that is accepted
  /// @param most the largest that is accepted
  record Whole(long least, long most) implements Kind {
    /// Any number that is not too small.
    ///
    /// @param least the smallest that is accepted
    public Whole(long least) {
      this(least, Long.MAX_VALUE);
    }

    @Override
    public String expected() {
      return most == Long.MAX_VALUE
          ? "a number, %d or more".formatted(least)
          : "a number from %d to %d".formatted(least, most);
    }
  }

  /// One of a list.
  ///
  /// @param words what there is
  record Word(List<String> words) implements Kind {
    /// Copies the list.
    public Word {
      words = List.copyOf(words);
    }

    @Override
    public String expected() {
      return "one of: " + String.join(", ", words);
    }
  }

  /// One of a list, perhaps with `=` and a file after it.
  ///
  /// @param words what may stand before the `=`
  record WordWithFile(List<String> words) implements Kind {
    /// Copies the list.
    public WordWithFile {
      words = List.copyOf(words);
    }

    @Override
    public String expected() {
      return "one of these, with '=FILE' or without: " + String.join(", ", words);
    }
  }

  /// Any text but an empty one.
  ///
  /// @param noun what it is
  record Text(String noun) implements Kind {
    @Override
    public String expected() {
      return noun + ", in quotes";
    }
  }

  /// The name of a file or folder. A relative one starts at the folder of the configuration file,
  /// `~/` at the home folder.
  ///
  /// @param noun what it is
  record File(String noun) implements Kind {
    @Override
    public String expected() {
      return noun + ", in quotes";
    }
  }

  /// One value, or several in a list.
  ///
  /// @param each what each of them is
  record Several(Kind each) implements Kind {
    @Override
    public String expected() {
      return each.expected() + "; or a list of such";
    }
  }
}
