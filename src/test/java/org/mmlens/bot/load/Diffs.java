package org.mmlens.bot.load;

import java.util.Random;

/// Patches of files that are nowhere.
final class Diffs {

  private Diffs() {}

  static String patch(Random random, int number) {
    int lines = 3 + random.nextInt(40);
    var hunk = new StringBuilder();
    for (int k = 0; k < lines; k++) {
      hunk.append(" \tint kept_%d = %d;\n".formatted(k, random.nextInt(1000)));
    }
    return """
    It is better so, and nothing else changes.

    Signed-off-by: Somebody <somebody@example.org>
    ---
     mm/file%1$d.c | 2 +-
     1 file changed, 1 insertion(+), 1 deletion(-)

    diff --git a/mm/file%1$d.c b/mm/file%1$d.c
    --- a/mm/file%1$d.c
    +++ b/mm/file%1$d.c
    @@ -1,%2$d +1,%2$d @@
    %3$s-\tint before = %1$d;
    +\tint after = %1$d;
    --\s
    2.47.0
    """
        .formatted(number, lines + 1, hunk);
  }
}
