// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.benchmarks.turns;

import java.util.List;
import java.util.stream.Stream;

/**
 * A way to do something, and where.
 *
 * @param way the name of the way
 * @param bases the base URLs of what the server has for it, one for each size of the work
 * @param directory where it has, or puts, its files
 * @param jvmOptions options of its process
 */
public record Contender(String way, List<String> bases, String directory, List<String> jvmOptions) {
  /** One with work of one size and a heap of a size. */
  public static Contender of(String way, String base, String directory, String heap) {
    return new Contender(way, List.of(base), directory, List.of("-Xmx" + heap));
  }

  /** The same with work of another size beside. */
  public Contender and(String base) {
    return new Contender(way, append(bases, base), directory, jvmOptions);
  }

  /** The same with another option. */
  public Contender with(String jvmOption) {
    return new Contender(way, bases, directory, append(jvmOptions, jvmOption));
  }

  private static List<String> append(List<String> texts, String text) {
    return Stream.concat(texts.stream(), Stream.of(text)).toList();
  }
}
