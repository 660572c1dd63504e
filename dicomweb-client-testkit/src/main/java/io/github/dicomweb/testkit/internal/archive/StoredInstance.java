// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.testkit.internal.archive;

import io.github.dicomweb.dicom.BinaryElement;
import io.github.dicomweb.dicom.Dataset;
import io.github.dicomweb.dicom.FragmentsElement;
import io.github.dicomweb.dicom.TransferSyntax;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/**
 * An instance: its file as it came, and its attributes with references where bulk data was. Nothing
 * changes it.
 */
public final class StoredInstance {
  private final InstanceIdentity identity;
  private final TransferSyntax transferSyntax;
  private final Dataset attributes;
  private final Map<String, FileRange> large;
  private final byte[] file;

  StoredInstance(
      InstanceIdentity identity,
      TransferSyntax transferSyntax,
      Dataset attributes,
      Map<String, FileRange> large,
      byte[] file) {
    this.identity = identity;
    this.transferSyntax = transferSyntax;
    this.attributes = attributes;
    this.large = Map.copyOf(large);
    this.file = file;
  }

  public InstanceIdentity identity() {
    return identity;
  }

  public TransferSyntax transferSyntax() {
    return transferSyntax;
  }

  /** The dataset; the URIs of bulk data are their names. */
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

  /** A binary value by its name: where the file has it, or read again when it is not there so. */
  public Optional<BulkValue> bulkValue(String name) {
    FileRange range = large.get(name);
    if (range != null && !transferSyntax.isBigEndian() && !transferSyntax.isEncapsulated()) {
      return Optional.of(
          BulkValue.of(
              ByteBuffer.wrap(file, range.offset(), range.length()).slice().asReadOnlyBuffer()));
    }
    return BulkData.find(InstanceReader.read(file).dataset(), name)
        .flatMap(
            element ->
                element instanceof BinaryElement binary
                    ? Optional.of(BulkValue.of(binary.asByteBuffer()))
                    : element instanceof FragmentsElement
                        ? Optional.of(BulkValue.COMPRESSED)
                        : Optional.empty());
  }

  @Override
  public String toString() {
    return "StoredInstance[" + file.length + " bytes]";
  }
}
