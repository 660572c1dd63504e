// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.internal.decode;

import io.github.dicomweb.config.Limits;
import io.github.dicomweb.dicom.Dataset;
import io.github.dicomweb.dicom.json.DicomJsonReader;
import io.github.dicomweb.dicom.xml.DicomXmlReader;
import io.github.dicomweb.error.DicomFormatException;
import io.github.dicomweb.error.Warning;
import io.github.dicomweb.internal.http.Answer;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import okio.BufferedSource;
import org.jspecify.annotations.Nullable;

/**
 * An answer that is one dataset, in JSON (an object, or an array of one) or in XML. The first
 * character decides: servers leave the media type out, or call it text.
 */
public final class SingleDataset {
  private SingleDataset() {}

  /**
   * Reads it.
   *
   * @param answer the answer; not closed
   * @param limits the limits of what is read
   * @param warnings takes what was tolerated
   * @return the dataset; nothing if the body is empty or is neither JSON nor XML
   */
  public static Optional<Dataset> read(Answer answer, Limits limits, List<Warning> warnings) {
    try {
      BufferedSource source = answer.source();
      return switch (first(source)) {
        case '{', '[' -> Optional.ofNullable(json(source, limits, warnings));
        case '<' -> Optional.of(DicomXmlReader.from(source.inputStream(), limits).read());
        default -> Optional.empty();
      };
    } catch (DicomFormatException e) {
      throw answer
          .malformed("the dataset of the answer cannot be read")
          .byteOffset(e.byteOffset().orElse(-1))
          .location(e.location().orElse(null))
          .cause(e)
          .build();
    } catch (IOException e) {
      throw answer.failure(e);
    }
  }

  private static @Nullable Dataset json(
      BufferedSource source, Limits limits, List<Warning> warnings) throws IOException {
    try (DicomJsonReader reader = DicomJsonReader.from(source.inputStream(), limits)) {
      Dataset dataset = reader.next();
      // Reading on to the end is what shows that the answer was not cut.
      for (Dataset more = reader.next(); more != null; more = reader.next()) {
        warnings.add(Warning.tolerated("more than one dataset where one was expected"));
      }
      reader
          .warnings()
          .forEach(d -> warnings.add(Warning.tolerated(d.description() + " at " + d.location())));
      return dataset;
    }
  }

  /** The first character that is not white space or a byte order mark, or 0. */
  private static int first(BufferedSource source) throws IOException {
    for (long i = 0; source.request(i + 1); i++) {
      int b = source.getBuffer().getByte(i) & 0xFF;
      boolean ignorable = b <= ' ' || b == 0xEF || b == 0xBB || b == 0xBF;
      if (!ignorable) {
        return b;
      }
    }
    return 0;
  }
}
