// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.benchmarks.turns;

import java.util.List;

/**
 * A way to do something, and where.
 *
 * @param way the name of the way
 * @param base the base URL of what the server has for it
 * @param directory where it has, or puts, its files
 * @param jvmOptions options of its process
 */
public record Contender(String way, String base, String directory, List<String> jvmOptions) {
  /** One with a heap of a size. */
  public static Contender of(String way, String base, String directory, String heap) {
    return new Contender(way, base, directory, List.of("-Xmx" + heap));
  }

  /** The same with another option. */
  public Contender with(String jvmOption) {
    return new Contender(
        way,
        base,
        directory,
        java.util.stream.Stream.concat(jvmOptions.stream(), java.util.stream.Stream.of(jvmOption))
            .toList());
  }
}
