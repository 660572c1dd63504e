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
 * @param warmUps rounds at the start of each process that do not count
 * @param rounds rounds of each process that count
 */
public record Turns(int forks, int warmUps, int rounds) {
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
          children.add(child(contender));
        }
        List<Integer> order = new ArrayList<>(IntStream.range(0, children.size()).boxed().toList());
        for (int round = -warmUps; round < rounds; round++) {
          Collections.shuffle(order, random);
          for (int i : order) {
            children.get(i).go();
            Sample sample = Sample.parse(children.get(i).line());
            if (round >= 0) {
              samples.get(i).add(sample);
            }
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

  private static Child child(Contender contender) throws IOException {
    return new Child(
        contender.jvmOptions(),
        WorkerMain.class.getName(),
        contender.way(),
        contender.base(),
        contender.directory());
  }
}
