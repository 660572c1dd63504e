// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.List;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Key stores and files of certificates, good and bad. */
class TlsTest {
  private static final String SECRET = "st0re-s3cret";
  private static final char[] PASSWORD = SECRET.toCharArray();
  private static final HeldCertificate ONE =
      new HeldCertificate.Builder().commonName("one").certificateAuthority(0).build();
  private static final HeldCertificate TWO =
      new HeldCertificate.Builder().commonName("two").certificateAuthority(0).build();

  @TempDir Path directory = Path.of("");

  private Path file(String content) throws IOException {
    return Files.writeString(directory.resolve("file"), content);
  }

  private Path store(String type, boolean withKey, char[] ofKey) throws Exception {
    KeyStore store = KeyStore.getInstance(type);
    store.load(null, null);
    if (withKey) {
      store.setKeyEntry(
          "k", ONE.keyPair().getPrivate(), ofKey, new Certificate[] {ONE.certificate()});
    } else {
      store.setCertificateEntry("c", ONE.certificate());
    }
    Path file = directory.resolve("store." + type);
    try (OutputStream out = Files.newOutputStream(file)) {
      store.store(out, PASSWORD);
    }
    return file;
  }

  private static List<X509Certificate> trusted(Tls tls) {
    return List.of(tls.trustManager().getAcceptedIssuers());
  }

  @Test
  void nothingSet_trustsWhatTheRuntimeTrusts() {
    Tls tls = Tls.builder().build();
    assertThat(trusted(tls)).hasSizeGreaterThan(10);
    assertThat(tls.hasClientCertificate()).isFalse();
    assertThat(tls.withoutClientCertificate()).isSameAs(tls);
    assertThat(tls).hasToString("Tls");
  }

  @Test
  void pemOfSeveralAuthorities_isTrustedBesideTheRuntimes() throws Exception {
    Path pem =
        file("# our own\n" + ONE.certificatePem() + "\nand another\n" + TWO.certificatePem());
    List<X509Certificate> system = trusted(Tls.builder().build());
    assertThat(trusted(Tls.builder().trust(pem).build()))
        .contains(ONE.certificate(), TWO.certificate())
        .containsAll(system);
  }

  @Test
  void nothingElse_leavesOnlyWhatWasNamed() throws Exception {
    Path der = directory.resolve("der");
    Files.write(der, TWO.certificate().getEncoded());
    assertThat(
            trusted(
                Tls.builder().nothingElse().trust(List.of(ONE.certificate())).trust(der).build()))
        .containsExactlyInAnyOrder(ONE.certificate(), TWO.certificate());
    assertThatIllegalStateException().isThrownBy(() -> Tls.builder().nothingElse().build());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "garbage s3cret",
        "-----BEGIN CERTIFICATE-----\ns3cret\n-----END CERTIFICATE-----\n",
        "-----BEGIN CERTIFICATE-----\nMIIB",
        "\u0000\u0001\u0002",
      })
  void trustOfGarbage_isRefused(String content) throws Exception {
    Path garbage = file(content);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Tls.builder().trust(garbage))
        .withMessageContaining("trusted certificates")
        .withMessageNotContaining("s3cret");
  }

  @Test
  void trustOfAPrivateKey_isRefused() throws Exception {
    Path key = file(ONE.privateKeyPkcs8Pem());
    assertThatIllegalArgumentException().isThrownBy(() -> Tls.builder().trust(key));
  }

  @ParameterizedTest
  @ValueSource(strings = {"PKCS12", "JKS"})
  void keyStore_givesTheClientCertificate(String type) throws Exception {
    Tls tls = Tls.builder().clientCertificate(store(type, true, PASSWORD), PASSWORD).build();
    assertThat(tls.hasClientCertificate()).isTrue();
    assertThat(tls).hasToString("Tls with a client certificate");
    assertThat(tls.withoutClientCertificate().hasClientCertificate()).isFalse();
    assertThat(tls.withoutClientCertificate().trustManager()).isSameAs(tls.trustManager());
  }

  @ParameterizedTest
  @ValueSource(strings = {"PKCS12", "JKS"})
  void wrongPassword_isAnIoException_thatDoesNotQuoteIt(String type) throws Exception {
    Path file = store(type, true, PASSWORD);
    assertThatIOException()
        .isThrownBy(() -> Tls.builder().clientCertificate(file, "wr0ng".toCharArray()))
        .satisfies(e -> assertThat(e.toString() + e.getCause()).doesNotContain(SECRET, "wr0ng"));
  }

  @Test
  void otherPasswordOfTheKey_isRefused() throws Exception {
    Path file = store("JKS", true, "an0ther".toCharArray());
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Tls.builder().clientCertificate(file, PASSWORD))
        .withMessageNotContaining(SECRET)
        .withMessageContaining("key");
  }

  @ParameterizedTest
  @ValueSource(strings = {"PKCS12", "JKS"})
  void storeWithoutAKey_isRefused(String type) throws Exception {
    Path file = store(type, false, PASSWORD);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Tls.builder().clientCertificate(file, PASSWORD))
        .withMessageContaining("no private key");
  }

  @Test
  void storeThatIsNone_orIsNotThere_orIsNotLoaded_isRefused() throws Exception {
    Path garbage = file("garbage");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Tls.builder().clientCertificate(garbage, PASSWORD))
        .withMessageContaining("PKCS#12 or JKS");
    assertThatIOException()
        .isThrownBy(() -> Tls.builder().clientCertificate(directory.resolve("nothing"), PASSWORD));
    KeyStore empty = KeyStore.getInstance("PKCS12");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Tls.builder().clientCertificate(empty, PASSWORD));
  }
}
