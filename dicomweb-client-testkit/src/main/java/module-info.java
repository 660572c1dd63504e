// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0

import org.jspecify.annotations.NullMarked;

/** An in-process DICOMweb server for tests. */
@NullMarked
@SuppressWarnings("requires-automatic")
module io.github.dicomweb.testkit {
  requires io.github.dicomweb.core;
  requires mockwebserver3;
  requires okio;
  requires java.desktop;
  requires org.slf4j;
  requires static transitive org.junit.jupiter.api;
  requires static transitive org.jspecify;

  exports io.github.dicomweb.testkit;
  exports io.github.dicomweb.testkit.behavior;
}
