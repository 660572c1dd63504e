// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.it.program;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dicomweb.DicomWebClient;
import io.github.dicomweb.profile.ServerProfile;
import io.github.dicomweb.testkit.DicomWebServerExtension;
import io.github.dicomweb.testkit.DicomWebTestServer;
import io.github.dicomweb.testkit.behavior.Feature;
import io.github.dicomweb.testkit.behavior.ServerBehavior;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The program against the test server as each product is described. */
@ExtendWith(DicomWebServerExtension.class)
class TestKitProgramTest {

  /**
   * A server, what is known of it, and what must become of each step; without a profile it is
   * probed.
   */
  private record Case(
      String name, ServerBehavior behavior, @Nullable ServerProfile profile, Outcomes outcomes) {
    @Override
    public String toString() {
      return name;
    }
  }

  private static Stream<Case> cases() {
    return Stream.of(
        new Case(
            "standard",
            ServerBehavior.standard(),
            ServerProfile.standard(),
            Outcomes.allDone().refused(Step.REJECT, Step.DELETE)),
        new Case(
            "standard probed",
            ServerBehavior.standard(),
            null,
            Outcomes.allDone().refused(Step.REJECT, Step.DELETE)),
        new Case(
            "orthanc",
            ServerBehavior.orthanc(),
            ServerProfile.orthanc(),
            Outcomes.allDone().absent(Step.THUMBNAIL).refused(Step.REJECT, Step.DELETE)),
        new Case(
            "orthanc probed",
            ServerBehavior.orthanc(),
            null,
            Outcomes.allDone().refused(Step.THUMBNAIL, Step.REJECT, Step.DELETE)),
        new Case(
            "orthanc as standard",
            ServerBehavior.orthanc(),
            ServerProfile.standard(),
            Outcomes.allDone().absent(Step.THUMBNAIL).refused(Step.REJECT, Step.DELETE)),
        new Case(
            "dcm4chee",
            ServerBehavior.dcm4chee(),
            ServerProfile.dcm4chee(),
            // As described, it deletes nothing at all; in truth it deletes what was rejected.
            Outcomes.allDone().absent(Step.DELETE)),
        new Case(
            "dcm4chee probed",
            ServerBehavior.dcm4chee(),
            null,
            Outcomes.allDone().refused(Step.REJECT, Step.DELETE)),
        new Case(
            "dcm4chee as standard",
            ServerBehavior.dcm4chee(),
            ServerProfile.standard(),
            Outcomes.allDone().refused(Step.REJECT, Step.DELETE)),
        new Case(
            "google",
            ServerBehavior.google(),
            ServerProfile.google(),
            Outcomes.allDone().refused(Step.THUMBNAIL, Step.REJECT)),
        new Case(
            "google probed",
            ServerBehavior.google(),
            null,
            Outcomes.allDone().refused(Step.THUMBNAIL, Step.REJECT, Step.DELETE)),
        new Case(
            "google as standard",
            ServerBehavior.google(),
            ServerProfile.standard(),
            Outcomes.allDone().absent(Step.THUMBNAIL).refused(Step.REJECT, Step.DELETE)),
        new Case(
            "azure",
            ServerBehavior.azure(),
            ServerProfile.azure(),
            Outcomes.allDone()
                .refused(
                    Step.FIND_BY_START_OF_NAME,
                    Step.THUMBNAIL,
                    Step.BULK_DATA,
                    Step.BULK_DATA_RANGE,
                    Step.REJECT)),
        new Case(
            "azure probed",
            ServerBehavior.azure(),
            null,
            Outcomes.allDone()
                .absent(Step.BULK_DATA, Step.BULK_DATA_RANGE)
                .refused(Step.THUMBNAIL, Step.REJECT, Step.DELETE)),
        new Case(
            "azure as standard",
            ServerBehavior.azure(),
            ServerProfile.standard(),
            Outcomes.allDone()
                .absent(Step.THUMBNAIL, Step.BULK_DATA, Step.BULK_DATA_RANGE)
                .refused(Step.REJECT, Step.DELETE)),
        new Case(
            "aws",
            ServerBehavior.awsHealthImaging(),
            ServerProfile.awsHealthImaging(),
            Outcomes.allDone()
                .refused(
                    Step.FIND_IN_ALL_STUDIES,
                    Step.RENDERED,
                    Step.THUMBNAIL,
                    Step.REJECT,
                    Step.DELETE)),
        new Case(
            "aws probed",
            ServerBehavior.awsHealthImaging(),
            null,
            Outcomes.allDone()
                .refused(
                    Step.FIND_IN_ALL_STUDIES,
                    Step.RENDERED,
                    Step.THUMBNAIL,
                    Step.REJECT,
                    Step.DELETE)),
        // What can be asked for series by series or one by one is not there for who does not know
        // it.
        new Case(
            "aws as standard",
            ServerBehavior.awsHealthImaging(),
            ServerProfile.standard(),
            Outcomes.allDone()
                .absent(
                    Step.INSTANCES_OF_STUDY,
                    Step.FIND_IN_ALL_STUDIES,
                    Step.METADATA_OF_STUDY,
                    Step.RETRIEVE_STUDY,
                    Step.RENDERED,
                    Step.THUMBNAIL)
                .refused(Step.REJECT, Step.DELETE)),
        new Case(
            "static",
            ServerBehavior.staticDicomWeb(),
            ServerProfile.staticDicomWeb(),
            Outcomes.allDone()
                .refused(
                    Step.STORE,
                    Step.FIND_IN_ALL_STUDIES,
                    Step.RETRIEVE_STUDY,
                    Step.RETRIEVE_INSTANCE,
                    Step.RENDERED,
                    Step.REJECT,
                    Step.DELETE)),
        // Probing changes nothing: that nothing can be stored shows when it is tried.
        new Case(
            "static probed",
            ServerBehavior.staticDicomWeb(),
            null,
            Outcomes.allDone()
                .absent(Step.STORE)
                .refused(
                    Step.FIND_IN_ALL_STUDIES,
                    Step.RETRIEVE_STUDY,
                    Step.RETRIEVE_INSTANCE,
                    Step.RENDERED,
                    Step.REJECT,
                    Step.DELETE)));
  }

  // Operations, by which Google deletes, are found by a base URL such as Google's only.
  private static final String BASE = "/v1/projects/p/locations/l/datasets/d/dicomStores/s/dicomWeb";

  @TempDir private Path directory;

  @ParameterizedTest
  @MethodSource("cases")
  void program_onEachServer_passes(Case given, DicomWebTestServer server) throws IOException {
    ProgramStudy study = new ProgramStudy();
    study.bystanders().forEach(server::store);
    if (given.behavior().absent().contains(Feature.STORE)) {
      study.files().forEach(server::store);
    }
    server.behavior(given.behavior());
    String baseUrl = URI.create(server.baseUrl()).resolve(BASE).toString();
    ServerProfile profile = Objects.requireNonNullElseGet(given.profile(), () -> probe(baseUrl));
    try (Sending sending = new Sending();
        DicomWebClient client =
            DicomWebClient.builder(baseUrl).httpClient(sending.http()).profile(profile).build()) {
      assertThat(new StudiesProgram(client, profile, sending, directory, study).run())
          .isEqualTo(given.outcomes().map());
    }
  }

  private static ServerProfile probe(String baseUrl) {
    try (DicomWebClient client = DicomWebClient.builder(baseUrl).build()) {
      return client.probe().execute().profile();
    }
  }
}
