// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import io.github.dicomweb.auth.Credentials;
import io.github.dicomweb.dicom.BulkDataReference;
import io.github.dicomweb.dicom.Tag;
import io.github.dicomweb.profile.ServerProfile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import okhttp3.Cache;
import okhttp3.Cookie;
import okhttp3.CookieJar;
import okhttp3.HttpUrl;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** A back end that acts for many users over one client. */
class WithCredentialsTest {
  private static final int CALLS = 150;

  @RegisterExtension final Wire wire = new Wire();
  @TempDir Path directory = Path.of("");

  private static Credentials user(String name) {
    return Credentials.bearer(() -> name);
  }

  private static String whose(DicomWebClient client) {
    return client
        .searchForStudies()
        .execute()
        .results()
        .get(0)
        .string(Tag.StudyInstanceUID)
        .orElse("");
  }

  /** Tells each who he is, by the study he finds. */
  private void echo(String... headers) {
    wire.dispatch(
        request -> {
          String who = Objects.toString(request.getHeaders().get("Authorization"), "Bearer nobody");
          MockResponse.Builder answer =
              Wire.json("[" + Wire.study(who.substring("Bearer ".length())) + "]").newBuilder();
          for (int i = 0; i < headers.length; i += 2) {
            answer.addHeader(headers[i], headers[i + 1]);
          }
          return answer.build();
        });
  }

  @Test
  void manyUsersAtOnce_neverSeeEachOther() throws Exception {
    echo();
    DicomWebClient shared = wire.client(wire.builder().credentials(user("1.0")));
    List<DicomWebClient> clients = new ArrayList<>(List.of(shared));
    for (int i = 1; i < 4; i++) {
      clients.add(shared.withCredentials(user("1." + i)));
    }
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try {
      List<Future<String>> seen = new ArrayList<>();
      for (int i = 0; i < CALLS; i++) {
        DicomWebClient client = clients.get(i % clients.size());
        seen.add(threads.submit(() -> whose(client)));
      }
      for (int i = 0; i < CALLS; i++) {
        assertThat(seen.get(i).get(20, TimeUnit.SECONDS)).isEqualTo("1." + i % clients.size());
      }
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void renewal_isThatUsersOnly() throws Exception {
    RotatingCredentials one = new RotatingCredentials("a");
    RotatingCredentials other = new RotatingCredentials("b");
    DicomWebClient shared = wire.client(wire.builder().credentials(one));
    wire.enqueueStatus(401);
    wire.enqueueJson("[]");
    assertThat(shared.withCredentials(other).searchForStudies().execute()).isEmpty();
    assertThat(one.refusals).isEmpty();
    assertThat(other.refusals).hasSize(1);
    assertThat(wire.take().getHeaders().get("Authorization")).isEqualTo("Bearer b0");
    assertThat(wire.take().getHeaders().get("Authorization")).isEqualTo("Bearer b1");
  }

  @Test
  void derivedClients_shareConnections_andKeepHeadersProfileAndOtherOrigins() throws Exception {
    try (MockWebServer bulk = new MockWebServer()) {
      bulk.start();
      bulk.enqueue(new MockResponse.Builder().body("value").build());
      echo();
      DicomWebClient shared =
          wire.client(
              wire.builder()
                  .credentials(user("1.0"))
                  .header("X-Site", "s")
                  .credentials(bulk.url("/").toString(), user("of-bulk")));
      DicomWebClient derived =
          shared.withCredentials(user("1.1")).withProfile(ServerProfile.orthanc());
      assertThat(List.of(whose(shared), whose(derived), whose(shared)))
          .containsExactly("1.0", "1.1", "1.0");
      for (int i = 0; i < 3; i++) {
        var request = wire.take();
        assertThat(request.getConnectionIndex()).isZero();
        assertThat(request.getHeaders().get("X-Site")).isEqualTo("s");
      }
      byte[] value =
          derived
              .retrieveBulkData(BulkDataReference.of(bulk.url("/v/1").toString()))
              .readAllBytes();
      assertThat(value).asString(StandardCharsets.UTF_8).isEqualTo("value");
      assertThat(bulk.takeRequest().getHeaders().get("Authorization")).isEqualTo("Bearer of-bulk");
      assertThat(derived).hasToString("DicomWebClient");
    }
  }

  @Test
  void none_isNobody() {
    echo();
    DicomWebClient shared = wire.client(wire.builder().credentials(user("1.0")));
    assertThat(whose(shared.withCredentials(Credentials.none()))).isEqualTo("nobody");
  }

  @Test
  @SuppressWarnings("NullAway") // what callers without it can do
  void null_isRefusedAtOnce() {
    DicomWebClient shared = wire.client();
    assertThatNullPointerException().isThrownBy(() -> shared.withCredentials(null));
  }

  @Test
  void closingTheFirst_closesAll_andClosingOne_closesThatOnly() {
    echo();
    DicomWebClient shared = wire.client(wire.builder().credentials(user("1.0")));
    DicomWebClient one = shared.withCredentials(user("1.1"));
    DicomWebClient other = one.withCredentials(user("1.2"));
    one.close();
    assertThatIllegalStateException().isThrownBy(() -> whose(one));
    assertThatIllegalStateException().as("made of it").isThrownBy(() -> whose(other));
    DicomWebClient third = shared.withCredentials(user("1.3"));
    assertThat(whose(third)).isEqualTo("1.3");
    shared.close();
    assertThatIllegalStateException().isThrownBy(() -> whose(third));
    assertThatIllegalStateException().isThrownBy(() -> whose(shared.withCredentials(user("1.4"))));
  }

  @Test
  void cacheOfTheHttpClient_isNotShared() throws Exception {
    echo("Cache-Control", "max-age=600");
    try (Cache cache = new Cache(directory.toFile(), 1 << 20)) {
      DicomWebClient shared =
          wire.client(
              wire.builder()
                  .httpClient(wire.http().newBuilder().cache(cache).build())
                  .credentials(user("1.0")));
      assertThat(whose(shared)).isEqualTo("1.0");
      assertThat(whose(shared.withCredentials(user("1.1")))).isEqualTo("1.1");
      assertThat(whose(shared.withCredentials(user("1.2")))).isEqualTo("1.2");
      assertThat(whose(shared)).isEqualTo("1.0");
    }
  }

  @Test
  void cookiesOfTheHttpClient_areNotShared() throws Exception {
    echo("Set-Cookie", "session=of-somebody");
    List<Cookie> kept = new ArrayList<>();
    CookieJar jar =
        new CookieJar() {
          @Override
          public void saveFromResponse(HttpUrl url, List<Cookie> cookies) {
            kept.addAll(cookies);
          }

          @Override
          public List<Cookie> loadForRequest(HttpUrl url) {
            return List.copyOf(kept);
          }
        };
    DicomWebClient shared =
        wire.client(
            wire.builder()
                .httpClient(wire.http().newBuilder().cookieJar(jar).build())
                .credentials(user("1.0")));
    assertThat(whose(shared)).isEqualTo("1.0");
    DicomWebClient derived = shared.withCredentials(user("1.1"));
    assertThat(whose(derived)).isEqualTo("1.1");
    assertThat(derived.storeInstances().add(StoreAnswers.dataset("1.2.1")).execute().failed())
        .isEmpty();
    for (int i = 0; i < 3; i++) {
      assertThat(wire.take().getHeaders().get("Cookie")).as("request %s", i).isNull();
    }
    assertThat(kept).hasSize(1);
  }
}
