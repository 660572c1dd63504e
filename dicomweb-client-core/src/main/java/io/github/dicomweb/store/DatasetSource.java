// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.store;

import io.github.dicomweb.dicom.Dataset;
import io.github.dicomweb.dicom.Tag;
import io.github.dicomweb.dicom.TransferSyntax;
import io.github.dicomweb.dicom.part10.BulkDataResolver;
import io.github.dicomweb.dicom.part10.Part10Writer;
import io.github.dicomweb.error.DicomFormatException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.OptionalLong;

/**
 * An instance that is a dataset. It becomes a DICOM file (PS3.10) in Explicit VR Little Endian, or
 * in the encapsulated transfer syntax that its fragments are in, while it is sent: values that it
 * refers to go straight from where they are. Immutable.
 */
public final class DatasetSource implements InstanceSource {
  private static final BulkDataResolver NONE =
      (element, path) -> {
        throw DicomFormatException.ofValue("a reference to bulk data, and no resolver", path);
      };

  private final Dataset dataset;
  private final BulkDataResolver bulkData;
  private final TransferSyntax transferSyntax;

  private DatasetSource(Dataset dataset, BulkDataResolver bulkData, TransferSyntax transferSyntax) {
    this.dataset = dataset;
    this.bulkData = bulkData;
    this.transferSyntax = transferSyntax;
  }

  /**
   * A dataset that holds all its values.
   *
   * @param dataset the dataset, with SOP Class UID and SOP Instance UID
   * @return the source
   */
  public static DatasetSource of(Dataset dataset) {
    return new DatasetSource(dataset, NONE, TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN);
  }

  /**
   * A dataset that refers to values.
   *
   * @param dataset the dataset, with SOP Class UID and SOP Instance UID
   * @param bulkData says where the values are; asked each time the source is looked at or sent,
   *     from whatever thread
   * @return the source
   */
  public static DatasetSource of(Dataset dataset, BulkDataResolver bulkData) {
    return new DatasetSource(dataset, bulkData, TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN);
  }

  /**
   * Says what the fragments of the pixel data are in; nothing in them is changed.
   *
   * @param value an encapsulated transfer syntax, or Explicit VR Little Endian
   * @return a changed copy
   * @throws IllegalArgumentException if it is implicit, big endian or deflated
   */
  public DatasetSource transferSyntax(TransferSyntax value) {
    Part10Writer.create().transferSyntax(value);
    return new DatasetSource(dataset, bulkData, value);
  }

  /**
   * The dataset.
   *
   * @return the dataset as it was given
   */
  public Dataset dataset() {
    return dataset;
  }

  /**
   * Where values are that the dataset refers to.
   *
   * @return a resolver, which refuses everything if none was given
   */
  public BulkDataResolver bulkData() {
    return bulkData;
  }

  /**
   * The transfer syntax.
   *
   * @return Explicit VR Little Endian unless another was given
   */
  public TransferSyntax transferSyntax() {
    return transferSyntax;
  }

  /**
   * The SOP Instance UID.
   *
   * @return the UID, or {@code dataset} if there is none
   */
  @Override
  public String name() {
    return dataset.string(Tag.SOPInstanceUID).orElse("dataset");
  }

  /**
   * The length of the file that it becomes.
   *
   * @return the length, always known
   * @throws DicomFormatException if the dataset holds what a file cannot
   */
  @Override
  public OptionalLong size() throws IOException {
    return OptionalLong.of(writer().length(dataset));
  }

  /**
   * The file that it becomes, made in memory as a whole. A store does not use this.
   *
   * @throws DicomFormatException if the dataset holds what a file cannot
   */
  @Override
  public InputStream open() throws IOException {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    writer().write(dataset, file);
    return new ByteArrayInputStream(file.toByteArray());
  }

  private Part10Writer writer() {
    return Part10Writer.create().transferSyntax(transferSyntax).bulkData(bulkData);
  }

  /** Without values. */
  @Override
  public String toString() {
    return "InstanceSource[dataset]";
  }
}
