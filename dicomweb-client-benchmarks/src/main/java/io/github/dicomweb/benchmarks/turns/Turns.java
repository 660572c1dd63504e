// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.benchmarks.turns;

import io.github.dicomweb.benchmarks.worker.WorkerMain;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/**
 * Lets contenders do their work in turn, each in a process of its own and only one at a time, in
 * random order within each round: what disturbs the machine disturbs all alike. The processes are
 * started afresh a few times, since no two compile alike.
 *
 * @param forks how often the processes are started
 * @param warmUpMillis processor time that each process uses before its runs count
 * @param rounds rounds of each process that count, at least
 * @param leastMillis how long rounds go on: what takes little time has more of them
 */
public record Turns(int forks, int warmUpMillis, int rounds, int leastMillis) {
  /** With a number of rounds, however long they take. */
  public Turns(int forks, int warmUpMillis, int rounds) {
    this(forks, warmUpMillis, rounds, 0);
  }

  /**
   * Does it.
   *
   * @param contenders who takes part, each with work of one size
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
          // one after the other: two at once would only make each other slow
          children.add(warmChild(contender));
        }
        List<Integer> order = new ArrayList<>(IntStream.range(0, children.size()).boxed().toList());
        for (Rounds left = new Rounds(); left.another(); ) {
          Collections.shuffle(order, random);
          for (int i : order) {
            samples.get(i).add(children.get(i).sample(0));
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

  /**
   * Lets one process do its work of each size, so that what is compiled is the same for all. Each
   * size gets the same time in a round: the smallest is done most often.
   *
   * @param contender who does it, with sizes that double each time
   * @return for each round the samples of each size
   * @throws IOException if it fails
   */
  public List<List<List<Sample>>> sizes(Contender contender) throws IOException {
    int sizes = contender.bases().size();
    List<Integer> order = new ArrayList<>();
    for (int size = 0; size < sizes; size++) {
      order.addAll(Collections.nCopies(1 << (sizes - 1 - size), size));
    }
    List<List<List<Sample>>> all = new ArrayList<>();
    Random random = new Random(1);
    for (int fork = 0; fork < forks; fork++) {
      Child child = warmChild(contender);
      try {
        for (Rounds left = new Rounds(); left.another(); ) {
          Collections.shuffle(order, random);
          List<List<Sample>> samples = new ArrayList<>();
          contender.bases().forEach(base -> samples.add(new ArrayList<>()));
          for (int size : order) {
            samples.get(size).add(child.sample(size));
          }
          all.add(samples);
        }
      } finally {
        child.close();
      }
    }
    return all;
  }

  /** What is left of the rounds. */
  private final class Rounds {
    private final long until = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(leastMillis);
    private int done;

    boolean another() {
      return done++ < rounds || System.nanoTime() < until;
    }
  }

  private Child warmChild(Contender contender) throws IOException {
    Child child = child(contender);
    try {
      awaitWarm(child);
      return child;
    } catch (IOException e) {
      child.close();
      throw e;
    }
  }

  /** The JVM may have something to say before. */
  private static void awaitWarm(Child child) throws IOException {
    boolean warm = false;
    while (!warm) {
      warm = child.line().equals(WorkerMain.WARM);
    }
  }

  private Child child(Contender contender) throws IOException {
    List<String> arguments = new ArrayList<>();
    arguments.add(contender.way());
    arguments.add(contender.directory());
    arguments.add(Integer.toString(warmUpMillis));
    arguments.addAll(contender.bases());
    return new Child(contender.jvmOptions(), WorkerMain.class.getName(), arguments);
  }
}
