// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.cli.command;

import io.github.dicomweb.cli.run.UsageException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Unmatched;

/** Worklists, which are not there yet. */
@Command(
    name = "workitems",
    description = "Worklists (UPS-RS): not available yet.",
    header = "Not available yet.")
public final class WorkitemsCommand implements Callable<Integer> {
  @Unmatched private List<String> arguments = new ArrayList<>();

  @Override
  public Integer call() {
    throw new UsageException(
        "workitems"
            + (arguments.isEmpty() ? " is" : " " + arguments.get(0) + " is")
            + " not available yet: this version has no UPS-RS");
  }
}
