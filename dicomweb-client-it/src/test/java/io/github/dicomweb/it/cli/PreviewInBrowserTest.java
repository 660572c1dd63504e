// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.it.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.dicomweb.testdata.TestStudies;
import io.github.dicomweb.testkit.DicomWebServerExtension;
import io.github.dicomweb.testkit.DicomWebTestServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What a browser makes of the page that preview writes. */
@Tag("browser")
@ExtendWith(DicomWebServerExtension.class)
class PreviewInBrowserTest {
  private static final int WIDTH = 900;
  private static final int HEIGHT = 1000;
  private static final int NARROW = 360;

  @TempDir private Path directory;

  @Test
  void preview_opensWithoutComplaintAndFetchesNothing(DicomWebTestServer server) throws Exception {
    TestStudies.all().forEach(object -> server.store(object.bytes()));
    Path page = directory.resolve("p.html");
    Command.at(server.baseUrl())
        .run(
            "preview",
            TestStudies.ctSlices().get(0).studyInstanceUid(),
            "-o",
            page.toString(),
            "-q")
        .expect(0);
    try (Chromium browser = Chromium.start(Files.createDirectory(directory.resolve("profile")))) {
      for (String domain : List.of("Page", "Runtime", "Log", "Network")) {
        browser.call(domain + ".enable", Map.of());
      }
      size(browser, WIDTH);
      browser.call("Page.navigate", Map.of("url", page.toUri().toString()));
      browser.await("Page.loadEventFired");

      JsonNode widths =
          browser.evaluate("Array.from(document.images).map(image => image.naturalWidth)");
      assertThat(widths).hasSize(2).allMatch(width -> width.asInt() > 0);
      assertThat(browser.evaluate("document.querySelectorAll('section.series').length").asInt())
          .isEqualTo(4);
      shot(browser, "preview.png");
      size(browser, NARROW);
      assertThat(browser.evaluate("document.documentElement.scrollWidth").asInt())
          .as("nothing hangs over the edge of a narrow screen")
          .isLessThanOrEqualTo(NARROW);
      shot(browser, "preview-narrow.png");
      size(browser, WIDTH);
      browser.call(
          "Emulation.setEmulatedMedia",
          Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", "dark"))));
      shot(browser, "preview-dark.png");

      assertThat(browser.events()).noneMatch(PreviewInBrowserTest::isComplaint);
      assertThat(browser.events())
          .filteredOn(event -> event.method().equals("Network.requestWillBeSent"))
          .extracting(event -> event.params().path("request").path("url").asText())
          .filteredOn(url -> !url.startsWith("data:"))
          .containsOnly(page.toUri().toString());
    }
  }

  private static boolean isComplaint(Chromium.Event event) {
    return switch (event.method()) {
      case "Runtime.exceptionThrown" -> true;
      case "Runtime.consoleAPICalled" ->
          List.of("error", "warning", "assert").contains(event.params().path("type").asText());
      case "Log.entryAdded" ->
          List.of("error", "warning").contains(event.params().at("/entry/level").asText());
      default -> false;
    };
  }

  private static void size(Chromium browser, int width) throws Exception {
    browser.call(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", width, "height", HEIGHT, "deviceScaleFactor", 1, "mobile", false));
  }

  private static void shot(Chromium browser, String name) throws Exception {
    JsonNode shot =
        browser.call(
            "Page.captureScreenshot", Map.of("format", "png", "captureBeyondViewport", true));
    Path target = Files.createDirectories(Path.of("target", "preview")).resolve(name);
    Files.write(target, Base64.getDecoder().decode(shot.path("data").asText()));
  }
}
