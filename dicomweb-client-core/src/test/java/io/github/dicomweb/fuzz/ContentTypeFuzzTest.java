// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.github.dicomweb.internal.multipart.ContentType;
import io.github.dicomweb.internal.multipart.MultipartReader;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

class ContentTypeFuzzTest {
  @FuzzTest
  void parse(byte[] data) {
    String value = new String(data, StandardCharsets.UTF_8);
    Optional<ContentType> parsed = ContentType.parse(value);
    if (parsed.isPresent()) {
      ContentType type = parsed.get();
      assertThat(type.type()).isNotEmpty();
      assertThat(type.subtype()).isNotEmpty();
      assertThat(type.parameters()).doesNotContainKey("");
      assertThat(type.boundary().stream()).allMatch(MultipartReader::usableBoundary);
      assertThat(type.rootType().map(ContentType::mediaType)).isNotNull();
      assertThat(ContentType.parse(type.mediaType()).map(ContentType::mediaType))
          .contains(type.mediaType());
    }
  }
}
