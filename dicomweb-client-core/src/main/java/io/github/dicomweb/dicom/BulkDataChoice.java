// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.dicom;

import org.jspecify.annotations.Nullable;

/** What a {@link BulkDataHandler} decides about a value. Immutable. */
public final class BulkDataChoice {
  private static final BulkDataChoice KEEP = new BulkDataChoice(null);
  private static final BulkDataChoice OMIT = new BulkDataChoice(null);

  private final @Nullable BulkDataReference reference;

  private BulkDataChoice(@Nullable BulkDataReference reference) {
    this.reference = reference;
  }

  /**
   * Leaves the attribute as it is: bytes are written inline, a reference stays the reference that
   * it is. Fragments have no inline form in JSON and XML: there it is an error.
   *
   * @return the choice
   */
  public static BulkDataChoice keep() {
    return KEEP;
  }

  /**
   * Leaves the attribute out altogether.
   *
   * @return the choice
   */
  public static BulkDataChoice omit() {
    return OMIT;
  }

  /**
   * Puts a reference in the place of the value.
   *
   * @param uri where the value will be, absolute or relative to the address of the metadata (PS3.18
   *     §F.2.6)
   * @return the choice
   * @throws IllegalArgumentException if the URI is blank
   */
  public static BulkDataChoice refer(String uri) {
    return new BulkDataChoice(BulkDataReference.of(uri));
  }

  /** The element to have instead; null for none. */
  @Nullable Element applyTo(Element element) {
    if (reference != null) {
      return BulkDataElement.of(element.tag(), element.vr(), reference);
    }
    return this == OMIT ? null : element;
  }

  /** Without the URI, which carries identifiers. */
  @Override
  public String toString() {
    return "BulkDataChoice";
  }
}
