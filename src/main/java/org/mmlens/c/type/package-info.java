/// C types and their layout in memory: LP64, System V ABI for x86-64.
///
/// [org.mmlens.c.type.CType] is the sealed family of types; [org.mmlens.c.type.Conversions] holds
/// the rules of C11 §6.3.1.
@NullMarked
package org.mmlens.c.type;

import org.jspecify.annotations.NullMarked;
