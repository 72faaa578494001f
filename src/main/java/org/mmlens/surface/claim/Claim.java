package org.mmlens.surface.claim;

import java.util.List;

/// Something a message says that can be found wrong.
public sealed interface Claim {

  /// The patch does not change what the kernel does.
  ///
  /// @param quote the words
  record NoFunctionalChange(String quote) implements Claim {}

  /// Symbols are seen by fewer after the patch.
  ///
  /// @param quote the words
  /// @param symbols the symbols
  record Unexport(String quote, List<String> symbols) implements Claim {
    /// Copies the list.
    public Unexport {
      symbols = List.copyOf(symbols);
    }
  }

  /// Symbols are `static` after the patch.
  ///
  /// @param quote the words
  /// @param symbols the symbols
  record MakeStatic(String quote, List<String> symbols) implements Claim {
    /// Copies the list.
    public MakeStatic {
      symbols = List.copyOf(symbols);
    }
  }

  /// Symbols stand in another place after the patch.
  ///
  /// @param quote the words
  /// @param symbols the symbols
  /// @param place a file or a folder of the tree
  record Move(String quote, List<String> symbols, String place) implements Claim {
    /// Copies the list.
    public Move {
      symbols = List.copyOf(symbols);
    }
  }

  /// A symbol has another name after the patch.
  ///
  /// @param quote the words
  /// @param from the name before
  /// @param to the name after
  record Rename(String quote, String from, String to) implements Claim {}

  /// Before the patch, nothing but one function uses the symbols.
  ///
  /// @param quote the words
  /// @param symbols the symbols
  /// @param user the function
  /// @param outside the folder whose files do not count; empty where all do
  record SoleUser(String quote, List<String> symbols, String user, String outside)
      implements Claim {
    /// Copies the list.
    public SoleUser {
      symbols = List.copyOf(symbols);
    }
  }

  /// Nothing uses the symbols after the patch.
  ///
  /// @param quote the words
  /// @param symbols the symbols
  record Unused(String quote, List<String> symbols) implements Claim {
    /// Copies the list.
    public Unused {
      symbols = List.copyOf(symbols);
    }
  }

  /// Functions call others in the end.
  ///
  /// @param quote the words
  /// @param callers the functions
  /// @param targets what they are said to call: function names, or words of which a name must have
  ///   all
  record Invokes(String quote, List<String> callers, List<Target> targets) implements Claim {
    /// Copies the lists.
    public Invokes {
      callers = List.copyOf(callers);
      targets = List.copyOf(targets);
    }
  }

  /// A kernel-doc comment says what a function returns.
  ///
  /// @param quote the words
  /// @param function the function
  /// @param values what it may return
  record Returns(String quote, String function, Values values) implements Claim {}

  /// What a function may return.
  enum Values {
    /// 0, or a negative error number.
    ZERO_OR_ERROR("0 and errors"),
    /// True or false.
    TRUTH("true and false"),
    /// Always 0.
    ZERO("0");

    private final String words;

    Values(String words) {
      this.words = words;
    }

    /// {@return the values in words}
    String words() {
      return words;
    }

    /// {@return whether the value is one of them}
    ///
    /// @param value as a C `int`
    boolean allows(int value) {
      return switch (this) {
        case ZERO_OR_ERROR -> value <= 0 && value >= -MOST_ERRNO;
        case TRUTH -> value == 0 || value == 1;
        case ZERO -> value == 0;
      };
    }

    /// `MAX_ERRNO`, `include/linux/err.h`.
    private static final int MOST_ERRNO = 4095;
  }

  /// What is said to be called: a function by its name, or functions by what they do.
  ///
  /// @param words one name; or subject and action, e.g. `vma` and `split`, which names
  ///   `__split_vma()` and `vma_split_new()` but not `anon_vma_split()`
  record Target(List<String> words) {
    /// Copies the list.
    public Target {
      words = List.copyOf(words);
    }

    /// {@return whether a function is meant}
    ///
    /// @param function its name
    boolean means(String function) {
      String plain = function.replaceFirst("^_+", "");
      if (words.size() == 1) {
        return function.equals(words.getFirst());
      }
      return begins(plain, words.getFirst() + "_" + words.getLast())
          || begins(plain, words.getLast() + "_" + words.getFirst());
    }

    private static boolean begins(String function, String start) {
      return function.equals(start) || function.startsWith(start + "_");
    }

    /// {@return the target in words}
    String text() {
      return words.size() == 1 ? words.getFirst() + "()" : String.join(" ", words);
    }
  }

  /// {@return the words of the message}
  String quote();

  /// {@return the symbols it is about, the most telling first}
  default List<String> subjects() {
    return switch (this) {
      case NoFunctionalChange _ -> List.of();
      case Unexport(_, List<String> symbols) -> symbols;
      case MakeStatic(_, List<String> symbols) -> symbols;
      case Move(_, List<String> symbols, _) -> symbols;
      case Rename(_, String from, String to) -> List.of(to, from);
      case SoleUser(_, List<String> symbols, _, _) -> symbols;
      case Unused(_, List<String> symbols) -> symbols;
      case Invokes(_, List<String> callers, _) -> callers;
      case Returns(_, String function, _) -> List.of(function);
    };
  }

  /// {@return where it is said, in words}
  default String source() {
    return this instanceof Returns(_, String function, _)
        ? "the kernel-doc of " + function + "()"
        : "the message";
  }

  /// {@return what would show that the claim is wrong}
  default String refutedBy() {
    return switch (this) {
      case NoFunctionalChange _ -> "a scenario that ends differently after the patch";
      case Unexport(_, List<String> symbols) ->
          names(symbols) + " seen by as many after the patch as before";
      case MakeStatic(_, List<String> symbols) ->
          names(symbols) + " without 'static' after the patch";
      case Move(_, List<String> symbols, String place) ->
          names(symbols) + " defined elsewhere than in " + place + " after the patch";
      case Rename(_, String from, String to) ->
          from + "() still there after the patch, or no " + to + "()";
      case SoleUser(_, List<String> symbols, String user, _) ->
          "a user of " + names(symbols) + " other than " + user + "()";
      case Unused(_, List<String> symbols) -> "a user of " + names(symbols) + " after the patch";
      case Returns(_, String function, Values values) ->
          "a run in which %s() returns something else than %s".formatted(function, values.words());
      case Invokes(_, List<String> callers, _) ->
          "no path of calls from " + names(callers) + " to what they are said to call";
    };
  }

  private static String names(List<String> symbols) {
    return String.join("(), ", symbols) + "()";
  }
}
