// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.testkit.internal.archive;

import io.github.dicomweb.dicom.BinaryElement;
import io.github.dicomweb.dicom.Dataset;
import io.github.dicomweb.dicom.FragmentsElement;
import io.github.dicomweb.dicom.Tag;
import io.github.dicomweb.dicom.Tags;
import io.github.dicomweb.dicom.TransferSyntax;
import io.github.dicomweb.dicom.part10.Part10File;
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

  /** What the file holds, read again. */
  public Part10File content() {
    return InstanceReader.read(file);
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

  /** The encapsulated document, without the byte that made its length even. */
  public Optional<ByteBuffer> document() {
    if (!attributes.contains(Tag.EncapsulatedDocument)) {
      return Optional.empty();
    }
    long length = attributes.longValue(Tag.EncapsulatedDocumentLength).orElse(Long.MAX_VALUE);
    return bulkValue(Tags.toHex(Tag.EncapsulatedDocument))
        .map(BulkValue::bytes)
        .map(bytes -> withLength(bytes, length));
  }

  private static ByteBuffer withLength(ByteBuffer bytes, long length) {
    int count = (int) Math.min(bytes.remaining(), length);
    return bytes.duplicate().limit(bytes.position() + count);
  }

  /** Encapsulated pixel data by its name, read again; nothing where the value is another. */
  public Optional<FragmentsElement> fragments(String name) {
    if (!transferSyntax.isEncapsulated()) {
      return Optional.empty();
    }
    return BulkData.find(InstanceReader.read(file).dataset(), name)
        .filter(FragmentsElement.class::isInstance)
        .map(FragmentsElement.class::cast);
  }

  @Override
  public String toString() {
    return "StoredInstance[" + file.length + " bytes]";
  }
}
