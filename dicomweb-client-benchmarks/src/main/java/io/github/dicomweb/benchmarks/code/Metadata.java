// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.benchmarks.code;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.dicomweb.dicom.Dataset;
import io.github.dicomweb.dicom.Element;
import io.github.dicomweb.dicom.Tag;
import io.github.dicomweb.dicom.json.DicomJsonWriter;
import io.github.dicomweb.dicom.part10.Part10Reader;
import io.github.dicomweb.testdata.TestObject;
import io.github.dicomweb.testdata.TestStudies;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** DICOM JSON as servers send it, by the thousand. */
final class Metadata {
  private static final String[] PRIVATE_BLOCKS = {"0009", "0019", "0043"};
  private static final String ROOT = "1.2.826.0.1.3680043.8.1055.1.20260101";

  private Metadata() {}

  /**
   * Metadata: objects of the test studies without their pixels, each with attributes as CT scanners
   * add them, private ones among them. Decimal strings are numbers in one half of the datasets, as
   * Orthanc and dcm2json write them, and strings in the other, as dcm4chee does.
   */
  static byte[] of(int datasets) throws IOException {
    List<Map<String, String>> bases = new ArrayList<>();
    for (TestObject object : TestStudies.all()) {
      try (InputStream in = object.open()) {
        Dataset whole = Part10Reader.create().leaveOutValuesAbove(256).read(in).dataset();
        Dataset base = whole.toBuilder().remove(Tag.PixelData).build();
        Map<String, String> members = new TreeMap<>();
        for (Element element : base) {
          String json = DicomJsonWriter.toJson(Dataset.builder().put(element).build());
          members.put(json.substring(2, 10), json.substring(12, json.lastIndexOf('}')));
        }
        bases.add(members);
      }
    }
    Random random = new Random(7);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (int i = 0; i < datasets; i++) {
      Map<String, String> members = new TreeMap<>(bases.get(i % bases.size()));
      scanner(members, random, i);
      out.write(((i == 0 ? "[" : ",") + object(members)).getBytes(UTF_8));
    }
    out.write(']');
    return out.toByteArray();
  }

  private static String object(Map<String, String> members) {
    return members.entrySet().stream()
        .map(member -> "\"" + member.getKey() + "\":" + member.getValue())
        .collect(Collectors.joining(",", "{", "}"));
  }

  private static void scanner(Map<String, String> out, Random random, int i) {
    boolean quoted = i % 2 == 0;
    String uid = ROOT + "." + i / 300 + "." + (long) (random.nextDouble() * 1e15);
    text(out, "00080018", "UI", uid + "." + i);
    text(out, "00080008", "CS", "ORIGINAL", "PRIMARY", "AXIAL");
    text(out, "00080070", "LO", "GE MEDICAL SYSTEMS");
    text(out, "00080033", "TM", String.format(Locale.ROOT, "%06d.%03d", i % 240000, i % 1000));
    Map<String, String> item = new TreeMap<>();
    text(item, "00081150", "UI", "1.2.840.10008.5.1.4.1.1.2");
    text(item, "00081155", "UI", uid + ".9." + i);
    out.put("00081140", "{\"vr\":\"SQ\",\"Value\":[" + object(item) + "]}");
    String[] fixed = {"00180050:5.0", "00180060:120", "00180090:480", "00181100:338.6716"};
    for (String entry : fixed) {
      number(out, entry.substring(0, 8), "DS", quoted, entry.substring(9));
    }
    number(out, "00181151", "IS", quoted, "" + (100 + random.nextInt(200)));
    number(out, "00200013", "IS", quoted, "" + i % 300);
    number(out, "00200032", "DS", quoted, "-158.135803", "-179.035797", "-" + i * 0.625);
    number(out, "00200037", "DS", quoted, "1.0", "0.0", "0.0", "0.0", "1.0", "0.0");
    number(out, "00201041", "DS", quoted, "-" + i * 0.625);
    number(out, "00280030", "DS", quoted, "0.661468", "0.661468");
    number(out, "00280106", "SS", false, "" + -random.nextInt(2000));
    for (int block = 0; block < PRIVATE_BLOCKS.length; block++) {
      String group = PRIVATE_BLOCKS[block];
      text(out, group + "0010", "LO", "GEMS_BLOCK_" + block);
      number(out, group + "1001", "SS", false, "" + random.nextInt(20));
      number(out, group + "1002", "SL", false, "" + random.nextInt());
      number(out, group + "1003", "FL", false, "" + random.nextInt(4000) / 16.0);
      number(out, group + "1004", "DS", quoted, "" + random.nextInt(4000) / 1000.0);
    }
    byte[] noise = new byte[192];
    random.nextBytes(noise);
    out.put(
        "00431028",
        "{\"vr\":\"OB\",\"InlineBinary\":\"" + Base64.getEncoder().encodeToString(noise) + "\"}");
    out.put(
        "7FE00010",
        "{\"vr\":\"OW\",\"BulkDataURI\":\"https://pacs.example.org/dicom-web/instances/"
            + uid
            + "/bulkdata/7FE00010\"}");
  }

  private static void text(Map<String, String> out, String tag, String vr, String... values) {
    String joined = String.join("\",\"", values);
    out.put(tag, "{\"vr\":\"" + vr + "\",\"Value\":[\"" + joined + "\"]}");
  }

  private static void number(
      Map<String, String> out, String tag, String vr, boolean quoted, String... values) {
    String quote = quoted ? "\"" : "";
    String joined = quote + String.join(quote + "," + quote, values) + quote;
    out.put(tag, "{\"vr\":\"" + vr + "\",\"Value\":[" + joined + "]}");
  }
}
