/// Turns the graph of C functions into JVM bytecode and links it with the models.
///
/// Entry type: [org.mmlens.jvm.Linker]; it yields an [org.mmlens.jvm.Executable], which makes
/// machines and calls functions on them. One class stands for the functions of one C file, one
/// method for one function; the class's source file is the C file and its line numbers are those of
/// the C, so a Java stack trace is a C backtrace. Compiled code reaches the machine and the models,
/// nothing else.
///
/// Sources: The Java Virtual Machine Specification, Java SE 25 Edition, §4 and §6.
@NullMarked
package org.mmlens.jvm;

import org.jspecify.annotations.NullMarked;
