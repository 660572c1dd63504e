// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.dicom.part10;

import io.github.dicomweb.dicom.BinaryElement;
import io.github.dicomweb.dicom.Dataset;
import io.github.dicomweb.dicom.DatasetBuilder;
import io.github.dicomweb.dicom.NumberElement;
import io.github.dicomweb.dicom.Tag;
import io.github.dicomweb.dicom.Tags;
import io.github.dicomweb.dicom.TransferSyntax;
import io.github.dicomweb.dicom.VR;
import io.github.dicomweb.error.DicomFormatException;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/**
 * Writes DICOM files (PS3.10) in Explicit VR Little Endian or, where pixel data is in fragments, in
 * the encapsulated transfer syntax that it is in. Pixels are never recompressed.
 *
 * <p>What comes out:
 *
 * <ul>
 *   <li>File meta information that is made anew: SOP class and instance are those of the dataset.
 *   <li>Text in UTF-8, with Specific Character Set (0008,0005) {@code ISO_IR 192} in the dataset
 *       and in each item that had one. Bytes whose VR is UN stay as they are.
 *   <li>Sequences and items of undefined length, values padded to even length as their VR has it.
 *   <li>UN in the place of VRs that the standard does not have, and of those with a length of 16
 *       bits whose value is larger (PS3.5 §6.2.2).
 *   <li>No group lengths, nothing of groups 0000 and 0002.
 *   <li>The basic offset table as it is in the dataset; an empty one when odd fragments had to be
 *       padded.
 * </ul>
 *
 * <p>What a file cannot hold is an error that names the tag path: a number that is missing among
 * others or out of range, a backslash in one of several values, characters beyond ISO 8859-1 in a
 * VR that has its own repertoire, a DICOMDIR, a value larger than 4 GB; and a UID of more than 64
 * characters or of others than digits and dots, under which nothing could be found again. The
 * lengths, characters and formats that other VRs have (PS3.5 table 6.2-1) are not checked: what a
 * server sent too long is read by others, too, and refusing it would cost more than it helps.
 *
 * <p>Immutable: each option gives a changed copy, and any number of threads may write with one
 * writer.
 */
public final class Part10Writer {
  /** The Implementation Class UID (0002,0012) of the files. */
  public static final String IMPLEMENTATION_CLASS_UID =
      "2.25.282695696657112590703492476070941274242";

  /** The Implementation Version Name (0002,0013) of the files. */
  public static final String IMPLEMENTATION_VERSION_NAME = "DICOMWEB_JAVA";

  private static final int BUFFER = 64 * 1024;
  private static final BulkDataResolver NONE =
      (element, path) -> {
        throw DicomFormatException.ofValue("a reference to bulk data, and no resolver", path);
      };
  private static final Part10Writer DEFAULT = new Part10Writer(null, NONE);

  private final @Nullable TransferSyntax syntax;
  private final BulkDataResolver resolver;

  private Part10Writer(@Nullable TransferSyntax syntax, BulkDataResolver resolver) {
    this.syntax = syntax;
    this.resolver = resolver;
  }

  /**
   * A writer that refuses references to bulk data.
   *
   * @return the writer
   */
  public static Part10Writer create() {
    return DEFAULT;
  }

  /**
   * Sets the transfer syntax; it says what the fragments of the pixel data are in and changes
   * nothing in them.
   *
   * @param value Explicit VR Little Endian or an encapsulated one
   * @return a changed copy
   * @throws IllegalArgumentException if it is implicit, big endian or deflated
   */
  public Part10Writer transferSyntax(TransferSyntax value) {
    if (!isWritable(value)) {
      throw new IllegalArgumentException(
          "neither Explicit VR Little Endian nor an encapsulated transfer syntax");
    }
    return new Part10Writer(value, resolver);
  }

  private static boolean isWritable(TransferSyntax syntax) {
    return syntax.equals(TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN)
        || (syntax.isEncapsulated() && !syntax.isDeflated());
  }

  /**
   * Says where values are that are not in the dataset; they are copied through and never held in
   * memory, but for text that has to be re-encoded.
   *
   * @param value for example {@link BulkDataResolver#filesBelow}
   * @return a changed copy
   */
  public Part10Writer bulkData(BulkDataResolver value) {
    return new Part10Writer(syntax, value);
  }

  /**
   * Writes a dataset, in Explicit VR Little Endian unless told otherwise. Values of DICOM files
   * that it refers to are taken as little endian.
   *
   * @param dataset the dataset, with SOP Class UID and SOP Instance UID
   * @param out flushed and not closed
   * @throws IOException if writing or reading bulk data fails
   * @throws DicomFormatException if the dataset holds what a file of the transfer syntax cannot;
   *     what was written so far is no whole file
   */
  public void write(Dataset dataset, OutputStream out) throws IOException {
    write(
        dataset,
        Dataset.empty(),
        syntax == null ? TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN : syntax,
        Encoding.EXPLICIT_LITTLE,
        out);
  }

