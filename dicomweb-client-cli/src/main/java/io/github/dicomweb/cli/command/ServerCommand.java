// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.cli.command;

import io.github.dicomweb.cli.server.ServerOptions;
import io.github.dicomweb.cli.server.Session;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.ParentCommand;

/** A command that talks to a server. */
abstract class ServerCommand implements Callable<Integer> {
  @ParentCommand
  @SuppressWarnings("NullAway.Init")
  ServerOptions options;

  @Override
  public Integer call() throws IOException {
    check();
    try (Session session = Session.open(options)) {
      return run(session);
    }
  }

  /** Refuses what makes no sense, before anything is done. */
  void check() {
    // nothing to refuse as a rule
  }

  /**
   * Does it.
   *
   * @param session the server
   * @return the exit code
   * @throws IOException if reading or writing fails on this machine
   */
  abstract int run(Session session) throws IOException;
}
