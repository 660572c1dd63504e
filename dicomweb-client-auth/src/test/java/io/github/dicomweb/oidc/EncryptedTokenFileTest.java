// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.oidc;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.dicomweb.error.CredentialsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import javax.crypto.KeyGenerator;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Sessions that outlive the process. */
class EncryptedTokenFileTest {
  @RegisterExtension final LoginServer login = new LoginServer();
  @TempDir Path directory = Path.of("");

  private static SecretKey key() throws Exception {
    KeyGenerator generator = KeyGenerator.getInstance("AES");
    generator.init(256);
    return generator.generateKey();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(UTF_8);
  }

  private Path file() {
    return directory.resolve("tokens");
  }

  @Test
  void values_comeBackForWhoHasThePassphrase() {
    EncryptedTokenFile store = EncryptedTokenFile.withPassphrase(file(), "correct horse");
    assertThat(store.load("a")).isEmpty();
    store.save("a", bytes("first"));
    store.save("b", bytes("second"));
    store.save("a", bytes("third"));
    EncryptedTokenFile again = EncryptedTokenFile.withPassphrase(file(), "correct horse");
    assertThat(again.load("a"))
        .hasValueSatisfying(v -> assertThat(v).asString().isEqualTo("third"));
    assertThat(again.load("b")).isPresent();
    again.remove("a");
    assertThat(store.load("a")).isEmpty();
    assertThat(store.load("b")).isPresent();
  }

  @Test
  void file_holdsNothingInTheClear_andIsItsOwners() throws Exception {
    EncryptedTokenFile.withKey(file(), key()).save("session of hospital", bytes("s3cret-refresh"));
    String text = Files.readString(file());
    assertThat(text).doesNotContain("s3cret").doesNotContain("hospital").startsWith("eyJ");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
        .isEqualTo("rw-------");
    try (Stream<Path> all = Files.list(directory)) {
      assertThat(all).as("nothing is left lying about").containsExactly(file());
    }
  }

  @Test
  void file_withAnotherKeyOrDamaged_isRefused() throws Exception {
    EncryptedTokenFile.withKey(file(), key()).save("a", bytes("value"));
    String text = Files.readString(file());
    EncryptedTokenFile other = EncryptedTokenFile.withKey(file(), key());
    for (String damaged :
        List.of(text, text.substring(0, text.length() - 8), "nothing of the kind")) {
      Files.writeString(file(), damaged);
      assertThatExceptionOfType(CredentialsException.class)
          .isThrownBy(() -> other.load("a"))
          .withMessageContaining("another key, or is damaged")
          .withNoCause();
    }
  }

  @Test
  void key_ofAnotherLength_isRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> EncryptedTokenFile.withKey(file(), new SecretKeySpec(new byte[16], "AES")));
  }

  @Test
  void directory_thatIsNotThere_isAnError() throws Exception {
    EncryptedTokenFile store =
        EncryptedTokenFile.withKey(directory.resolve("none").resolve("tokens"), key());
    assertThatExceptionOfType(CredentialsException.class)
        .isThrownBy(() -> store.save("a", bytes("value")))
        .withMessage("the token file could not be written");
  }

  @Test
  void session_isGoneOnWithByTheNextProcess() throws Exception {
    login.withRefreshTokens();
    ManualClock clock = new ManualClock();
    SecretKey key = key();
    try (OidcCredentials first = viewer(clock, key).refreshToken("r0")) {
      assertThat(first.accessToken()).isEqualTo("t1");
    }
    try (OidcCredentials next = viewer(clock, key).refreshToken("is not looked at")) {
      assertThat(next.accessToken()).as("still valid").isEqualTo("t1");
      clock.forward(Duration.ofSeconds(60));
      assertThat(next.accessToken()).isEqualTo("t2");
      next.signOut();
    }
    assertThat(login.asked())
        .extracting(asked -> asked.form().getOrDefault("refresh_token", asked.path()))
        .containsExactly("r0", "r1", "/revoke");
    try (OidcCredentials last = viewer(clock, key).refreshToken("r9")) {
      assertThat(last.accessToken()).as("a session of its own").isEqualTo("t3");
    }
  }

  @Test
  void session_ofAnotherAudienceOrParameter_isAnother() throws Exception {
    ManualClock clock = new ManualClock();
    SecretKey key = key();
    for (Oidc oidc :
        List.of(
            viewer(clock, key),
            viewer(clock, key).audience("archive"),
            viewer(clock, key).parameter("tenant", "north"),
            viewer(clock, key).parameter("tenant", "south"))) {
      try (OidcCredentials credentials = oidc.refreshToken("r0")) {
        credentials.accessToken();
      }
    }
    assertThat(login.asked()).as("each asked for its own").hasSize(4);
  }

  @Test
  void session_ofAGrantWithoutOne_isNotKept() throws Exception {
    SecretKey key = key();
    for (String user : List.of("one", "other")) {
      try (OidcCredentials credentials =
          viewer(new ManualClock(), key).legacyPassword(user, () -> "pass")) {
        credentials.accessToken();
      }
    }
    assertThat(login.asked())
        .as("nobody goes on with the token of another user")
        .extracting(asked -> asked.form().get("username"))
        .containsExactly("one", "other");
    assertThat(file()).doesNotExist();
  }

  @Test
  void signOut_byAProcessThatHasNotUsedTheSession_revokesItToo() throws Exception {
    login.withRefreshTokens();
    ManualClock clock = new ManualClock();
    SecretKey key = key();
    try (OidcCredentials first = viewer(clock, key).refreshToken("r0")) {
      assertThat(first.accessToken()).isEqualTo("t1");
    }
    try (OidcCredentials next = viewer(clock, key).refreshToken("is not looked at")) {
      next.signOut();
    }
    assertThat(login.asked().get(1).path()).isEqualTo("/revoke");
    assertThat(login.asked().get(1).form()).containsEntry("token", "r1");
    assertThat(EncryptedTokenFile.withKey(file(), key).load(login.issuer() + " viewer ")).isEmpty();
  }

  private Oidc viewer(ManualClock clock, SecretKey key) {
    return Oidc.issuer(login.issuer())
        .client("viewer")
        .clock(clock)
        .tokenStore(EncryptedTokenFile.withKey(file(), key));
  }

  @Test
  void store_thatGivesSomethingElse_isAnErrorWithoutItsWords() {
    TokenStore broken =
        new TokenStore() {
          @Override
          public java.util.Optional<byte[]> load(String key) {
            return java.util.Optional.of(bytes("{\"access\":s3cret"));
          }

          @Override
          public void save(String key, byte[] value) {
            throw new UnsupportedOperationException();
          }

          @Override
          public void remove(String key) {
            throw new UnsupportedOperationException();
          }
        };
    try (OidcCredentials credentials = login.oidc().tokenStore(broken).refreshToken("r0")) {
      assertThatExceptionOfType(CredentialsException.class)
          .isThrownBy(credentials::accessToken)
          .withMessage("the token store gave something else than what was saved");
    }
  }
}
