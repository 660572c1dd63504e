// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.examples;

import io.github.dicomweb.dicom.CodedConcept;
import io.github.dicomweb.dicom.Dataset;
import io.github.dicomweb.dicom.DatasetBuilder;
import io.github.dicomweb.dicom.Tag;
import io.github.dicomweb.dicom.build.NewInstance;
import java.util.stream.Stream;

/**
 * A structured report of a finding in an image: a Basic Text SR (PS3.3 §A.35.1) whose content tree
 * is as the template of imaging reports has it (PS3.16 TID 2000).
 */
final class BasicTextReport {
  static final String SOP_CLASS_UID = "1.2.840.10008.5.1.4.1.1.88.11";

  private static final CodedConcept TITLE =
      CodedConcept.of("18748-4", "LN", "Diagnostic imaging report");
  private static final CodedConcept LANGUAGE =
      CodedConcept.of("121049", "DCM", "Language of Content Item and Descendants");
  private static final CodedConcept ENGLISH = CodedConcept.of("en", "RFC5646", "English");
  private static final CodedConcept OBSERVER =
      CodedConcept.of("121008", "DCM", "Person Observer Name");
  private static final CodedConcept FINDINGS = CodedConcept.of("121070", "DCM", "Findings");
  private static final CodedConcept FINDING = CodedConcept.of("121071", "DCM", "Finding");

  private BasicTextReport() {}

  /**
   * The report.
   *
   * @param image the metadata of the image that it is about
   * @param observer who says it, in the notation of DICOM
   * @param finding what
   */
  static Dataset of(Dataset image, String observer, String finding) {
    return NewInstance.inStudyOf(image, SOP_CLASS_UID, "SR")
        .put(Tag.SeriesDescription, "Report")
        .putSequence(Tag.ReferencedPerformedProcedureStepSequence)
        .putSequence(Tag.PerformedProcedureCodeSequence)
        .put(Tag.CompletionFlag, "COMPLETE")
        .put(Tag.VerificationFlag, "UNVERIFIED")
        .putSequence(Tag.CurrentRequestedProcedureEvidenceSequence, evidence(image))
        .put(Tag.ValueType, "CONTAINER")
        .put(Tag.ContinuityOfContent, "SEPARATE")
        .putCodes(Tag.ConceptNameCodeSequence, TITLE)
        .putSequence(
            Tag.ContentTemplateSequence,
            Dataset.builder()
                .put(Tag.MappingResource, "DCMR")
                .put(Tag.TemplateIdentifier, "2000")
                .build())
        .putSequence(
            Tag.ContentSequence,
            named("HAS CONCEPT MOD", "CODE", LANGUAGE)
                .putCodes(Tag.ConceptCodeSequence, ENGLISH)
                .build(),
            named("HAS OBS CONTEXT", "PNAME", OBSERVER).put(Tag.PersonName, observer).build(),
            named("CONTAINS", "CONTAINER", FINDINGS)
                .put(Tag.ContinuityOfContent, "SEPARATE")
                .putSequence(
                    Tag.ContentSequence,
                    named("CONTAINS", "TEXT", FINDING).put(Tag.TextValue, finding).build(),
                    item("CONTAINS", "IMAGE")
                        .putSequence(Tag.ReferencedSOPSequence, reference(image))
                        .build())
                .build())
        .build();
  }

  private static DatasetBuilder named(String relationship, String valueType, CodedConcept name) {
    return item(relationship, valueType).putCodes(Tag.ConceptNameCodeSequence, name);
  }

  private static DatasetBuilder item(String relationship, String valueType) {
    return Dataset.builder().put(Tag.RelationshipType, relationship).put(Tag.ValueType, valueType);
  }

  /** Every instance that a report refers to must be listed with its study and series. */
  private static Dataset evidence(Dataset image) {
    return Dataset.builder()
        .put(Tag.StudyInstanceUID, image.string(Tag.StudyInstanceUID).orElseThrow())
        .putSequence(
            Tag.ReferencedSeriesSequence,
            Dataset.builder()
                .put(Tag.SeriesInstanceUID, image.string(Tag.SeriesInstanceUID).orElseThrow())
                .putSequence(Tag.ReferencedSOPSequence, reference(image))
                .build())
        .build();
  }

  private static Dataset reference(Dataset image) {
    return Dataset.builder()
        .put(Tag.ReferencedSOPClassUID, image.string(Tag.SOPClassUID).orElseThrow())
        .put(Tag.ReferencedSOPInstanceUID, image.string(Tag.SOPInstanceUID).orElseThrow())
        .build();
  }

  /** The content tree as people read it, an item a line. */
  static void print(Dataset item, int depth) {
    String name = item.code(Tag.ConceptNameCodeSequence).flatMap(CodedConcept::meaning).orElse("");
    String line =
        String.join(": ", Stream.of(name, value(item)).filter(t -> !t.isEmpty()).toList());
    System.out.println("  ".repeat(depth) + line);
    for (Dataset child : item.sequence(Tag.ContentSequence)) {
      print(child, depth + 1);
    }
  }

  private static String value(Dataset item) {
    return switch (item.string(Tag.ValueType).orElse("")) {
      case "TEXT" -> item.string(Tag.TextValue).orElse("");
      case "PNAME" -> item.personName(Tag.PersonName).map(Names::readable).orElse("");
      case "CODE" -> item.code(Tag.ConceptCodeSequence).flatMap(CodedConcept::meaning).orElse("");
      case "IMAGE" -> "(an image)";
      default -> "";
    };
  }
}
