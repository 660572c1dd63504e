// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb;

import io.github.dicomweb.auth.Credentials;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** A token with a number, which each renewal raises. */
final class RotatingCredentials implements Credentials {
  final List<Refusal> refusals = new CopyOnWriteArrayList<>();
  private final String token;

  RotatingCredentials(String token) {
    this.token = token;
  }

  @Override
  public Map<String, String> headers(Target target) {
    return Map.of("Authorization", "Bearer " + token + refusals.size());
  }

  @Override
  public boolean renew(Refusal refusal) {
    refusals.add(refusal);
    return true;
  }
}
