// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.it.orthanc;

import java.util.List;
import java.util.Locale;
import java.util.UUID;

/**
 * The configuration of an Orthanc that keeps to itself.
 *
 * @param name what it calls itself, so that no other server on the port is taken for it
 * @param access whether it asks for a password
 */
record OrthancConfig(String name, Access access) {
  static final String USER = "reader";
  static final String PASSWORD = "pass:word with space";

  /** Who is let in. */
  enum Access {
    OPEN,
    PASSWORD
  }

  static OrthancConfig of(Access access) {
    return new OrthancConfig("dicomweb-it-" + UUID.randomUUID(), access);
  }

  /**
   * As Orthanc reads it.
   *
   * @param port where it listens
   * @param remote whether others than this machine may talk to it
   * @param directory where it stores
   * @param plugins files or directories of plugins; the one of GDCM crashes Debian's Orthanc
   */
  String json(int port, Remote remote, String directory, List<String> plugins) {
    String users =
        access == Access.PASSWORD
            ? String.format(Locale.ROOT, "\"%s\": \"%s\"", USER, PASSWORD)
            : "";
    String quoted = String.join(", ", plugins.stream().map(p -> '"' + p + '"').toList());
    return String.format(
        Locale.ROOT,
        """
        {
          "Name": "%s",
          "HttpPort": %d,
          "DicomServerEnabled": false,
          "RemoteAccessAllowed": %b,
          "AuthenticationEnabled": %b,
          "RegisteredUsers": { %s },
          "StorageDirectory": "%s",
          "IndexDirectory": "%s",
          "DefaultEncoding": "Utf8",
          "SyncStorageArea": false,
          "Plugins": [ %s ]
        }
        """,
        name,
        port,
        remote == Remote.ALLOWED,
        access == Access.PASSWORD,
        users,
        directory,
        directory,
        quoted);
  }

  /** From where it may be reached. */
  enum Remote {
    ALLOWED,
    REFUSED
  }

  OrthancRest rest(String baseUrl) {
    return access == Access.PASSWORD
        ? OrthancRest.of(baseUrl, USER, PASSWORD)
        : OrthancRest.of(baseUrl);
  }
}
