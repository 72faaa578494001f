/// Small mistakes, made on purpose: [org.mmlens.mutate.Mutants] changes one function of a file in
/// every way of a fixed list of operators, and a review must notice each of them.
@NullMarked
package org.mmlens.mutate;

import org.jspecify.annotations.NullMarked;
