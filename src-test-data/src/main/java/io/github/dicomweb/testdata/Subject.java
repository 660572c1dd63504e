// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.testdata;

/** Attributes that objects share because they belong to one patient, study or device. */
final class Subject {
  private static final String DATE = "20260115";

  private Subject() {}

  static DataElements phantomStudy(String sopClass, String name) {
    return instance(sopClass, name, "ISO_IR 192", "101500")
        .set(Attr.TimezoneOffsetFromUTC, "+0900")
        .set(Attr.PatientName, TestStudies.PHANTOM_PATIENT_NAME)
        .set(Attr.PatientID, TestStudies.PHANTOM_PATIENT_ID)
        .set(Attr.PatientBirthDate, "19700401")
        .set(Attr.PatientSex, "O")
        .set(Attr.PatientAge, "055Y")
        .set(Attr.PatientComments, "架空の人物 – fictional person")
        .set(Attr.StudyInstanceUID, Uids.of("phantom"))
        .set(Attr.StudyID, "PHANTOM1")
        .set(Attr.AccessionNumber, TestStudies.PHANTOM_ACCESSION_NUMBER)
        .set(Attr.StudyDescription, "頭部ファントム – Kopf-Prüfkörper")
        .set(Attr.ReferringPhysicianName, "Sørensen^Åse^^Dr.");
  }

  static DataElements secondStudy(String sopClass, String name) {
    return instance(sopClass, name, "ISO_IR 100", "084530.250")
        .set(Attr.PatientName, TestStudies.SECOND_PATIENT_NAME)
        .set(Attr.PatientID, TestStudies.SECOND_PATIENT_ID)
        .set(Attr.PatientBirthDate, "19581231")
        .set(Attr.PatientSex, "M")
        .set(Attr.OtherPatientNames, "Mueller^Juergen", "Müller^J.")
        .set(Attr.StudyInstanceUID, Uids.of("second"))
        .set(Attr.StudyID, "2")
        .set(Attr.AccessionNumber, TestStudies.SECOND_ACCESSION_NUMBER)
        .set(Attr.StudyDescription, "Röntgen der linken Hand")
        .set(Attr.ReferringPhysicianName, "Brontë^Zoë");
  }

  static DataElements loadStudy(String sopClass, String name) {
    return instance(sopClass, name, "ISO_IR 192", "120000")
        .empty(Attr.PatientBirthDate)
        .empty(Attr.PatientSex)
        .set(Attr.StudyInstanceUID, Uids.of("large"))
        .set(Attr.StudyID, "LOAD")
        .empty(Attr.AccessionNumber)
        .set(Attr.StudyDescription, "Noise")
        .empty(Attr.ReferringPhysicianName);
  }

  static DataElements series(
      DataElements object, String name, int number, String modality, String description) {
    return object
        .set(Attr.SeriesInstanceUID, Uids.of(name))
        .set(Attr.SeriesNumber, number)
        .set(Attr.Modality, modality)
        .set(Attr.SeriesDescription, description)
        .set(Attr.SeriesDate, DATE)
        .set(Attr.SeriesTime, object.ascii(Attr.StudyTime))
        .set(Attr.Manufacturer, "DICOMweb client test data")
        .set(Attr.ManufacturerModelName, "MakeTestData")
        .set(Attr.DeviceSerialNumber, "0001")
        .set(Attr.SoftwareVersions, "1");
  }

  static DataElements greyPixels(DataElements image, int rows, int columns, int allocated) {
    int stored = allocated == 16 ? 12 : 8;
    return image
        .set(Attr.SamplesPerPixel, 1)
        .set(Attr.PhotometricInterpretation, "MONOCHROME2")
        .set(Attr.Rows, rows)
        .set(Attr.Columns, columns)
        .set(Attr.BitsAllocated, allocated)
        .set(Attr.BitsStored, stored)
        .set(Attr.HighBit, stored - 1)
        .set(Attr.PixelRepresentation, 0);
  }

  static DataElements code(String value, String scheme, String meaning) {
    return new DataElements()
        .set(Attr.CodeValue, value)
        .set(Attr.CodingSchemeDesignator, scheme)
        .set(Attr.CodeMeaning, meaning);
  }

  static DataElements reference(DataElements object) {
    return new DataElements()
        .set(Attr.ReferencedSOPClassUID, object.ascii(Attr.SOPClassUID))
        .set(Attr.ReferencedSOPInstanceUID, object.ascii(Attr.SOPInstanceUID));
  }

  private static DataElements instance(
      String sopClass, String name, String characterSet, String time) {
    return new DataElements()
        .set(Attr.SpecificCharacterSet, characterSet)
        .set(Attr.InstanceCreationDate, DATE)
        .set(Attr.InstanceCreationTime, time)
        .set(Attr.SOPClassUID, sopClass)
        .set(Attr.SOPInstanceUID, Uids.of(name))
        .set(Attr.StudyDate, DATE)
        .set(Attr.StudyTime, time)
        .set(Attr.ContentDate, DATE)
        .set(Attr.ContentTime, time);
  }
}
