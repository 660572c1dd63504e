// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.testkit.internal.archive;

import io.github.dicomweb.dicom.Dataset;
import io.github.dicomweb.dicom.TransferSyntax;
import java.util.Arrays;

/**
 * An instance: its file as it came, and its attributes with references where bulk data was. Nothing
 * changes it.
 */
public final class StoredInstance {
  private final InstanceIdentity identity;
  private final TransferSyntax transferSyntax;
  private final Dataset attributes;
  private final byte[] file;

  StoredInstance(
      InstanceIdentity identity, TransferSyntax transferSyntax, Dataset attributes, byte[] file) {
    this.identity = identity;
    this.transferSyntax = transferSyntax;
    this.attributes = attributes;
    this.file = file;
  }

  public InstanceIdentity identity() {
    return identity;
  }

  public TransferSyntax transferSyntax() {
    return transferSyntax;
  }

  /** The dataset; the URIs of bulk data are relative to the instance. */
  public Dataset attributes() {
    return attributes;
  }

  /** The file, which is not to be changed. */
  public byte[] file() {
    return file;
  }

  boolean isSameFile(StoredInstance other) {
    return Arrays.equals(file, other.file);
  }

  /** The dataset with all its values, read again from the file. */
  public Dataset wholeDataset() {
    return InstanceReader.read(file).dataset();
  }

  @Override
  public String toString() {
    return "StoredInstance[" + file.length + " bytes]";
  }
}
