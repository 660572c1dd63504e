// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.benchmarks.turns;

import io.github.dicomweb.benchmarks.worker.WorkerMain;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Lets contenders do their work in turn, each in a process of its own and only one at a time, in
 * random order within each round: what disturbs the machine disturbs all alike. The processes are
 * started afresh a few times, since no two compile alike.
 *
 * @param forks how often the processes are started
 * @param warmUpMillis processor time that each process uses before its runs count
 * @param rounds rounds of each process that count
 */
public record Turns(int forks, int warmUpMillis, int rounds) {
  /**
   * Does it.
   *
   * @param contenders who takes part
   * @return for each contender its samples; those at the same place belong together
   * @throws IOException if one of them fails
   */
  public List<List<Sample>> run(List<Contender> contenders) throws IOException {
    List<List<Sample>> samples = new ArrayList<>();
    contenders.forEach(contender -> samples.add(new ArrayList<>()));
    Random random = new Random(1);
    for (int fork = 0; fork < forks; fork++) {
      List<Child> children = new ArrayList<>();
      try {
        for (Contender contender : contenders) {
          Child child = child(contender);
          children.add(child);
          // one after the other: two at once would only make each other slow
          awaitWarm(child);
        }
        List<Integer> order = new ArrayList<>(IntStream.range(0, children.size()).boxed().toList());
        for (int round = 0; round < rounds; round++) {
          Collections.shuffle(order, random);
          for (int i : order) {
            children.get(i).go();
            samples.get(i).add(Sample.parse(children.get(i).line()));
          }
        }
      } finally {
        for (Child child : children) {
          child.close();
        }
      }
    }
    return samples;
  }

  /** The JVM may have something to say before. */
  private static void awaitWarm(Child child) throws IOException {
    boolean warm = false;
    while (!warm) {
      warm = child.line().equals(WorkerMain.WARM);
    }
  }

  private Child child(Contender contender) throws IOException {
    return new Child(
        contender.jvmOptions(),
        WorkerMain.class.getName(),
        contender.way(),
        contender.base(),
        contender.directory(),
        Integer.toString(warmUpMillis));
  }
}
