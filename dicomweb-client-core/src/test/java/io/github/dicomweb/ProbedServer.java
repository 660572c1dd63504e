// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import okio.Buffer;
import okio.ByteString;

/** A server with one study, whose habits are switches. */
final class ProbedServer {
  static final String STUDY = "2.25.7770001";
  static final String OTHER = "2.25.7770002";
  static final String SERIES = "2.25.7770003";
  static final String INSTANCE = "2.25.7770004";
  static final String NAME = "Geheimnis^Gustav";

  private static final String I =
      "/studies/" + STUDY + "/series/" + SERIES + "/instances/" + INSTANCE;
  private static final ByteString JPEG = ByteString.decodeHex("ffd8ffe000104a46494600");

  final List<String> seen = new CopyOnWriteArrayList<>();
  boolean decodes = true;
  boolean matches = true;
  boolean findsNames = true;
  boolean pages = true;
  boolean relational = true;
  boolean collections = true;
  boolean instances = true;
  boolean xml = true;
  boolean options = true;
  boolean commaFields = true;
  boolean stars = true;
  boolean quotes = true;
  boolean lists = true;
  boolean single = true;
  boolean multipart = true;
  boolean rendered = true;
  boolean thumbnail = true;
  boolean wado = true;
  boolean reportFirst;
  int empty = 204;
  String name = NAME;
  String bulk = "";

  MockResponse answer(RecordedRequest request) {
    seen.add(request.getMethod() + " " + request.getTarget());
    String target = request.getTarget();
    int mark = target.indexOf('?');
    String path = mark < 0 ? target : target.substring(0, mark);
    String query = mark < 0 ? "" : target.substring(mark + 1);
    if (path.equals("/wado")) {
      return wado ? dicom() : status(404);
    }
    if (request.getMethod().equals("OPTIONS")) {
      return options ? status(200).newBuilder().body("<application/>").build() : status(404);
    }
    String accept = Objects.requireNonNullElse(request.getHeaders().get("Accept"), "*/*");
    return resource(path.substring("/dicom-web".length()), query, accept);
  }

  private MockResponse resource(String path, String query, String accept) {
    return switch (path.startsWith(I) ? path.substring(I.length()) : path) {
      case "/studies" -> studies(query, accept);
      case "/instances" -> relational ? Wire.json("[" + instance("") + "]") : status(400);
      case "/studies/" + STUDY + "/series" ->
          Wire.json(
              "[" + (reportFirst ? series(OTHER, "SR") + "," : "") + series(SERIES, "CT") + "]");
      case "/studies/" + STUDY + "/series/" + SERIES + "/instances" ->
          Wire.json("[" + instance(fields(query)) + "]");
      case "/metadata" -> Wire.json("[" + metadata() + "]");
      case "/frames/1" -> frame(accept);
      case "/rendered" -> rendered ? jpeg() : status(404);
      case "/thumbnail" -> thumbnail ? jpeg() : status(404);
      case "/bulk/1" -> bytes(accept);
      case "" -> instances ? Wire.multipartResponse(new byte[200]).build() : status(404);
      case "/studies/" + STUDY + "/metadata" ->
          collections ? Wire.json("[" + metadata() + "]") : status(404);
      case "/studies/" + STUDY, "/studies/" + STUDY + "/series/" + SERIES ->
          collections ? Wire.multipartResponse(new byte[200]).build() : status(404);
      default -> status(404);
    };
  }

  private MockResponse studies(String query, String accept) {
    if (accept.contains("xml")) {
      return xml
          ? typed("multipart/related; type=\"application/dicom+xml\"; boundary=x", new Buffer())
          : status(406);
    }
    String wanted = parameter(query, "StudyInstanceUID");
    String person = parameter(query, "PatientName");
    boolean second = pages && query.contains("offset=1");
    String study =
        "{\"00080005\":{\"vr\":\"CS\"},\"00100010\":{\"vr\":\"PN\",\"Value\":[{\"Alphabetic\":\""
            + name
            + "\"}]},\"0020000D\":{\"vr\":\"UI\",\"Value\":[\""
            + (second ? OTHER : STUDY)
            + "\"]}}";
    boolean found =
        !matches
            || ((wanted.isEmpty() || wanted.equals(STUDY))
                && (person.isEmpty() || isNamed(person)));
    if (!found) {
      return empty == 204 ? status(204) : Wire.json("[]");
    }
    return Wire.json("[" + study + (pages ? "" : "," + study) + "]");
  }

