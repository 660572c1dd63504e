// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.it.orthanc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.dicomweb.DicomWebClient;
import io.github.dicomweb.error.MalformedResponseException;
import io.github.dicomweb.error.TransportException;
import io.github.dicomweb.retrieve.RetrieveException;
import io.github.dicomweb.retrieve.RetrieveReport;
import io.github.dicomweb.retrieve.SavedInstance;
import io.github.dicomweb.retrieve.Verdict;
import io.github.dicomweb.store.InstanceSource;
import io.github.dicomweb.store.StoreReport;
import io.github.dicomweb.testdata.LargeInstance;
import io.github.dicomweb.testdata.LargeSeries;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@OrthancTest
class OrthancKilledTest {
  // Far more than the buffers of a connection hold.
  private static final List<LargeInstance> LARGE =
      IntStream.rangeClosed(1, 120)
          .mapToObj(number -> LargeSeries.instance(number, 512, 512))
          .toList();

  @TempDir private Path directory;

  @Test
  void saveTo_whenOrthancIsKilledAfterTheFirstInstance_leavesOnlyWholeFiles(OrthancServer server)
      throws Exception {
    String study = LARGE.get(0).studyInstanceUid();
    List<SavedInstance> saved = new ArrayList<>();
    RetrieveReport report;
    try (DicomWebClient client = server.client()) {
      client.storeInstances().addAll(sources()).execute().orThrow();
      report =
          client
              .retrieveStudy(study)
              .onInstance(
                  instance -> {
                    if (saved.isEmpty()) {
                      server.kill();
                    }
                    saved.add(instance);
                  })
              .saveTo(directory);
    }

    assertThat(report.verdict()).as("%s", report).isEqualTo(Verdict.INCOMPLETE);
    assertThat(report.received()).isBetween(1L, LARGE.size() - 1L).isEqualTo(saved.size());
    assertThat(report.expected()).as("nobody was left to ask").isEmpty();
    assertThat(report.failure().orElseThrow())
        .isInstanceOfAny(MalformedResponseException.class, TransportException.class);
    assertThatExceptionOfType(RetrieveException.class).isThrownBy(report::orThrow);
    assertOnlyWhole(saved);
  }

  private void assertOnlyWhole(List<SavedInstance> saved) throws IOException {
    List<Path> files;
    try (Stream<Path> all = Files.walk(directory)) {
      files = all.filter(Files::isRegularFile).toList();
    }
    assertThat(files)
        .containsExactlyInAnyOrderElementsOf(saved.stream().map(SavedInstance::file).toList());
    Map<String, LargeInstance> originals =
        LARGE.stream().collect(Collectors.toMap(LargeInstance::sopInstanceUid, i -> i));
    for (SavedInstance instance : saved) {
      LargeInstance original =
          Objects.requireNonNull(originals.get(instance.sopInstanceUid()), "one of ours");
      assertThat(instance.file().getFileName()).hasToString(instance.sopInstanceUid() + ".dcm");
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      original.writeTo(bytes);
      assertThat(instance.file()).hasBinaryContent(bytes.toByteArray());
    }
  }

  @Test
  void open_whenOrthancIsKilledInMidAnswer_neverLooksEnded(OrthancServer server) {
    String study = LARGE.get(0).studyInstanceUid();
    try (DicomWebClient client = server.client()) {
      client.storeInstances().addAll(sources()).execute().orThrow();
      try (var parts = client.retrieveStudy(study).open()) {
        assertThat(parts.next()).isPresent();
        server.kill();

        assertThatExceptionOfType(io.github.dicomweb.error.DicomWebException.class)
            .isThrownBy(
                () -> {
                  for (var part = parts.next(); part.isPresent(); part = parts.next()) {
                    part.get().readAllBytes();
                  }
                })
            .isInstanceOfAny(MalformedResponseException.class, TransportException.class);
        assertThat(parts.ended()).isFalse();
      }
    }
  }

  @Test
  void store_whenOrthancIsKilledInTheMiddle_claimsNothingAsStored(OrthancServer server)
      throws Exception {
    store_killedInTheMiddle_claimsNothing(server, i -> InstanceSource.of("noise", i::open));
  }

  @Test
  void store_whenOrthancIsKilledInTheMiddleOfASizedRequest_claimsNothingAsStored(
      OrthancServer server) throws Exception {
    store_killedInTheMiddle_claimsNothing(server, i -> new SizedSource(i));
  }

  private static void store_killedInTheMiddle_claimsNothing(
      OrthancServer server, Function<LargeInstance, InstanceSource> source) {
    AtomicBoolean killed = new AtomicBoolean();
    StoreReport report;
    try (DicomWebClient client = server.client()) {
      report =
          client
              .storeInstances()
              .addAll(LARGE.stream().map(source).toList())
              .onProgress(
                  progress -> {
                    if (progress.instances() > LARGE.size() / 3
                        && killed.compareAndSet(false, true)) {
                      server.kill();
                    }
                  })
              .execute();
    }

    assertThat(killed).isTrue();
    assertThat(report.stored()).isEmpty();
    assertThat(report.unconfirmed()).hasSameSizeAs(LARGE);
    assertThat(report.httpStatus()).isEmpty();
    assertThat(report.failure().orElseThrow())
        .isInstanceOfSatisfying(
            TransportException.class, e -> assertThat(e.requestSent()).isTrue());
    assertThat(report.isComplete()).isFalse();
  }

  @Test
  void everyCall_whenOrthancIsGone_saysThatNothingWasSent(OrthancServer server) {
    String study = LARGE.get(0).studyInstanceUid();
    try (DicomWebClient client = server.client()) {
      server.kill();
      List<ThrowingCallable> calls =
          List.of(
              () -> client.searchForStudies().execute(),
              () -> client.searchForStudies().iterator().next(),
              () -> client.retrieveStudy(study).open().close(),
              () -> client.retrieveStudy(study).saveTo(directory),
              () -> client.retrieveMetadata(study).execute(),
              () -> client.storeInstances().addAll(sources()).execute());
      for (ThrowingCallable call : calls) {
        assertThatExceptionOfType(TransportException.class)
            .isThrownBy(call)
            .satisfies(e -> assertThat(e.requestSent()).isFalse())
            .satisfies(e -> assertThat(e.phase()).isEqualTo(TransportException.Phase.CONNECT));
      }
    }
    assertThat(directory).isEmptyDirectory();
  }

  /** The first attempt went to a connection from before: something may have been sent. */
  @Test
  void search_whenOrthancIsGoneAfterAnAnswer_isATransportException(OrthancServer server) {
    try (DicomWebClient client = server.client()) {
      assertThat(client.searchForStudies().execute().results()).isEmpty();
      server.kill();
      assertThatExceptionOfType(TransportException.class)
          .isThrownBy(() -> client.searchForStudies().execute())
          .satisfies(e -> assertThat(e.reason()).isEqualTo(TransportException.Reason.CONNECTION));
    }
  }

  private static List<InstanceSource> sources() {
    return LARGE.stream().map(i -> InstanceSource.of("noise", i::open)).toList();
  }
}
