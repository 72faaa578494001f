import java.util.List;

/// What some runs of one kind took.
///
/// @param millis wall time of each, sorted
/// @param processor processor time of each, of all threads, sorted
/// @param megabytes the most memory that one of them had resident
record Times(List<Long> millis, List<Long> processor, long megabytes) {
  long median() {
    return millis.get(millis.size() / 2);
  }

  String row(String name) {
    return "| %s | %s | %s to %s | %s | %d MB |%n"
        .formatted(
            name,
            seconds(median()),
            seconds(millis.getFirst()),
            seconds(millis.getLast()),
            seconds(processor.get(processor.size() / 2)),
            megabytes);
  }

  private static String seconds(long millis) {
    return "%.2f s".formatted(millis / 1000.0);
  }
}
