// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.cloud.aws;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * AWS Signature Version 4 of a request that is sent as it stands: the path is encoded once more,
 * the query is brought into canonical form, and the headers given are signed together with {@code
 * Host}.
 */
final class SignatureV4 {
  private static final String ALGORITHM = "AWS4-HMAC-SHA256";
  private static final String HMAC = "HmacSHA256";
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

  private final String region;
  private final String service;

  SignatureV4(String region, String service) {
    this.region = region;
    this.service = service;
  }

  static String time(Instant instant) {
    return TIME.format(instant);
  }

  /**
   * The value of {@code Authorization}.
   *
   * @param method the HTTP method
   * @param uri the URI as it is sent
   * @param headers the other headers to be signed, in lower case, {@code x-amz-date} among them
   * @param payload the digest of the body, or what stands for it
   * @param keyId the access key
   * @param secret its secret
   * @return the value
   */
  String authorization(
      String method,
      URI uri,
      SortedMap<String, String> headers,
      String payload,
      String keyId,
      String secret) {
    SortedMap<String, String> signed = new TreeMap<>(headers);
    signed.put("host", host(uri));
    String names = String.join(";", signed.keySet());
    String request =
        String.join(
            "\n",
            method,
            path(uri),
            query(uri),
            signed.entrySet().stream()
                .map(h -> h.getKey() + ":" + h.getValue().strip() + "\n")
                .collect(Collectors.joining()),
            names,
            payload);
    String time = headers.getOrDefault("x-amz-date", "");
    String date = time.substring(0, 8);
    String scope = String.join("/", date, region, service, "aws4_request");
    String toSign = String.join("\n", ALGORITHM, time, scope, hex(sha256(request.getBytes(UTF_8))));
    byte[] key = ("AWS4" + secret).getBytes(UTF_8);
    for (String part : new String[] {date, region, service, "aws4_request", toSign}) {
      key = hmac(key, part);
    }
    return ALGORITHM
        + (" Credential=" + keyId + "/" + scope)
        + (", SignedHeaders=" + names)
        + (", Signature=" + hex(key));
  }

  private static String host(URI uri) {
    int usual = "https".equals(uri.getScheme()) ? 443 : 80;
    return uri.getPort() == -1 || uri.getPort() == usual
        ? uri.getHost()
        : uri.getHost() + ":" + uri.getPort();
  }

  private static String path(URI uri) {
    String path = uri.normalize().getRawPath();
    return path.isEmpty()
        ? "/"
        : Arrays.stream(path.split("/", -1))
            .map(SignatureV4::encode)
            .collect(Collectors.joining("/"));
  }

  private static String query(URI uri) {
    String query = uri.getRawQuery();
    return query == null
        ? ""
        : Arrays.stream(query.split("&"))
            .filter(parameter -> !parameter.isEmpty())
            .map(SignatureV4::parameter)
            .sorted()
            .map(parameter -> parameter.replace('\0', '='))
            .collect(Collectors.joining("&"));
  }

  // Names are compared before values: the separator sorts before every other character.
  private static String parameter(String raw) {
    int equals = raw.indexOf('=');
    String name = equals < 0 ? raw : raw.substring(0, equals);
    String value = equals < 0 ? "" : raw.substring(equals + 1);
    return encode(URLDecoder.decode(name, UTF_8)) + '\0' + encode(URLDecoder.decode(value, UTF_8));
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, UTF_8)
        .replace("+", "%20")
        .replace("*", "%2A")
        .replace("%7E", "~");
  }

  private static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java has no SHA-256", e);
    }
  }

  private static byte[] hmac(byte[] key, String text) {
    try {
      Mac mac = Mac.getInstance(HMAC);
      mac.init(new SecretKeySpec(key, HMAC));
      return mac.doFinal(text.getBytes(UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java has no HMAC with SHA-256", e);
    }
  }

  private static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(bytes);
  }
}
