import java.util.List;

/// A plot of time against size, both axes linear, so that linear cost is a straight line.
final class Plot {

  private Plot() {}

  static String of(
      List<Integer> numbers, List<Times> patches, List<Integer> touched, List<Times> files) {
    StringBuilder svg = new StringBuilder();
    svg.append(
        """
        <svg xmlns="http://www.w3.org/2000/svg" width="760" height="300" viewBox="0 0 760 300" font-family="sans-serif" font-size="12">
        <title>Cost of a review against its size</title>
        <rect width="760" height="300" fill="#fff"/>
        """);
    panel(svg, 60, "patches in a series, miniature kernel", numbers, patches);
    panel(svg, 440, "headers touched, Linux 6.12", touched, files);
    return svg.append("</svg>\n").toString();
  }

  private static void panel(
      StringBuilder svg, int left, String title, List<Integer> sizes, List<Times> times) {
    if (times.isEmpty()) {
      return;
    }
    double most = times.stream().mapToLong(t -> t.millis().getLast()).max().orElseThrow() / 1000.0;
    int widest = sizes.getLast();
    svg.append("<g transform=\"translate(%d,30)\">%n".formatted(left));
    svg.append("<text x=\"0\" y=\"-10\">seconds; %s</text>%n".formatted(title));
    svg.append("<path d=\"M0 0V220H280\" fill=\"none\" stroke=\"#888\"/>\n");
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < sizes.size(); i++) {
      double x = 280.0 * sizes.get(i) / widest;
      double y = 220 - 210 * times.get(i).median() / 1000.0 / most;
      double low = 220 - 210 * times.get(i).millis().getFirst() / 1000.0 / most;
      double high = 220 - 210 * times.get(i).millis().getLast() / 1000.0 / most;
      line.append("%s%.1f %.1f".formatted(i == 0 ? "M" : "L", x, y));
      svg.append(
          "<path d=\"M%.1f %.1fV%.1f\" stroke=\"#06c\"/><circle cx=\"%.1f\" cy=\"%.1f\" r=\"3\" fill=\"#06c\"/>%n"
              .formatted(x, low, high, x, y));
      svg.append(
          "<text x=\"%.1f\" y=\"236\" text-anchor=\"middle\">%d</text>%n"
              .formatted(x, sizes.get(i)));
      svg.append(
          "<text x=\"%.1f\" y=\"%.1f\">%.1f</text>%n"
              .formatted(x + 6, y - 6, times.get(i).median() / 1000.0));
    }
    svg.append("<path d=\"%s\" fill=\"none\" stroke=\"#06c\"/>%n</g>%n".formatted(line));
  }
}
