// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.it.cli;

import io.github.dicomweb.DicomWebClient;
import io.github.dicomweb.dicom.Dataset;
import io.github.dicomweb.dicom.Tag;
import io.github.dicomweb.dicom.json.DicomJsonWriter;
import io.github.dicomweb.dicom.part10.Part10Reader;
import io.github.dicomweb.testdata.TestObject;
import io.github.dicomweb.testdata.TestStudies;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Where the rows of the contract are tried: a server that has the sample studies, and a directory
 * with files. Its names stand between angle brackets in the rows.
 */
public final class Place {
  static final String SECRET = "hunter2-and-more";
  static final String USER = "me";
  private static final TestObject SLICE = TestStudies.ctSlices().get(0);

  private final Row.Server server;
  private final Path directory;
  private final Map<String, String> names = new LinkedHashMap<>();

  private Place(Row.Server server, Path directory) {
    this.server = server;
    this.directory = directory;
  }

  static Place testKit(String url, String wadoUri, Path directory) throws IOException {
    Place place = new Place(Row.Server.TEST_KIT, directory);
    place.fill(url, wadoUri);
    return place;
  }

  /** At an Orthanc. */
  public static Place orthanc(String rest, Path directory) throws IOException {
    Place place = new Place(Row.Server.ORTHANC, directory);
    place.fill(rest + "/dicom-web", rest + "/wado");
    return place;
  }

  private void fill(String url, String wadoUri) throws IOException {
    Path files = directory.resolve("files");
    TestStudies.copyAllTo(files.resolve("studies"));
    Files.write(files.resolve("slice.dcm"), SLICE.bytes());
    Files.writeString(files.resolve("text.txt"), "no DICOM");
    Files.writeString(files.resolve("token"), SECRET + "\n");
    Files.writeString(files.resolve("broken.json"), "[{\"00100010\":");
    Files.writeString(
        files.resolve("app-config.json"),
        "{dataSources: [{sourceName: 'local', configuration: {qidoRoot: '/dicom-web',"
            + " wadoRoot: '/dicom-web', supportsWildcard: false}}]}");
    try (DicomJsonWriter json =
        DicomJsonWriter.to(Files.newOutputStream(files.resolve("slice.json")))) {
      json.write(Part10Reader.create().read(files.resolve("slice.dcm")).dataset());
    }
    Files.writeString(
        files.resolve("config.toml"),
        "[servers.site]\nurl = \"" + url + "\"\nheader = [\"X-Site: one\"]\nretries = 1\n");
    names.put("url", url);
    names.put("wado", wadoUri);
    names.put("files", files.toString());
    names.put("study", SLICE.studyInstanceUid());
    names.put("series", SLICE.seriesInstanceUid());
    names.put("instance", SLICE.sopInstanceUid());
    TestObject many = TestStudies.multiFrame();
    names.put("frames.series", many.seriesInstanceUid());
    names.put("frames.instance", many.sopInstanceUid());
    names.put("hand", TestStudies.secondStudy().get(0).studyInstanceUid());
    names.put("header", "X-Ward: a b");
    names.put("header2", "X-Floor: 2");
    names.put("name", TestStudies.PHANTOM_PATIENT_NAME);
  }

  /** Where the pixels of the slice are, as the server says. */
  void findPixels(DicomWebClient client) {
    Dataset dataset =
        client.retrieveMetadata(name("study"), name("series"), name("instance")).execute().get(0);
    String uri = dataset.bulkData(Tag.PixelData).orElseThrow().uri();
    names.put("pixels", uri);
    names.put("pixels.relative", uri.substring(uri.indexOf("/studies") + 1));
  }

  Row.Server server() {
    return server;
  }

  Path directory() {
    return directory;
  }

  String name(String name) {
    return filled("<" + name + ">");
  }

  /** A text with the names filled in. */
  String filled(String text) {
    String filled = text;
    for (Map.Entry<String, String> name : names.entrySet()) {
      filled = filled.replace("<" + name.getKey() + ">", name.getValue());
    }
    return filled;
  }
}
