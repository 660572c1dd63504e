// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.testdata;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The two committed studies of people who do not exist, for the tests of other modules.
 *
 * <p>Everything is immutable and safe for use by several threads.
 */
public final class TestStudies {
  /** Patient's Name in all objects of {@link #phantomStudy()}, three component groups, UTF-8. */
  public static final String PHANTOM_PATIENT_NAME = "Yamada^Tarou=山田^太郎=やまだ^たろう";

  /** Patient ID in {@link #phantomStudy()}. */
  public static final String PHANTOM_PATIENT_ID = "PHANTOM-1";

  /** Accession Number of {@link #phantomStudy()}. */
  public static final String PHANTOM_ACCESSION_NUMBER = "ACC-2026-0001";

  /** Patient's Name in all objects of {@link #secondStudy()}, encoded in ISO 8859-1. */
  public static final String SECOND_PATIENT_NAME = "Müller^Jürgen";

  /** Patient ID in {@link #secondStudy()}. */
  public static final String SECOND_PATIENT_ID = "HAND-2";

  /** Accession Number of {@link #secondStudy()}. */
  public static final String SECOND_ACCESSION_NUMBER = "ACC-2026-0002";

  /** Private Creator (0029,0010) in one object of {@link #secondStudy()}. */
  public static final String PRIVATE_CREATOR = "DICOMWEB TEST 1.0";

  private static final List<TestObject> ALL = read();

  private TestStudies() {}

  /** Every object, in the order of the index. */
  public static List<TestObject> all() {
    return ALL;
  }

  /** The study of the head phantom: four series. */
  public static List<TestObject> phantomStudy() {
    return below("phantom/");
  }

  /** The CT slices of the phantom, from the lowest to the highest. */
  public static List<TestObject> ctSlices() {
    return below("phantom/1-ct/");
  }

  /** The multi-frame object: eight frames of 64 rows, 64 columns and eight bits. */
  public static TestObject multiFrame() {
    return only("phantom/2-multi-frame/");
  }

  /** The Basic Text SR. */
  public static TestObject structuredReport() {
    return only("phantom/3-sr/");
  }

  /** The Encapsulated PDF. */
  public static TestObject encapsulatedPdf() {
    return only("phantom/4-pdf/");
  }

  /** The study of the hand: one series, every object in another transfer syntax. */
  public static List<TestObject> secondStudy() {
    return below("second/");
  }

  /** The radiograph with private attributes and nested sequences of undefined length. */
  public static TestObject privateAndNested() {
    return only("second/1-cr/private-and-nested.dcm");
  }

  /** The radiograph in Explicit VR Big Endian. */
  public static TestObject bigEndian() {
    return only("second/1-cr/big-endian.dcm");
  }

  /** The radiograph in Deflated Explicit VR Little Endian. */
  public static TestObject deflated() {
    return only("second/1-cr/deflated.dcm");
  }

  /**
   * Copies every object below a directory, in folders of studies and series.
   *
   * @return the files, in the order of {@link #all()}
   * @throws IOException when a file cannot be written
   */
  public static List<Path> copyAllTo(Path dir) throws IOException {
    List<Path> files = new ArrayList<>();
    for (TestObject object : ALL) {
      files.add(object.copyTo(dir));
    }
    return List.copyOf(files);
  }

  private static List<TestObject> below(String prefix) {
    return ALL.stream().filter(object -> object.fileName().startsWith(prefix)).toList();
  }

  private static TestObject only(String prefix) {
    List<TestObject> found = below(prefix);
    if (found.size() != 1) {
      throw new IllegalStateException(found.size() + " objects below " + prefix);
    }
    return found.get(0);
  }

  private static List<TestObject> read() {
    try (InputStream in = TestStudies.class.getResourceAsStream(Index.FILE_NAME)) {
      if (in == null) {
        throw new FileNotFoundException("no resource " + Index.FILE_NAME);
      }
      return Index.parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