  private static String series(String uid, String modality) {
    return "{\"00080060\":{\"vr\":\"CS\",\"Value\":[\"%s\"]},\"0020000E\":{\"vr\":\"UI\",\"Value\":[\"%s\"]}}"
        .formatted(modality, uid);
  }

  private boolean isNamed(String person) {
    return findsNames && name.matches(Pattern.quote(person).replace("?", "\\E.\\Q"));
  }

  private String parameter(String query, String name) {
    for (String pair : query.split("&", -1)) {
      if (pair.startsWith(name + "=")) {
        String raw = pair.substring(name.length() + 1);
        return decodes ? URLDecoder.decode(raw, UTF_8) : raw;
      }
    }
    return "";
  }

  private List<String> fields(String query) {
    List<String> fields = new ArrayList<>();
    for (String pair : query.split("&", -1)) {
      if (pair.startsWith("includefield=")) {
        String list = pair.substring("includefield=".length());
        fields.addAll(commaFields ? List.of(list.split(",", -1)) : List.of(list));
      }
    }
    return fields;
  }

  private static String instance(List<String> fields) {
    StringBuilder extra = new StringBuilder();
    if (fields.contains("Modality")) {
      extra.append(",\"00080060\":{\"vr\":\"CS\",\"Value\":[\"CT\"]}");
    }
    if (fields.contains("Manufacturer")) {
      extra.append(",\"00080070\":{\"vr\":\"LO\",\"Value\":[\"Maker\"]}");
    }
    return instance(extra.toString());
  }

  private static String instance(String extra) {
    return "{\"00080018\":{\"vr\":\"UI\",\"Value\":[\"" + INSTANCE + "\"]}" + extra + "}";
  }

  private String metadata() {
    String more =
        ",\"00080060\":{\"vr\":\"CS\",\"Value\":[\"CT\"]}"
            + ",\"00080070\":{\"vr\":\"LO\",\"Value\":[\"Maker\"]}"
            + ",\"00280010\":{\"vr\":\"US\",\"Value\":[4]}"
            + (bulk.isEmpty()
                ? ""
                : ",\"00420011\":{\"vr\":\"OB\",\"BulkDataURI\":\"" + bulk + "\"}");
    return instance(more);
  }

  private MockResponse frame(String accept) {
    boolean several = accept.contains("x-none");
    boolean refused =
        (!stars && accept.contains("transfer-syntax=*"))
            || (!quotes && accept.contains("\""))
            || (!lists && several)
            || (!single && !accept.startsWith("multipart"))
            || (!multipart && !single);
    return refused ? status(400) : bytes(multipart ? accept : "single");
  }

  private static MockResponse bytes(String accept) {
    Buffer body = new Buffer();
    if (!accept.startsWith("multipart")) {
      return typed("application/octet-stream", body.writeUtf8("12345678"));
    }
    body.writeUtf8("--f\r\nContent-Type: application/octet-stream\r\n\r\n12345678\r\n--f--\r\n");
    return typed("multipart/related; type=\"application/octet-stream\"; boundary=f", body);
  }

  private static MockResponse jpeg() {
    return typed("image/jpeg", new Buffer().write(JPEG));
  }

  private static MockResponse dicom() {
    return typed(
        "application/dicom",
        new Buffer().write(new byte[128]).writeUtf8("DICM").write(new byte[9]));
  }

  private static MockResponse typed(String type, Buffer body) {
    return new MockResponse.Builder().addHeader("Content-Type", type).body(body).build();
  }

  static MockResponse status(int status) {
    return new MockResponse.Builder().code(status).build();
  }
}
