// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.it.orthanc;

import io.github.dicomweb.it.cli.Command;
import io.github.dicomweb.it.cli.Contract;
import io.github.dicomweb.testdata.TestStudies;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Each row of the contract with Orthanc. */
@Tag("command")
@OrthancTest
class OrthancCommandContractTest {
  @TempDir private Path directory;

  @TestFactory
  Stream<DynamicTest> row(OrthancServer server) throws Exception {
    var unused = Command.dicomweb();
    for (Path file : TestStudies.copyAllTo(directory.resolve("stored"))) {
      server.rest().store(file);
    }
    return Contract.atOrthanc(server.rest().baseUrl(), directory);
  }
}
