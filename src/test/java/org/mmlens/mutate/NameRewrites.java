package org.mmlens.mutate;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.mmlens.mutate.Rewrite.Kind;
import org.mmlens.mutate.Source.Edit;

/// Other names: of each local variable, and of the function itself if only its file knows it.
final class NameRewrites {

  private final Source source;

  NameRewrites(Source source) {
    this.source = source;
  }

  List<Rewrite> all() {
    List<Rewrite> found = new ArrayList<>();
    for (String variable : source.locals().names()) {
      String now = source.fresh(variable + "_renamed");
      List<Edit> edits = new ArrayList<>();
      for (int i = 0; i <= source.body().last(); i++) {
        if (source.is(i, variable) && !source.foreign(i)) {
          edits.add(new Edit(i, i, now));
        }
      }
      found.add(source.rewrite(Kind.RENAME, variable + " renamed", edits));
    }
    if (source.locals().internal()) {
      String name = source.function();
      String file = source.file();
      boolean quoted = Pattern.compile("\"[^\"\n]*\\b" + name + "\\b").matcher(file).find();
      if (!quoted) {
        String now = source.fresh(name + "_renamed");
        String renamed = file.replaceAll("(?<![\\w.]|->)" + name + "\\b", now);
        found.add(new Rewrite(Kind.RENAME, name + "(): the function renamed", renamed));
      }
    }
    return found;
  }
}
