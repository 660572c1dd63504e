// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.it.keycloak;

import java.time.Duration;

/** The names in the realm that the tests import, {@code hospital-realm.json}. */
final class Hospital {
  static final String REALM = "hospital";

  /** What a token must be for to be let in. */
  static final String AUDIENCE = "archive";

  /** The role that may search and retrieve. */
  static final String READ = "dicom-read";

  /** The role that may store and delete. */
  static final String WRITE = "dicom-write";

  /** How long access tokens live. */
  static final Duration TOKEN_LIFESPAN = Duration.ofSeconds(20);

  /** Programs that have a service account and a secret. */
  static final String UPLOADER = "uploader";

  static final String READER = "reader";
  static final String STRANGER = "stranger";

  /** Programs that authenticate without a secret. */
  static final String UPLOADER_JWT = "uploader-jwt";

  static final String UPLOADER_MTLS = "uploader-mtls";

  /** Programs that users sign in with. */
  static final String VIEWER = "viewer";

  static final String TERMINAL = "terminal";
  static final String PORTAL = "portal";
  static final String LEGACY = "legacy";

  /** The back end behind the portal. */
  static final String PLATFORM = "platform";

  /** Users with the role to read, with both, and with none. */
  static final String READER1 = "reader1";

  static final String WRITER1 = "writer1";
  static final String GUEST1 = "guest1";

  private Hospital() {}

  /** The secret of a confidential client. */
  static String secret(String client) {
    return client + "-test-secret";
  }

  /** The password of a user. */
  static String password(String user) {
    return user + "-test-password";
  }
}
