// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.cli.command;

import java.util.List;

/** What is searched for, and what a table shows of it unless columns are named. */
enum Level {
  STUDIES(
      "PatientName",
      "PatientID",
      "StudyDate",
      "ModalitiesInStudy",
      "AccessionNumber",
      "NumberOfStudyRelatedInstances",
      "StudyInstanceUID"),
  SERIES(
      "Modality",
      "SeriesNumber",
      "SeriesDescription",
      "NumberOfSeriesRelatedInstances",
      "StudyInstanceUID",
      "SeriesInstanceUID"),
  INSTANCES(
      "InstanceNumber",
      "SOPClassUID",
      "NumberOfFrames",
      "Rows",
      "Columns",
      "SeriesInstanceUID",
      "SOPInstanceUID"),
  PATIENTS("PatientName", "PatientID", "PatientBirthDate", "PatientSex");

  private final String columns;

  Level(String... columns) {
    this.columns = String.join(",", columns);
  }

  List<String> columns() {
    return List.of(columns.split(",", -1));
  }
}
