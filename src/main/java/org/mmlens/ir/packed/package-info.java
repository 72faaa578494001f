/// Parts of a program as bytes, so that they can be kept from one run to the next.
///
/// [org.mmlens.ir.packed.PackedIr] packs functions, globals and layouts, each by itself, and
/// unpacks them to what is equal to them. Constants of enumerations are numbered in the order they
/// are declared in, so bytes mean something only to the build of mmlens that wrote them.
@NullMarked
package org.mmlens.ir.packed;

import org.jspecify.annotations.NullMarked;
