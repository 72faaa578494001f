package org.mmlens.tree;

import java.util.Collections;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

/// What an archive holds.
///
/// @param members by path
/// @param decisions what was taken and what was left out, one line each
/// @param store where the bytes are
record ArchiveContents(
    NavigableMap<String, ArchiveMember> members, List<String> decisions, ArchiveStore store) {

  ArchiveContents {
    members = Collections.unmodifiableNavigableMap(new TreeMap<>(members));
    decisions = List.copyOf(decisions);
  }
}
