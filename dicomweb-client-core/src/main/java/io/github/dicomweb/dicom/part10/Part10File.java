// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.dicom.part10;

import io.github.dicomweb.dicom.Dataset;
import io.github.dicomweb.dicom.Deviation;
import io.github.dicomweb.dicom.TransferSyntax;
import io.github.dicomweb.error.DicomFormatException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a DICOM file holds (PS3.10 §7): all of it, or of a damaged file what could be read and the
 * {@link #problem()}. Immutable.
 */
public final class Part10File {
  private final Dataset fileMeta;
  private final Dataset dataset;
  private final TransferSyntax transferSyntax;
  private final @Nullable DicomFormatException problem;
  private final List<Deviation> warnings;

  Part10File(
      Dataset fileMeta, Dataset dataset, TransferSyntax transferSyntax, ReadState afterReading) {
    this(fileMeta, dataset, transferSyntax, afterReading.problem(), afterReading.warnings());
  }

  private Part10File(
      Dataset fileMeta,
      Dataset dataset,
      TransferSyntax transferSyntax,
      @Nullable DicomFormatException problem,
      List<Deviation> warnings) {
    this.fileMeta = fileMeta;
    this.dataset = dataset;
    this.transferSyntax = transferSyntax;
    this.problem = problem;
    this.warnings = warnings;
  }

  /**
   * A file that was not read but made, to be written.
   *
   * @param fileMeta the file meta information, group 0002; may be empty
   * @param dataset the dataset
   * @param transferSyntax the transfer syntax of the dataset
   * @return a whole file
   */
  public static Part10File of(Dataset fileMeta, Dataset dataset, TransferSyntax transferSyntax) {
    return new Part10File(fileMeta, dataset, transferSyntax, null, List.of());
  }

  /**
   * The file meta information, group 0002.
   *
   * @return the attributes; none for a file without it
   */
  public Dataset fileMeta() {
    return fileMeta;
  }

  /**
   * The dataset, as far as it was read. A value of which a part is missing is not in it.
   *
   * @return the dataset
   */
  public Dataset dataset() {
    return dataset;
  }

  /**
   * The transfer syntax of the dataset.
   *
   * @return that of the meta information, or guessed in a file that does not name it
   */
  public TransferSyntax transferSyntax() {
    return transferSyntax;
  }

  /**
   * The first damage that cost data: the file broke off, or bytes made no sense. Where the end of
   * the damaged item is known, reading went on behind it.
   *
   * @return the problem, with tag path and byte offset; empty when everything was read
   */
  public Optional<DicomFormatException> problem() {
    return Optional.ofNullable(problem);
  }

  /**
   * This file, if it is whole.
   *
   * @return this
   * @throws DicomFormatException the {@link #problem()}, if there is one
   */
  public Part10File orThrow() {
    if (problem != null) {
      throw problem;
    }
    return this;
  }

  /**
   * What was not as the standard has it and was read without loss.
   *
   * @return the first hundred deviations, with tag paths
   */
  public List<Deviation> warnings() {
    return warnings;
  }

  /** Structure only, never a value. */
  @Override
  public String toString() {
    return "Part10File["
        + dataset.size()
        + " attributes, "
        + (problem == null ? "whole" : "damaged")
        + ", "
        + warnings.size()
        + " warnings]";
  }
}
