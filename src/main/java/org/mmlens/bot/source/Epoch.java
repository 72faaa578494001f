package org.mmlens.bot.source;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jgit.errors.RepositoryNotFoundException;
import org.eclipse.jgit.lib.AnyObjectId;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectLoader;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.eclipse.jgit.treewalk.CanonicalTreeParser;
import org.eclipse.jgit.util.RawParseUtils;

/// One repository of a public-inbox: a line of commits with a mail each.
final class Epoch {

  private static final int SMALL = 1 << 20;

  private final Path folder;
  private List<Step> ahead = List.of();
  private int next = 0;
  private Optional<ObjectId> aheadFrom = Optional.empty();
  private Optional<ObjectId> aheadTo = Optional.empty();

  /// A commit, and the mail to be given for it.
  private record Step(ObjectId commit, Optional<ObjectId> mail) {}

  Epoch(Path folder) {
    this.folder = folder;
  }

  private Repository open() throws IOException {
    try {
      return new FileRepositoryBuilder().setGitDir(folder.toFile()).setMustExist(true).build();
    } catch (RepositoryNotFoundException e) {
      throw new IOException(folder + ": expected a git repository, found none", e);
    }
  }

  /// {@return the newest commit; empty where nothing has come yet}
  Optional<ObjectId> tip() throws IOException {
    try (Repository repository = open()) {
      return tip(repository);
    }
  }

  private static Optional<ObjectId> tip(Repository repository) throws IOException {
    return Optional.ofNullable(repository.resolve(Constants.HEAD));
  }

  /// Reads mails that came after a commit, oldest first.
  ///
  /// @return the last commit that is done with; empty where there is none
  Optional<ObjectId> read(Optional<ObjectId> from, BatchBuilder batch, ReadLimits limits)
      throws IOException {
    try (Repository repository = open();
        ObjectReader reader = repository.newObjectReader()) {
      Optional<ObjectId> tip = tip(repository);
      if (tip.isEmpty() || tip.equals(from)) {
        return from;
      }
      if (!tip.equals(aheadTo) || !from.equals(aheadFrom)) {
        lookAhead(reader, from, tip.get(), batch);
      }
      Optional<ObjectId> done = from;
      int at = next;
      while (at < ahead.size() && !batch.full()) {
        Step step = ahead.get(at++);
        if (step.mail().isPresent()) {
          give(reader, step, batch, limits);
        }
        done = Optional.of(step.commit());
      }
      next = at;
      aheadFrom = done;
      return done;
    }
  }

  private void give(ObjectReader reader, Step step, BatchBuilder batch, ReadLimits limits)
      throws IOException {
    String origin = "%s: commit %s".formatted(folder, step.commit().name());
    ObjectLoader mail = reader.open(step.mail().orElseThrow(), Constants.OBJ_BLOB);
    if (mail.getSize() > limits.mailBytes()) {
      batch.tooLong(origin);
    } else {
      batch.add(mail.getBytes(limits.mailBytes()), origin);
    }
  }

  /// Follows first parents back from the tip, so that a mail is met after its deletion.
  private void lookAhead(
      ObjectReader reader, Optional<ObjectId> from, ObjectId tip, BatchBuilder batch)
      throws IOException {
    var steps = new ArrayList<Step>();
    Set<AnyObjectId> deleted = new HashSet<>();
    Optional<ObjectId> at = Optional.of(tip);
    while (at.isPresent() && !at.equals(from)) {
      byte[] commit = reader.open(at.get(), Constants.OBJ_COMMIT).getBytes(SMALL);
      steps.add(step(reader, at.get(), commit, deleted));
      at = parent(commit);
    }
    if (at.isEmpty() && from.isPresent()) {
      batch.note(
          "%s: commit %s is gone; this epoch is read from its beginning"
              .formatted(folder, from.get().name()));
    }
    Collections.reverse(steps);
    ahead = steps;
    next = 0;
    aheadFrom = from;
    aheadTo = Optional.of(tip);
  }

  private static Step step(
      ObjectReader reader, ObjectId id, byte[] commit, Set<AnyObjectId> deleted)
      throws IOException {
    ObjectId tree = ObjectId.fromString(commit, "tree ".length());
    Optional<ObjectId> mail = Optional.empty();
    var entries = new CanonicalTreeParser();
    for (entries.reset(reader, tree); !entries.eof(); entries.next()) {
      String name = entries.getEntryPathString();
      if (name.equals("d")) {
        deleted.add(entries.getEntryObjectId());
      } else if (name.equals("m") && !deleted.contains(entries.getEntryObjectId())) {
        mail = Optional.of(entries.getEntryObjectId());
      }
    }
    return new Step(id, mail);
  }

  private static Optional<ObjectId> parent(byte[] commit) {
    int at = RawParseUtils.nextLF(commit, 0);
    return RawParseUtils.match(commit, at, Constants.encodeASCII("parent ")) < 0
        ? Optional.empty()
        : Optional.of(ObjectId.fromString(commit, at + "parent ".length()));
  }
}
