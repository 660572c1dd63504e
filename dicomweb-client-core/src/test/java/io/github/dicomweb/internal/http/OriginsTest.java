// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.internal.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.dicomweb.auth.Credentials;
import java.util.List;
import java.util.Map;
import okhttp3.HttpUrl;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which URLs are of which origin, and which are too open for a secret. */
class OriginsTest {
  private static final Credentials USUAL = Credentials.basic("usual", "x");
  private static final Credentials OWN = Credentials.basic("own", "x");

  private static Origins origins(String home) {
    return new Origins(
        List.of(HttpUrl.get(home)),
        Map.of(Origins.of(HttpUrl.get("https://bulk.example")), OWN),
        false);
  }

  @ParameterizedTest
  @CsvSource({
    "https://home.example/dicom, https://home.example/other?x=y",
    "https://home.example/dicom, https://home.example:443/",
    "https://home.example:443/dicom, https://HOME.Example/",
    "https://HOME.example, https://home.example/#f",
    "https://home.example, https://user:pass@home.example/",
    "https://home.example, https://home%2Eexample/",
    "https://bücher.example, https://xn--bcher-kva.example/",
    "http://localhost, http://localhost:80/",
    "http://127.0.0.1:8042, http://127.0.0.1:8042/bulk",
    "http://[::1]:8042/, 'http://[0:0:0:0:0:0:0:1]:8042/x'",
    "'https://[2001:DB8::1]', 'https://[2001:db8:0::1]:443/'",
    "http://pacs.localhost, http://pacs.LOCALHOST/",
  })
  void sameOrigin_howeverItIsWritten_isHome(String home, String url) {
    Origins origins = origins(home);
    assertThat(origins.trusted(HttpUrl.get(url))).isTrue();
    assertThat(origins.credentials(HttpUrl.get(url), USUAL)).isSameAs(USUAL);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://home.example/",
        "http://home.example:443/",
        "https://home.example:8443/",
        "https://home.example:80/",
        "https://home.example.evil/",
        "https://home.example./",
        "https://xhome.example/",
        "https://x.home.example/",
        "https://example/",
        "https://home.example@evil.example/",
        "https://home.example:443@evil.example/",
        "https://evil.example/https://home.example/",
        "https://evil.example?https://home.example",
        "https://evil.example#@home.example/",
        "https://evil.example\\@home.example/",
        "https://bulk.example:444/",
        "http://bulk.example/",
        "https://bulk.example.evil/",
        "https://[::1]/",
      })
  void anythingElse_getsNothing(String url) {
    Origins origins = origins("https://home.example/dicom-web");
    assertThat(origins.trusted(HttpUrl.get(url))).isFalse();
    assertThat(origins.credentials(HttpUrl.get(url), USUAL)).isSameAs(Credentials.none());
  }

  @Test
  void originWithItsOwn_getsThem_andIsNotHome() {
    Origins origins = origins("https://home.example");
    HttpUrl bulk = HttpUrl.get("https://u@BULK.example:443/a?b");
    assertThat(origins.credentials(bulk, USUAL)).isSameAs(OWN);
    assertThat(origins.trusted(bulk)).isFalse();
  }

  @Test
  void homeWithItsOwn_getsThemInPlaceOfTheUsual_andStaysHome() {
    Origins origins = origins("https://bulk.example");
    HttpUrl bulk = HttpUrl.get("https://bulk.example/");
    assertThat(origins.credentials(bulk, USUAL)).isSameAs(OWN);
    assertThat(origins.trusted(bulk)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://pacs.example",
        "http://localhost:8042",
        "http://LOCALHOST",
        "http://a.b.localhost",
        "http://127.0.0.1",
        "http://127.255.255.254:8080",
        "http://[::1]",
        "http://[::ffff:127.0.0.1]",
      })
  void secret_isKept_overHttps_andOnThisMachine(String url) {
    assertThatCode(() -> origins(url).requireSecret(HttpUrl.get(url))).doesNotThrowAnyException();
    assertThat(origins(url).trusted(HttpUrl.get(url))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://pacs.example",
        "http://localhost.evil.example",
        "http://localhost.localdomain",
        "http://notlocalhost",
        "http://127.0.0.1.evil.example",
        "http://127.evil",
        "http://127.1",
        "http://127.0.0.1.nip.example",
        "http://127.300.0.1",
        "http://127.0.0.999",
        "http://1127.0.0.1",
        "http://10.0.0.1",
        "http://0.0.0.0",
        "http://[::2]",
        "http://[2001:db8::1]",
        "http://[::ffff:10.0.0.1]",
      })
  void secret_isNotKept_overHttpToAnotherMachine_unlessThatIsAllowed(String url) {
    HttpUrl home = HttpUrl.get(url);
    Origins origins = origins(url);
    assertThat(origins.trusted(home)).isFalse();
    assertThat(origins.credentials(home, USUAL)).isSameAs(Credentials.none());
    assertThatIllegalArgumentException()
        .isThrownBy(() -> origins.requireSecret(home))
        .withMessageNotContaining(home.host())
        .withMessageContaining("allowInsecureHttp()");
    Origins allowed = new Origins(List.of(home), Map.of(), true);
    assertThat(allowed.trusted(home)).isTrue();
    assertThatCode(() -> allowed.requireSecret(home)).doesNotThrowAnyException();
  }
}
