// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0

import org.jspecify.annotations.NullMarked;

/** A client for the DICOM web services of PS3.18. */
@NullMarked
@SuppressWarnings("requires-automatic")
module io.github.dicomweb.core {
  requires transitive okhttp3;
  requires transitive org.jspecify;
  requires okio;
  requires com.fasterxml.jackson.core;
  requires java.xml;
  // for those who make pictures into instances, nobody else
  requires static java.desktop;
  requires org.slf4j;

  exports io.github.dicomweb;
  exports io.github.dicomweb.auth;
  exports io.github.dicomweb.config;
  exports io.github.dicomweb.delete;
  exports io.github.dicomweb.dicom;
  exports io.github.dicomweb.dicom.build;
  exports io.github.dicomweb.dicom.json;
  exports io.github.dicomweb.dicom.part10;
  exports io.github.dicomweb.dicom.xml;
  exports io.github.dicomweb.error;
  exports io.github.dicomweb.media;
  exports io.github.dicomweb.probe;
  exports io.github.dicomweb.profile;
  exports io.github.dicomweb.retrieve;
  exports io.github.dicomweb.search;
  exports io.github.dicomweb.store;
  exports io.github.dicomweb.uri;
}
