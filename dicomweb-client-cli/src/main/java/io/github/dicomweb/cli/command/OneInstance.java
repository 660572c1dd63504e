// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.cli.command;

import picocli.CommandLine.Parameters;

/** One instance, for commands that are about nothing else. */
final class OneInstance {
  @Parameters(index = "0", paramLabel = "STUDY", description = "Study Instance UID.")
  String study = "";

  @Parameters(index = "1", paramLabel = "SERIES", description = "Series Instance UID.")
  String series = "";

  @Parameters(index = "2", paramLabel = "INSTANCE", description = "SOP Instance UID.")
  String instance = "";

  OneInstance() {}
}
