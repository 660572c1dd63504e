// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.examples;

import io.github.dicomweb.testdata.TestObject;

/** The instance that an example is about: the one it was given, or one of the samples. */
record ExampleInstance(String studyUid, String seriesUid, String sopInstanceUid) {

  static ExampleInstance of(String[] args, TestObject sample) {
    return args.length > 3
        ? new ExampleInstance(args[1], args[2], args[3])
        : new ExampleInstance(
            sample.studyInstanceUid(), sample.seriesInstanceUid(), sample.sopInstanceUid());
  }
}
