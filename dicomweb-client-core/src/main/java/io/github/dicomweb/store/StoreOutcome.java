// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.store;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What became of one source. Immutable. */
public final class StoreOutcome {
  private final InstanceSource source;
  private final StoreStatus status;
  private final @Nullable String sopClassUid;
  private final @Nullable String sopInstanceUid;
  private final @Nullable String retrieveUrl;
  private final @Nullable StoreReason reason;
  private final String message;

  /**
   * Creates an outcome.
   *
   * @param source the source
   * @param status what became of it
   * @param sopClassUid its SOP Class UID, or null if it could not be read
   * @param sopInstanceUid its SOP Instance UID, or null if it could not be read
   * @param retrieveUrl where the server says it can be retrieved, or null
   * @param reason the failure or warning reason, or null
   * @param message what the server, or this library, says of it; empty if nothing
   */
  public StoreOutcome(
      InstanceSource source,
      StoreStatus status,
      @Nullable String sopClassUid,
      @Nullable String sopInstanceUid,
      @Nullable String retrieveUrl,
      @Nullable StoreReason reason,
      String message) {
    this.source = source;
    this.status = status;
    this.sopClassUid = sopClassUid;
    this.sopInstanceUid = sopInstanceUid;
    this.retrieveUrl = retrieveUrl;
    this.reason = reason;
    this.message = message;
  }

  /**
   * The source.
   *
   * @return the source as it was added, or the one made for a file
   */
  public InstanceSource source() {
    return source;
  }

  /**
   * What became of it.
   *
   * @return the status
   */
  public StoreStatus status() {
    return status;
  }

  /**
   * Its SOP Class UID.
   *
   * @return the UID, if it could be read
   */
  public Optional<String> sopClassUid() {
    return Optional.ofNullable(sopClassUid);
  }

  /**
   * Its SOP Instance UID.
   *
   * @return the UID, if it could be read
   */
  public Optional<String> sopInstanceUid() {
    return Optional.ofNullable(sopInstanceUid);
  }

  /**
   * Where the server says it can be retrieved (0008,1190).
   *
   * @return the URL, if it was stored and the server gave one
   */
  public Optional<String> retrieveUrl() {
    return Optional.ofNullable(retrieveUrl);
  }

  /**
   * The Failure Reason (0008,1197) of a failed one, or the Warning Reason (0008,1196) of a stored
   * one.
   *
   * @return the reason, if the server gave one
   */
  public Optional<StoreReason> reason() {
    return Optional.ofNullable(reason);
  }

  /**
   * What the server says of it, or for a skipped one, what this library says.
   *
   * @return the text; empty if there is none. A server may name a patient here.
   */
  public String message() {
    return message;
  }

  /**
   * Status and reason.
   *
   * @return a text that is safe to log
   */
  @Override
  public String toString() {
    return "StoreOutcome[" + status + (reason == null ? "" : ", " + reason) + "]";
  }
}
