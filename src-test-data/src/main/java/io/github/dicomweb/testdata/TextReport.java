// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.testdata;

/** A Basic Text SR about the phantom (PS3.3 §A.35.1), with headings inside headings. */
final class TextReport {
  private TextReport() {}

  static DataElements object(DataElements lesionSlice) {
    DataElements report =
        Subject.phantomStudy(Uids.BASIC_TEXT_SR_STORAGE, "phantom/sr/1")
            .set(Attr.InstanceNumber, 1)
            .sequence(Attr.ReferencedPerformedProcedureStepSequence)
            .sequence(Attr.PerformedProcedureCodeSequence)
            .set(Attr.CompletionFlag, "COMPLETE")
            .set(Attr.VerificationFlag, "UNVERIFIED")
            .sequence(Attr.CurrentRequestedProcedureEvidenceSequence, evidence(lesionSlice))
            .set(Attr.ValueType, "CONTAINER")
            .set(Attr.ContinuityOfContent, "SEPARATE")
            .sequence(
                Attr.ConceptNameCodeSequence,
                Subject.code("18748-4", "LN", "Diagnostic imaging report"))
            .sequence(
                Attr.ContentTemplateSequence,
                new DataElements()
                    .set(Attr.MappingResource, "DCMR")
                    .set(Attr.TemplateIdentifier, "2000"))
            .sequence(Attr.ContentSequence, language(), observer(), findings(lesionSlice), end());
    return Subject.series(report, "phantom/sr", 3, "SR", "所見 report");
  }

  private static DataElements evidence(DataElements image) {
    return new DataElements()
        .set(Attr.StudyInstanceUID, image.ascii(Attr.StudyInstanceUID))
        .sequence(
            Attr.ReferencedSeriesSequence,
            new DataElements()
                .set(Attr.SeriesInstanceUID, image.ascii(Attr.SeriesInstanceUID))
                .sequence(Attr.ReferencedSOPSequence, Subject.reference(image)));
  }

  private static DataElements language() {
    return item("HAS CONCEPT MOD", "CODE")
        .sequence(
            Attr.ConceptNameCodeSequence,
            Subject.code("121049", "DCM", "Language of Content Item and Descendants"))
        .sequence(Attr.ConceptCodeSequence, Subject.code("ja", "RFC5646", "Japanese"));
  }

  private static DataElements observer() {
    return item("HAS OBS CONTEXT", "PNAME")
        .sequence(
            Attr.ConceptNameCodeSequence, Subject.code("121008", "DCM", "Person Observer Name"))
        .set(Attr.PersonName, "Suzuki^Hanako=鈴木^花子=すずき^はなこ");
  }

  private static DataElements findings(DataElements lesionSlice) {
    DataElements picture = item("CONTAINS", "IMAGE");
    picture.sequence(Attr.ReferencedSOPSequence, Subject.reference(lesionSlice));
    return heading(
        "121070",
        "Findings",
        text("121071", "Finding", "左前頭葉に高吸収域を認める。周囲に浮腫を伴う。"),
        heading(
            "121076",
            "Conclusions",
            text("121077", "Conclusion", "Bright lesion on the left; ventricles not displaced.")),
        picture);
  }

  private static DataElements end() {
    return heading(
        "121074",
        "Recommendations",
        text(
            "121075",
            "Recommendation",
            "Prüfkörper – keine Maßnahme nötig.\r\nSynthetic phantom, not a person: ½ µ € 頭."));
  }

  private static DataElements heading(String code, String meaning, DataElements... content) {
    return item("CONTAINS", "CONTAINER")
        .set(Attr.ContinuityOfContent, "SEPARATE")
        .sequence(Attr.ConceptNameCodeSequence, Subject.code(code, "DCM", meaning))
        .sequence(Attr.ContentSequence, content);
  }

  private static DataElements text(String code, String meaning, String value) {
    return item("CONTAINS", "TEXT")
        .sequence(Attr.ConceptNameCodeSequence, Subject.code(code, "DCM", meaning))
        .set(Attr.TextValue, value);
  }

  private static DataElements item(String relationship, String valueType) {
    return new DataElements()
        .set(Attr.RelationshipType, relationship)
        .set(Attr.ValueType, valueType);
  }
}