  /**
   * Writes what was read from a file: in its transfer syntax where that is an encapsulated one,
   * otherwise in Explicit VR Little Endian; unless told otherwise. Of its file meta information,
   * SOP class and instance count where the dataset has none.
   *
   * @param file what was read
   * @param out flushed and not closed
   * @throws IOException if writing or reading bulk data fails
   * @throws DicomFormatException as {@link #write(Dataset, OutputStream)}
   */
  public void write(Part10File file, OutputStream out) throws IOException {
    TransferSyntax target = syntax;
    if (target == null) {
      target =
          isWritable(file.transferSyntax())
              ? file.transferSyntax()
              : TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN;
    }
    write(file.dataset(), file.fileMeta(), target, Encoding.of(file.transferSyntax()), out);
  }

  /**
   * Writes a dataset into memory.
   *
   * @param dataset the dataset, with SOP Class UID and SOP Instance UID
   * @return a DICOM file
   * @throws DicomFormatException as {@link #write(Dataset, OutputStream)}
   * @throws UncheckedIOException if reading bulk data fails
   */
  public byte[] toBytes(Dataset dataset) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      write(dataset, out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  /**
   * How long the file is that {@link #write(Dataset, OutputStream)} makes of a dataset. Of values
   * elsewhere the first bytes are looked at, and text that has to be re-encoded is read.
   *
   * @param dataset the dataset, with SOP Class UID and SOP Instance UID
   * @return the length in bytes
   * @throws IOException if reading bulk data fails
   * @throws DicomFormatException as {@link #write(Dataset, OutputStream)}
   */
  public long length(Dataset dataset) throws IOException {
    CountingOutput out = new CountingOutput();
    file(
        dataset,
        Dataset.empty(),
        syntax == null ? TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN : syntax,
        Encoding.EXPLICIT_LITTLE,
        out);
    return out.count();
  }

  private void write(
      Dataset dataset,
      Dataset oldMeta,
      TransferSyntax target,
      Encoding files,
      OutputStream destination)
      throws IOException {
    OutputStream out = new BufferedOutputStream(destination, BUFFER);
    file(dataset, oldMeta, target, files, out);
    out.flush();
  }

  private void file(
      Dataset dataset, Dataset oldMeta, TransferSyntax target, Encoding files, OutputStream out)
      throws IOException {
    byte[] meta =
        meta(
            uid(dataset, Tag.SOPClassUID, oldMeta, Tag.MediaStorageSOPClassUID),
            uid(dataset, Tag.SOPInstanceUID, oldMeta, Tag.MediaStorageSOPInstanceUID),
            target);
    out.write(new byte[128]);
    out.write(new byte[] {'D', 'I', 'C', 'M'});
    ElementOutput elements = new ElementOutput(out);
    output(elements, target, files)
        .writeMeta(
            Dataset.builder()
                .put(
                    NumberElement.of(Tag.FileMetaInformationGroupLength, VR.UL, (long) meta.length))
                .build());
    out.write(meta);
    output(elements, target, files).write(dataset);
  }

  private DatasetOutput output(ElementOutput elements, TransferSyntax target, Encoding files) {
    return new DatasetOutput(
        elements, target, new BulkDataOutput(elements, target, resolver, files));
  }

  private static String uid(Dataset dataset, int tag, Dataset oldMeta, int metaTag) {
    String path = Tags.toHex(tag);
    String uid =
        dataset
            .string(tag)
            .or(() -> oldMeta.string(metaTag))
            .orElseThrow(() -> DicomFormatException.ofValue("a file needs this UID", path));
    ValueEncoder.checkUid(uid, path);
    return uid;
  }

  private byte[] meta(String sopClass, String sopInstance, TransferSyntax target)
      throws IOException {
    DatasetBuilder meta =
        Dataset.builder()
            .put(BinaryElement.of(Tag.FileMetaInformationVersion, VR.OB, new byte[] {0, 1}))
            .put(Tag.MediaStorageSOPClassUID, sopClass)
            .put(Tag.MediaStorageSOPInstanceUID, sopInstance)
            .put(Tag.TransferSyntaxUID, target.uid())
            .put(Tag.ImplementationClassUID, IMPLEMENTATION_CLASS_UID)
            .put(Tag.ImplementationVersionName, IMPLEMENTATION_VERSION_NAME);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    output(new ElementOutput(bytes), target, Encoding.EXPLICIT_LITTLE).writeMeta(meta.build());
    return bytes.toByteArray();
  }
}
