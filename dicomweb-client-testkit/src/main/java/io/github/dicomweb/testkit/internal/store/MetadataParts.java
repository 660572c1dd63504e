// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.testkit.internal.store;

import io.github.dicomweb.dicom.BulkDataElement;
import io.github.dicomweb.dicom.Dataset;
import io.github.dicomweb.dicom.DatasetBuilder;
import io.github.dicomweb.dicom.FragmentsElement;
import io.github.dicomweb.dicom.Tag;
import io.github.dicomweb.dicom.TransferSyntax;
import io.github.dicomweb.dicom.VR;
import io.github.dicomweb.dicom.json.DicomJsonReader;
import io.github.dicomweb.dicom.part10.BulkDataContent;
import io.github.dicomweb.dicom.part10.Part10Writer;
import io.github.dicomweb.dicom.xml.DicomXmlReader;
import io.github.dicomweb.error.DicomFormatException;
import io.github.dicomweb.media.BulkMediaTypes;
import io.github.dicomweb.media.MediaType;
import io.github.dicomweb.testkit.internal.archive.Links;
import io.github.dicomweb.testkit.internal.archive.Refusal;
import io.github.dicomweb.testkit.internal.http.HttpProblem;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Metadata and the bulk data that it refers to (PS3.18 §10.5.2, §8.6.1.2): in JSON all datasets in
 * the first part, in XML a part for each, and behind them the values under the URIs that stand in
 * their place. Several parts under the URI of the pixel data are its frames.
 */
final class MetadataParts {
  private final URI base;
  private final List<Dataset> datasets;
  private final Map<String, List<StorePart>> values = new HashMap<>();

  private MetadataParts(URI base, List<Dataset> datasets) {
    this.base = base;
    this.datasets = datasets;
  }

  /** The datasets and values, or 400 for metadata that cannot be read. */
  static MetadataParts of(StoreParts body, Links links) {
    List<Dataset> datasets = new ArrayList<>();
    List<StorePart> parts = body.parts();
    int next = 0;
    while (next < parts.size() && parts.get(next).type().equals(body.type())) {
      datasets.addAll(read(parts.get(next)));
      next++;
    }
    boolean isArray = body.type().equals(StorePart.JSON);
    if (datasets.isEmpty() || (isArray && next > 1)) {
      throw HttpProblem.badRequest("The metadata is not where it belongs.");
    }
    MetadataParts metadata = new MetadataParts(URI.create(links.base() + "/studies"), datasets);
    for (StorePart part : parts.subList(next, parts.size())) {
      if (part.location().isEmpty() || part.type().equals(body.type())) {
        throw HttpProblem.badRequest("A part of bulk data has no Content-Location.");
      }
      metadata
          .values
          .computeIfAbsent(metadata.absolute(part.location()), uri -> new ArrayList<>())
          .add(part);
    }
    return metadata;
  }

  private static List<Dataset> read(StorePart part) {
    BufferInput in = new BufferInput(part.content());
    try {
      if (part.type().equals(StorePart.XML)) {
        try (DicomXmlReader reader = DicomXmlReader.from(in).strict()) {
          return List.of(reader.read());
        }
      }
      if (!startsArray(part)) {
        throw HttpProblem.badRequest("The metadata is no array.");
      }
      try (DicomJsonReader reader = DicomJsonReader.from(in).strict()) {
        return reader.readAll();
      }
    } catch (IOException | DicomFormatException e) {
      throw HttpProblem.badRequest("The metadata cannot be read.");
    }
  }

  private static boolean startsArray(StorePart part) {
    BufferInput in = new BufferInput(part.content());
    int first = in.read();
    while (first == ' ' || first == '\t' || first == '\r' || first == '\n') {
      first = in.read();
    }
    return first == '[';
  }

  private String absolute(String uri) {
    try {
      return base.resolve(uri).toString();
    } catch (IllegalArgumentException e) {
      // any text may name a value, as long as both sides use the same
      return uri;
    }
  }

  List<Dataset> datasets() {
    return datasets;
  }

  /** A dataset with its values as a DICOM file. */
  byte[] toFile(Dataset dataset) throws Refusal {
    TransferSyntax syntax = TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN;
    DatasetBuilder builder = dataset.toBuilder().remove(Tag.AvailableTransferSyntaxUID);
    if (dataset.element(Tag.PixelData).orElse(null) instanceof BulkDataElement pixels) {
      List<StorePart> frames = parts(pixels, dataset);
      syntax = transferSyntax(frames.get(0), dataset);
      if (syntax.isEncapsulated()) {
        builder
            .put(FragmentsElement.of(Tag.PixelData, VR.OB, fragments(frames)))
            .remove(Tag.ExtendedOffsetTable)
            .remove(Tag.ExtendedOffsetTableLengths);
      }
    }
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    try {
      Part10Writer.create()
          .transferSyntax(syntax)
          .bulkData((element, path) -> BulkDataContent.of(onlyPart(element).bytes()))
          .write(builder.build(), file);
    } catch (IOException | DicomFormatException e) {
      throw Refusal.of(
          Refusal.CANNOT_UNDERSTAND, "the dataset and its values make no file", dataset);
    }
    return file.toByteArray();
  }

  private static List<byte[]> fragments(List<StorePart> frames) {
    List<byte[]> fragments = new ArrayList<>();
    fragments.add(new byte[0]);
    frames.forEach(frame -> fragments.add(frame.bytes()));
    return fragments;
  }

  private List<StorePart> parts(BulkDataElement element, Dataset dataset) throws Refusal {
    List<StorePart> found = values.get(absolute(element.reference().uri()));
    if (found == null) {
      throw Refusal.of(Refusal.CANNOT_UNDERSTAND, "bulk data is missing", dataset);
    }
    return found;
  }

  private StorePart onlyPart(BulkDataElement element) throws IOException {
    List<StorePart> found = values.get(absolute(element.reference().uri()));
    if (found == null || found.size() != 1) {
      throw new IOException("not exactly one part for a value");
    }
    return found.get(0);
  }

  /** What the type of a part of pixel data says about them (PS3.18 §8.7.3.3). */
  private static TransferSyntax transferSyntax(StorePart part, Dataset dataset) throws Refusal {
    MediaType type = MediaType.of(part.type().isEmpty() ? "application/octet-stream" : part.type());
    String named = part.transferSyntax();
    Optional<TransferSyntax> syntax =
        named == null
            ? BulkMediaTypes.defaultTransferSyntaxOf(type)
            : Optional.of(TransferSyntax.of(named)).filter(s -> BulkMediaTypes.carries(type, s));
    return syntax.orElseThrow(
        () ->
            Refusal.of(
                Refusal.TRANSFER_SYNTAX_NOT_SUPPORTED, "pixels of another media type", dataset));
  }
}
