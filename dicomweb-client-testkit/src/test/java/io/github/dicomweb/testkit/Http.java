// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.testkit;

import io.github.dicomweb.dicom.Dataset;
import io.github.dicomweb.dicom.json.DicomJsonReader;
import io.github.dicomweb.dicom.xml.DicomXmlReader;
import io.github.dicomweb.testdata.TestObject;
import io.github.dicomweb.testdata.TestStudies;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javax.imageio.ImageIO;
import okhttp3.Headers;
import okhttp3.MediaType;
import okhttp3.MultipartReader;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okio.Buffer;
import okio.ByteString;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A server with all test objects, and requests to it without any help from the library. */
final class Http implements BeforeEachCallback, AfterEachCallback {
  static final String JSON = "application/dicom+json";
  static final String XML = "multipart/related; type=\"application/dicom+xml\"";
  static final String ANY_SYNTAX =
      "multipart/related; type=\"application/dicom\"; transfer-syntax=*";
  static final String STORE_TYPE = "multipart/related; type=\"application/dicom\"; boundary=bound";

  private DicomWebTestServer server = DicomWebTestServer.start();
  private final OkHttpClient client = new OkHttpClient();

  record Reply(int status, Headers headers, ByteString body) {
    String header(String name) {
      return Objects.requireNonNullElse(headers.get(name), "");
    }

    List<Dataset> datasets() {
      List<Dataset> datasets = new ArrayList<>();
      try (DicomJsonReader reader = DicomJsonReader.from(new Buffer().write(body).inputStream())) {
        for (Dataset next = reader.next(); next != null; next = reader.next()) {
          datasets.add(next);
        }
      } catch (IOException e) {
        throw new AssertionError(e);
      }
      return datasets;
    }

    BufferedImage image() {
      return Http.image(body);
    }

    /** The datasets of the parts, which are documents of XML. */
    List<Dataset> documents() {
      return parts().stream()
          .map(
              part -> {
                if (!part.header("Content-Type").equals("application/dicom+xml")) {
                  throw new AssertionError("a part of another type");
                }
                return xml(part.body());
              })
          .toList();
    }

    List<Part> parts() {
      String boundary =
          Objects.requireNonNull(
              Objects.requireNonNull(MediaType.parse(header("Content-Type")))
                  .parameter("boundary"));
      List<Part> parts = new ArrayList<>();
      try (MultipartReader reader = new MultipartReader(new Buffer().write(body), boundary)) {
        for (MultipartReader.Part part = reader.nextPart();
            part != null;
            part = reader.nextPart()) {
          parts.add(new Part(part.headers(), part.body().readByteString()));
        }
      } catch (IOException e) {
        throw new AssertionError(e);
      }
      return parts;
    }
  }

  record Part(Headers headers, ByteString body) {
    String header(String name) {
      return Objects.requireNonNullElse(headers.get(name), "");
    }
  }

  @Override
  public void beforeEach(ExtensionContext context) {
    server.close();
    server = DicomWebTestServer.start();
    TestStudies.all().forEach(object -> server.store(object.bytes()));
  }

  @Override
  public void afterEach(ExtensionContext context) {
    client.dispatcher().executorService().shutdown();
    client.connectionPool().evictAll();
    server.close();
  }

  DicomWebTestServer server() {
    return server;
  }

  Reply get(String target) {
    return get(target, JSON);
  }

  Reply get(String target, String accept) {
    return send(request(target).header("Accept", accept));
  }

  Reply search(String target) {
    Reply reply = get(target);
    if (reply.status() != 200 && reply.status() != 204) {
      throw new AssertionError("status " + reply.status());
    }
    return reply;
  }

  Request.Builder request(String target) {
    String url = target.startsWith("http") ? target : server.baseUrl() + target;
    return new Request.Builder().url(url);
  }

  Reply post(String target, String contentType, Buffer body) {
    RequestBody content = RequestBody.create(body.readByteString(), MediaType.get(contentType));
    return send(request(target).header("Accept", JSON).post(content));
  }

  Reply send(Request.Builder request) {
    try (Response response = client.newCall(request.build()).execute()) {
      return new Reply(response.code(), response.headers(), response.body().byteString());
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  static BufferedImage image(ByteString bytes) {
    try {
      return Objects.requireNonNull(ImageIO.read(new Buffer().write(bytes).inputStream()));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  static Dataset xml(ByteString document) {
    try (DicomXmlReader reader =
        DicomXmlReader.from(new Buffer().write(document).inputStream()).strict()) {
      return reader.read();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  static Buffer multipart(byte[]... files) {
    Buffer body = new Buffer();
    for (byte[] file : files) {
      body.writeUtf8("--bound\r\nContent-Type: application/dicom\r\n\r\n");
      body.write(file).writeUtf8("\r\n");
    }
    return body.writeUtf8("--bound--\r\n");
  }

  static String path(TestObject object) {
    return seriesPath(object) + "/instances/" + object.sopInstanceUid();
  }

  static String seriesPath(TestObject object) {
    return studyPath(object) + "/series/" + object.seriesInstanceUid();
  }

  static String studyPath(TestObject object) {
    return "/studies/" + object.studyInstanceUid();
  }
}
