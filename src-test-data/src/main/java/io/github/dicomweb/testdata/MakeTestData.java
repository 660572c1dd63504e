// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.testdata;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Makes the committed test objects and their index again, the same octets every time.
 *
 * <p>Run as {@code MakeTestData DIR}.
 */
public final class MakeTestData {
  private record Made(String fileName, TransferSyntax syntax, DataElements data) {
    TestObject entry() {
      return new TestObject(
          fileName,
          data.ascii(Attr.SOPClassUID),
          data.ascii(Attr.SOPInstanceUID),
          data.ascii(Attr.StudyInstanceUID),
          data.ascii(Attr.SeriesInstanceUID),
          syntax.uid());
    }
  }

  private MakeTestData() {}

  /**
   * Writes the files.
   *
   * @param args one directory, which is made when it does not exist
   * @throws IOException when a file cannot be written
   */
  public static void main(String[] args) throws IOException {
    if (args.length != 1) {
      throw new IllegalArgumentException("usage: MakeTestData DIR");
    }
    write(Path.of(args[0]));
  }

  /**
   * Writes the files, over those already there.
   *
   * @param dir is made when it does not exist
   * @throws IOException when a file cannot be written
   */
  public static void write(Path dir) throws IOException {
    List<TestObject> index = new ArrayList<>();
    for (Made made : objects()) {
      Path file = dir.resolve(made.fileName());
      Files.createDirectories(file.resolveSibling("."));
      Files.write(file, DicomFileWriter.file(made.syntax(), made.data()));
      index.add(made.entry());
    }
    Files.writeString(dir.resolve(Index.FILE_NAME), Index.format(index));
  }

  private static List<Made> objects() {
    List<Made> all = new ArrayList<>();
    for (int number = 1; number <= HeadCt.SLICES; number++) {
      all.add(
          new Made(
              String.format(Locale.ROOT, "phantom/1-ct/ct-%02d.dcm", number),
              TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN,
              HeadCt.slice(number)));
    }
    DataElements lesionSlice = all.get(HeadCt.LESION_SLICE - 1).data();
    all.add(
        new Made(
            "phantom/2-multi-frame/moving-disc.dcm",
            TransferSyntax.IMPLICIT_VR_LITTLE_ENDIAN,
            MovingDisc.object()));
    all.add(
        new Made(
            "phantom/3-sr/report.dcm",
            TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN,
            TextReport.object(lesionSlice)));
    all.add(
        new Made(
            "phantom/4-pdf/report-pdf.dcm",
            TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN,
            PdfReport.object(lesionSlice)));
    all.add(
        new Made(
            "second/1-cr/private-and-nested.dcm",
            TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN,
            HandRadiographs.object(1)));
    all.add(
        new Made(
            "second/1-cr/big-endian.dcm",
            TransferSyntax.EXPLICIT_VR_BIG_ENDIAN,
            HandRadiographs.object(2)));
    all.add(
        new Made(
            "second/1-cr/deflated.dcm",
            TransferSyntax.DEFLATED_EXPLICIT_VR_LITTLE_ENDIAN,
            HandRadiographs.object(3)));
    return all;
  }
}
