// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.cloud.aws;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The server's side of AWS Signature Version 4: computes from a request as it arrived what its
 * signature must be. Written from AWS' description alone, byte by byte.
 */
final class SigV4Checker {
  private static final Pattern AUTHORIZATION =
      Pattern.compile(
          "AWS4-HMAC-SHA256 Credential=([^/]+)/(\\d{8})/([^/]+)/([^/]+)/aws4_request,"
              + " SignedHeaders=([^,]+), Signature=([0-9a-f]{64})");

  private final Map<String, String> secrets;

  SigV4Checker(Map<String, String> secrets) {
    this.secrets = secrets;
  }

  /** What is wrong with a request, or nothing. */
  String verdict(String method, String target, Map<String, String> headers, String payload)
      throws Exception {
    Matcher given = AUTHORIZATION.matcher(headers.getOrDefault("authorization", ""));
    if (!given.matches()) {
      return "no signature";
    }
    String secret = secrets.get(given.group(1));
    if (secret == null) {
      return "unknown key";
    }
    List<String> names = Arrays.asList(given.group(5).split(";"));
    for (String header : headers.keySet()) {
      if ((header.equals("host") || header.startsWith("x-amz-")) && !names.contains(header)) {
        return header + " is not signed";
      }
    }
    String scope = given.group(2) + "/" + given.group(3) + "/" + given.group(4) + "/aws4_request";
    String request = canonical(method, target, headers, names, payload);
    String text =
        "AWS4-HMAC-SHA256\n"
            + headers.get("x-amz-date")
            + "\n"
            + scope
            + "\n"
            + HexFormat.of()
                .formatHex(MessageDigest.getInstance("SHA-256").digest(request.getBytes(UTF_8)));
    byte[] date = hmac(("AWS4" + secret).getBytes(UTF_8), given.group(2));
    byte[] region = hmac(date, given.group(3));
    byte[] service = hmac(region, given.group(4));
    byte[] key = hmac(service, "aws4_request");
    return HexFormat.of().formatHex(hmac(key, text)).equals(given.group(6)) ? "" : "bad signature";
  }

  private static String canonical(
      String method,
      String target,
      Map<String, String> headers,
      List<String> names,
      String payload) {
    int mark = target.indexOf('?');
    String path = mark < 0 ? target : target.substring(0, mark);
    StringBuilder text = new StringBuilder(method).append('\n').append(encode(path, true));
    text.append('\n').append(mark < 0 ? "" : query(target.substring(mark + 1))).append('\n');
    for (String name : names) {
      text.append(name).append(':').append(headers.get(name)).append('\n');
    }
    return text.append('\n')
        .append(String.join(";", names))
        .append('\n')
        .append(payload)
        .toString();
  }

  private static String query(String raw) {
    TreeMap<String, List<String>> parameters = new TreeMap<>();
    for (String pair : raw.split("&")) {
      String[] parts = pair.split("=", 2);
      parameters
          .computeIfAbsent(encode(decode(parts[0]), false), name -> new ArrayList<>())
          .add(parts.length == 1 ? "" : encode(decode(parts[1]), false));
    }
    List<String> all = new ArrayList<>();
    parameters.forEach(
        (name, values) -> values.stream().sorted().forEach(value -> all.add(name + "=" + value)));
    return String.join("&", all);
  }

  private static String decode(String text) {
    byte[] bytes = new byte[text.length()];
    int length = 0;
    for (int i = 0; i < text.length(); i++) {
      boolean escape = text.charAt(i) == '%';
      bytes[length++] =
          escape
              ? (byte) Integer.parseInt(text.substring(i + 1, i + 3), 16)
              : (byte) (text.charAt(i) == '+' ? ' ' : text.charAt(i));
      i += escape ? 2 : 0;
    }
    return new String(bytes, 0, length, UTF_8);
  }

  private static String encode(String text, boolean path) {
    StringBuilder encoded = new StringBuilder();
    for (byte b : text.getBytes(UTF_8)) {
      char c = (char) (b & 0xff);
      boolean plain = c < 0x80 && (Character.isLetterOrDigit(c) || "-._~".indexOf(c) >= 0);
      if (plain || (path && c == '/')) {
        encoded.append(c);
      } else {
        encoded.append(String.format("%%%02X", (int) c));
      }
    }
    return encoded.toString();
  }

  private static byte[] hmac(byte[] key, String text) throws Exception {
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(key, "HmacSHA256"));
    return mac.doFinal(text.getBytes(UTF_8));
  }
}
