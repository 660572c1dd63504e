// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.it.orthanc;

import io.github.dicomweb.store.InstanceSource;
import io.github.dicomweb.testdata.LargeInstance;
import java.io.InputStream;
import java.util.OptionalLong;

/** A large instance, made while it is sent, whose length is known. */
record SizedSource(LargeInstance instance) implements InstanceSource {
  @Override
  public String name() {
    return "noise";
  }

  @Override
  public OptionalLong size() {
    return OptionalLong.of(instance.length());
  }

  @Override
  public InputStream open() {
    return instance.open();
  }
}
