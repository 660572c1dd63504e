// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.it.orthanc;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dicomweb.DicomWebClient;
import io.github.dicomweb.it.program.Outcomes;
import io.github.dicomweb.it.program.ProgramStudy;
import io.github.dicomweb.it.program.Sending;
import io.github.dicomweb.it.program.Step;
import io.github.dicomweb.it.program.StudiesProgram;
import io.github.dicomweb.profile.ServerProfile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The program that runs against every server, against a real one. */
@OrthancTest
class OrthancProgramTest {

  /**
   * What is known of the server, and what must become of each step; without a profile it is probed.
   */
  private record Case(String name, @Nullable ServerProfile profile, Outcomes outcomes) {
    @Override
    public String toString() {
      return name;
    }
  }

  private static Stream<Case> cases() {
    return Stream.of(
        new Case(
            "orthanc",
            ServerProfile.orthanc(),
            Outcomes.allDone().absent(Step.THUMBNAIL).refused(Step.REJECT, Step.DELETE)),
        new Case(
            "as standard",
            ServerProfile.standard(),
            Outcomes.allDone().absent(Step.THUMBNAIL).refused(Step.REJECT, Step.DELETE)),
        new Case(
            "probed", null, Outcomes.allDone().refused(Step.THUMBNAIL, Step.REJECT, Step.DELETE)));
  }

  @TempDir private Path directory;

  @ParameterizedTest
  @MethodSource("cases")
  void program_withEachProfile_passes(Case given, OrthancServer server) throws IOException {
    ProgramStudy study = new ProgramStudy();
    Path file = directory.resolve("bystander.dcm");
    for (byte[] bystander : study.bystanders()) {
      assertThat(server.rest().store(Files.write(file, bystander))).isTrue();
    }
    ServerProfile profile = Objects.requireNonNullElseGet(given.profile(), () -> probe(server));
    try (Sending sending = new Sending();
        DicomWebClient client =
            server.clientBuilder().httpClient(sending.http()).profile(profile).build()) {
      Path saved = directory.resolve("saved");
      assertThat(new StudiesProgram(client, profile, sending, saved, study).run())
          .isEqualTo(given.outcomes().map());
    }
  }

  private static ServerProfile probe(OrthancServer server) {
    try (DicomWebClient client = server.clientBuilder().build()) {
      return client.probe().execute().profile();
    }
  }
}
