// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.dicomweb.DicomWebClient;
import io.github.dicomweb.auth.Credentials;
import io.github.dicomweb.config.Limits;
import io.github.dicomweb.config.Tls;
import io.github.dicomweb.dicom.BulkDataReference;
import io.github.dicomweb.error.HttpStatusException;
import io.github.dicomweb.error.TransportException;
import io.github.dicomweb.testkit.ReceivedRequest;
import io.github.dicomweb.testkit.behavior.FaultBehavior.Redirect;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import okhttp3.OkHttpClient;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The code of docs/security.md, and what it says of redirections and limits. */
class SecurityPageTest extends PageTest {
  private static final Logger log = LoggerFactory.getLogger(SecurityPageTest.class);
  private static final Pattern LIMIT = Pattern.compile("(?m)^\\| `([a-z]\\w+)` \\| ");

  private final List<String> shown = new ArrayList<>();

  private record Secrets(String token) {}

  @Test
  void client_thatTrustsLittle_isBuilt() throws IOException {
    Path hospitalAuthority = directory.resolve("ca.pem");
    Files.writeString(
        hospitalAuthority,
        new HeldCertificate.Builder().certificateAuthority(0).build().certificatePem());
    Secrets secrets = new Secrets("a-token");
    DicomWebClient client =
        DicomWebClient.builder("https://pacs.example.org/dicom-web")
            .tls(Tls.builder().trust(hospitalAuthority).nothingElse().build())
            .credentials(Credentials.bearer(secrets::token))
            .limits(Limits.defaults().withRedirects(0).withInlineBytes(1 << 20))
            .build();
    assertThat(client).hasToString("DicomWebClient");
    client.close();
  }

  @Test
  void limits_each_areInTheTable() throws IOException {
    String page = Files.readString(Path.of("../docs/security.md"));
    assertThat(LIMIT.matcher(page).results().map(row -> row.group(1)))
        .containsExactlyElementsOf(
            Arrays.stream(Limits.class.getRecordComponents())
                .map(RecordComponent::getName)
                .toList());
  }

  @Test
  void refusal_isLoggedWithoutWhatTheServerSays() {
    assertThat(refusal("1.2.3.4.5.6")).isNotEmpty();
  }

  private void show(String text) {
    shown.add(text);
  }

  private String refusal(String uid) {
    try {
      client.retrieveStudy(uid).saveTo(directory);
    } catch (HttpStatusException e) {
      log.warn("the archive refused: {}", e.getMessage());
      show(e.body());
    }
    return String.join("", shown);
  }

  @Test
  void redirection_toAnotherOrigin_takesNoCredentialsAlong() {
    server.requireBearer("a-token");
    server.behavior(
        server.behavior().withFaults(faults -> faults.withRedirect(Redirect.OTHER_ORIGIN)));
    try (DicomWebClient trusted =
        DicomWebClient.builder(server.baseUrl())
            .credentials(Credentials.bearer(() -> "a-token"))
            .build()) {
      assertThat(trusted.searchForStudies().execute().results()).hasSize(2);
    }
    List<ReceivedRequest> requests = server.requests();
    assertThat(requests).hasSizeGreaterThanOrEqualTo(2);
    assertThat(requests.get(0).header("Authorization")).isPresent();
    assertThat(requests.get(requests.size() - 1).header("Authorization")).isEmpty();
  }

  @Test
  void hosts_canBeConfined() {
    BulkDataReference elsewhere = BulkDataReference.of("http://inside.invalid/secret");
    Set<String> allowed = Set.of(URI.create(server.baseUrl()).getHost());
    String baseUrl = server.baseUrl();
    OkHttpClient http =
        new OkHttpClient.Builder()
            .addInterceptor(
                chain -> {
                  if (!allowed.contains(chain.request().url().host())) {
                    throw new IOException("a host that is not asked");
                  }
                  return chain.proceed(chain.request());
                })
            .build();
    DicomWebClient client = DicomWebClient.builder(baseUrl).httpClient(http).build();
    try (client) {
      assertThat(client.searchForStudies().execute().results()).hasSize(2);
      assertThatThrownBy(() -> client.retrieveBulkData(elsewhere).readAllBytes())
          .isInstanceOf(TransportException.class)
          .hasRootCauseMessage("a host that is not asked");
    }
  }
}
