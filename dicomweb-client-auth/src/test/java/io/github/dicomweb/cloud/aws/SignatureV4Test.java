// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.cloud.aws;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.HttpSigner;
import software.amazon.awssdk.identity.spi.AwsSessionCredentialsIdentity;

/** The signature, and the double that checks it, against what AWS publishes. */
class SignatureV4Test {
  private static final String EMPTY =
      "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
  private static final String SUITE_SECRET = "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY";
  private static final String S3_SECRET = "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY";

  /** From AWS' test suite for Signature Version 4. */
  @ParameterizedTest
  @CsvSource({
    "GET, /, 5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31",
    "POST, /, 5da7c1a2acd57cee7505fc6676e4e544621c30862966e37dddb68e92efbe5d6b",
    "GET, /?Param2=value2&Param1=value1,"
        + " b97d918cfa904a5beff61c982a1b6f458b799221646efd99d3219ec94cdf2500",
    "GET, /?Param1=value2&Param1=Value1,"
        + " eedbc4e291e521cf13422ffca22be7d2eb8146eecf653089df300a15b2382bd1",
  })
  void publishedExamples_haveThePublishedSignatures(String method, String target, String expected)
      throws Exception {
    Map<String, String> headers = new TreeMap<>(Map.of("x-amz-date", "20150830T123600Z"));
    check(
        new SignatureV4("us-east-1", "service"),
        method,
        "https://example.amazonaws.com" + target,
        headers,
        EMPTY,
        "AKIDEXAMPLE",
        SUITE_SECRET,
        expected);
  }

  /** The signed request of AWS' general reference. */
  @Test
  void publishedExample_withAQueryAndAContentType_hasThePublishedSignature() throws Exception {
    check(
        new SignatureV4("us-east-1", "iam"),
        "GET",
        "https://iam.amazonaws.com/?Action=ListUsers&Version=2010-05-08",
        Map.of(
            "x-amz-date",
            "20150830T123600Z",
            "content-type",
            "application/x-www-form-urlencoded; charset=utf-8"),
        EMPTY,
        "AKIDEXAMPLE",
        SUITE_SECRET,
        "5d672d79c15b13162d9279b0855cfba6789a8edb4c82c400e06b5924a6f2b5d7");
  }

  /** The seed signature of AWS' example of a streamed upload. */
  @Test
  void publishedExample_ofAStreamedBody_hasThePublishedSignature() throws Exception {
    String streamed = "STREAMING-AWS4-HMAC-SHA256-PAYLOAD";
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("content-encoding", "aws-chunked");
    headers.put("content-length", "66824");
    headers.put("x-amz-content-sha256", streamed);
    headers.put("x-amz-date", "20130524T000000Z");
    headers.put("x-amz-decoded-content-length", "66560");
    headers.put("x-amz-storage-class", "REDUCED_REDUNDANCY");
    check(
        new SignatureV4("us-east-1", "s3"),
        "PUT",
        "https://s3.amazonaws.com/examplebucket/chunkObject.txt",
        headers,
        streamed,
        "AKIAIOSFODNN7EXAMPLE",
        S3_SECRET,
        "4f232c4386841ef735655705268965c44a0e4690baa4adea153f7db9fa80a0a9");
  }

  private static void check(
      SignatureV4 signature,
      String method,
      String url,
      Map<String, String> headers,
      String payload,
      String key,
      String secret,
      String expected)
      throws Exception {
    URI uri = URI.create(url);
    String authorization =
        signature.authorization(method, uri, new TreeMap<>(headers), payload, key, secret);
    assertThat(authorization).endsWith("Signature=" + expected);
    Map<String, String> sent = new TreeMap<>(headers);
    sent.put("host", uri.getHost());
    sent.put("authorization", authorization);
    String target = uri.getRawPath() + (uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery());
    SigV4Checker checker = new SigV4Checker(Map.of(key, secret));
    assertThat(checker.verdict(method, target, sent, payload)).isEmpty();
    assertThat(checker.verdict(method, target + "x", sent, payload)).isEqualTo("bad signature");
  }

  /** AWS' own signer is the second opinion on everything that DICOMweb puts into a URL. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://dicom-medical-imaging.us-east-1.amazonaws.com/datastore/1f/studies",
        "https://h/datastore/1f/studies/1.2/series/1.3/instances/1.4/frames/1,2,3",
        "https://h/datastore/1f/studies/a%2Cb%20c%25/metadata?imageSetId=0",
        "https://h:8443/studies?PatientName=DOE%5EJ*&includefield=00080020,00080030&limit=5",
        "https://h/studies?b=2&a=1&a=0&A=3&empty=&none",
        "https://h/studies?PatientName=M%C3%BCller%5Ea~b-c_d.e&x=a+b%2Bc%20d",
        "http://127.0.0.1:8080/studies//1/./2/../3",
      })
  void dicomwebUrls_areSignedAsByTheVendorsSigner(String url) {
    Clock clock = Clock.fixed(Instant.parse("2026-03-04T05:06:07Z"), ZoneOffset.UTC);
    var identity = AwsSessionCredentialsIdentity.create("AKID", "s3cret", "t0ken");
    String theirs =
        AwsV4HttpSigner.create()
            .sign(
                request ->
                    request
                        .identity(identity)
                        .request(
                            SdkHttpRequest.builder()
                                .uri(URI.create(url))
                                .method(SdkHttpMethod.GET)
                                .build())
                        .putProperty(HttpSigner.SIGNING_CLOCK, clock)
                        .putProperty(AwsV4HttpSigner.REGION_NAME, "eu-west-1")
                        .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, "medical-imaging"))
            .request()
            .firstMatchingHeader("Authorization")
            .orElseThrow();
    var ours =
        new SignatureV4("eu-west-1", "medical-imaging")
            .authorization(
                "GET",
                URI.create(url),
                new TreeMap<>(
                    Map.of(
                        "x-amz-date",
                        SignatureV4.time(clock.instant()),
                        "x-amz-content-sha256",
                        EMPTY,
                        "x-amz-security-token",
                        "t0ken")),
                EMPTY,
                "AKID",
                "s3cret");
    assertThat(ours).isEqualTo(theirs);
  }
}
