// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.cli;

import io.github.dicomweb.cli.server.ServerOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The command without the commands below it, of which a call needs one: most never get loaded. */
@Command(
    name = "dicomweb",
    description = "Searches, retrieves and stores on DICOMweb servers (PS3.18).",
    versionProvider = Version.class,
    synopsisHeading = "Usage: ",
    customSynopsis = "dicomweb [server options] COMMAND [options] [arguments]",
    footer = {
      "",
      "Exit codes: 0 done, 1 failed, 2 wrong usage, 3 done in part, 4 not allowed, 5 not found,",
      "6 cannot be reached, 7 malformed answer, 130 interrupted.",
      "",
      "Examples:",
      "  dicomweb --url http://localhost:8042/dicom-web search studies -m PatientName='Yam*'",
      "  dicomweb --server pacs retrieve 1.2.3 -o studies"
    })
@SuppressWarnings("UnusedVariable") // picocli reads what it has set
class Brief extends ServerOptions {
  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      scope = ScopeType.INHERIT,
      description = "Shows help.")
  private boolean help;

  @Option(
      names = {"-V", "--version"},
      versionHelp = true,
      description = "Shows the version.")
  private boolean version;

  Brief() {}
}
