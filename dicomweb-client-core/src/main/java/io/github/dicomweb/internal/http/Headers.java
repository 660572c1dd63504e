// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.internal.http;

/** Header fields as the user gives them. */
public final class Headers {
  private Headers() {}

  /**
   * Whether a header can be sent as it is. Asked here, since the HTTP library would quote the value
   * in its message, and it may be a secret.
   *
   * @param name the name
   * @param value the value
   * @return false if either holds a character that HTTP does not allow
   */
  public static boolean sendable(String name, String value) {
    return !name.isEmpty()
        && name.chars().allMatch(c -> c > ' ' && c < 0x7f && c != ':')
        && value.chars().allMatch(c -> c == '\t' || (c >= ' ' && c < 0x7f));
  }
}
