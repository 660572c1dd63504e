// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.oidc;

import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a person needs to sign in on another device (RFC 8628 §3.2). Show it; whoever else sees it
 * can only sign in himself, but then his session is used here.
 */
public final class DeviceCode {
  private final String userCode;
  private final URI verificationUri;
  private final @Nullable URI verificationUriComplete;
  private final Instant expiresAt;

  DeviceCode(String userCode, URI uri, @Nullable URI complete, Instant expiresAt) {
    this.userCode = userCode;
    this.verificationUri = uri;
    this.verificationUriComplete = complete;
    this.expiresAt = expiresAt;
  }

  /**
   * What the person enters.
   *
   * @return the code, such as {@code WDJB-MJHT}
   */
  public String userCode() {
    return userCode;
  }

  /**
   * Where it is entered.
   *
   * @return an address that is short enough to be typed
   */
  public URI verificationUri() {
    return verificationUri;
  }

  /**
   * An address that holds the code already: for a link or a QR code.
   *
   * @return the address, if the server has one
   */
  public Optional<URI> verificationUriComplete() {
    return Optional.ofNullable(verificationUriComplete);
  }

  /**
   * When it is too late.
   *
   * @return the end of the code
   */
  public Instant expiresAt() {
    return expiresAt;
  }

  /** Where to go, without the code. */
  @Override
  public String toString() {
    return "DeviceCode for " + verificationUri.getHost();
  }
}
