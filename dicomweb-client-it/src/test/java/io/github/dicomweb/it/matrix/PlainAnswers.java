// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.it.matrix;

import io.github.dicomweb.dicom.Dataset;
import io.github.dicomweb.dicom.json.DicomJsonReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.util.List;

/**
 * What a server answers to a client that has nothing in common with the one that is tested.
 *
 * @param baseUrl where the services are
 * @param uriUrl where WADO-URI is
 */
record PlainAnswers(String baseUrl, String uriUrl) {
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  /** The body of an answer that is a single part. */
  ByteBuffer picture(String path) throws IOException {
    return ByteBuffer.wrap(get(baseUrl + path, "image/jpeg"));
  }

  ByteBuffer uriPicture(String query) throws IOException {
    return ByteBuffer.wrap(get(uriUrl + "?" + query, "*/*"));
  }

  byte[] metadata(String path) throws IOException {
    return get(baseUrl + path + "/metadata", "application/dicom+json");
  }

  List<Dataset> datasets(byte[] json) throws IOException {
    try (DicomJsonReader reader = DicomJsonReader.from(new ByteArrayInputStream(json)).strict()) {
      return reader.readAll();
    }
  }

  private static byte[] get(String url, String accept) throws IOException {
    try {
      HttpResponse<byte[]> response =
          HTTP.send(
              HttpRequest.newBuilder(URI.create(url)).header("Accept", accept).build(),
              HttpResponse.BodyHandlers.ofByteArray());
      if (response.statusCode() != 200) {
        throw new IllegalStateException(response.statusCode() + " for " + url);
      }
      return response.body();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException();
    }
  }
}
