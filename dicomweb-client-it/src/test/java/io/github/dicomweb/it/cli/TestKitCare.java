// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.it.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dicomweb.dicom.Dataset;
import io.github.dicomweb.dicom.Tag;
import io.github.dicomweb.dicom.part10.Part10Writer;
import io.github.dicomweb.testkit.DicomWebTestServer;
import io.github.dicomweb.testkit.ReceivedRequest;
import io.github.dicomweb.testkit.behavior.Label;
import io.github.dicomweb.testkit.behavior.PageBehavior.Offset;
import io.github.dicomweb.testkit.behavior.ServerBehavior;
import io.github.dicomweb.testkit.behavior.Truncation;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/** Puts the test kit in the mood that a row wants, and looks at what it was asked. */
final class TestKitCare implements Contract.Care {
  private static final int SMALL_PAGE = 5;
  private static final int PLENTY = 1000;

  private final DicomWebTestServer server;
  private final Place place;
  private int before;

  TestKitCare(DicomWebTestServer server, Place place) {
    this.server = server;
    this.place = place;
  }

  @Override
  public void before(Row row, int number) {
    before = server.requests().size();
    server.allowAnonymous().maxResults(PLENTY);
    ServerBehavior good = ServerBehavior.standard();
    server.behavior(
        switch (row.mood()) {
          case CUT ->
              good.withAnswers(
                  a -> a.withTruncation(Truncation.after(100, Truncation.Ending.WELL_FRAMED)));
          case MISLABELLED -> good.withAnswers(a -> a.withContentType(Label.TEXT_PLAIN));
          case BUSY -> good.withFaults(f -> f.withBusy(2, 503, 0));
          case DOWN -> good.withFaults(f -> f.withBusy(PLENTY, 503, 0));
          case SMALL_PAGES -> good.withPages(p -> p.withOffset(Offset.IGNORED));
          default -> good;
        });
    switch (row.mood()) {
      case SMALL_PAGES -> server.maxResults(SMALL_PAGE);
      case PASSWORD -> server.requireBasic(Place.USER, Place.SECRET);
      case TOKEN -> server.requireBearer(Place.SECRET);
      default -> {
        // as it is
      }
    }
    for (String victim : Trial.victims(number)) {
      if (row.line().contains("<victim>")) {
        server.store(victim(victim));
      }
    }
  }

  private static byte[] victim(String study) {
    return Part10Writer.create()
        .toBytes(
            Dataset.builder()
                .put(Tag.SOPClassUID, "1.2.840.10008.5.1.4.1.1.7")
                .put(Tag.SOPInstanceUID, study + ".2")
                .put(Tag.StudyInstanceUID, study)
                .put(Tag.SeriesInstanceUID, study + ".1")
                .put(Tag.PatientID, "VICTIM")
                .put(Tag.Modality, "OT")
                .build());
  }

  @Override
  public void after(Row row) {
    List<String> asked =
        server.requests().stream().skip(before).map(TestKitCare::described).toList();
    for (String text : row.at(Row.Server.TEST_KIT).asked) {
      assertThat(asked).anyMatch(request -> request.contains(place.filled(text)));
    }
  }

  private static String described(ReceivedRequest request) {
    StringBuilder text = new StringBuilder(request.method()).append(' ');
    text.append(URLDecoder.decode(request.target(), StandardCharsets.UTF_8)).append("&\n");
    request
        .headers()
        .forEach(
            (name, values) ->
                text.append(name.toLowerCase(Locale.ROOT))
                    .append(": ")
                    .append(String.join(", ", values))
                    .append('\n'));
    return text.toString();
  }
}
