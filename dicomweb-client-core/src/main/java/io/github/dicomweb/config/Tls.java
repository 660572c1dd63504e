// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.config;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509KeyManager;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;

/**
 * Which certificates are trusted, and which one is shown (mutual TLS). Immutable and thread-safe.
 *
 * <p>A client certificate tells who the caller is, so it is a credential: it is shown to the
 * origins of the configured base URLs and to no other host.
 */
public final class Tls {
  private final X509TrustManager trustManager;
  private final @Nullable X509KeyManager keyManager;

  private Tls(X509TrustManager trustManager, @Nullable X509KeyManager keyManager) {
    this.trustManager = trustManager;
    this.keyManager = keyManager;
  }

  /**
   * Starts with what the Java runtime trusts and no client certificate.
   *
   * @return a builder
   */
  public static Builder builder() {
    return new Builder();
  }

  /**
   * What decides which servers are trusted.
   *
   * @return the trust manager
   */
  public X509TrustManager trustManager() {
    return trustManager;
  }

  /**
   * Whether there is a client certificate.
   *
   * @return true if servers can be shown one
   */
  public boolean hasClientCertificate() {
    return keyManager != null;
  }

  /**
   * The same trust without the client certificate: for servers that must not see it.
   *
   * @return settings without a client certificate
   */
  public Tls withoutClientCertificate() {
    return keyManager == null ? this : new Tls(trustManager, null);
  }

  /**
   * A context with this trust and this certificate.
   *
   * @return a new context
   */
  public SSLContext context() {
    try {
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(
          keyManager == null ? null : new KeyManager[] {keyManager},
          new TrustManager[] {trustManager},
          null);
      return context;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java runtime has no TLS", e);
    }
  }

  /** Says nothing of keys. */
  @Override
  public String toString() {
    return hasClientCertificate() ? "Tls with a client certificate" : "Tls";
  }

  /** Collects the settings. Not thread-safe. */
  public static final class Builder {
    private final List<X509Certificate> trusted = new ArrayList<>();
    private boolean system = true;
    private @Nullable X509KeyManager keyManager;

    private Builder() {}

    /**
     * Trusts further authorities, such as the private one of a hospital.
     *
     * @param pem a file of certificates, PEM or DER
     * @return this
     * @throws IOException if it cannot be read
     * @throws IllegalArgumentException if it holds no certificate
     */
    public Builder trust(Path pem) throws IOException {
      try (InputStream in = Files.newInputStream(pem)) {
        Collection<? extends Certificate> found =
            CertificateFactory.getInstance("X.509").generateCertificates(in);
        if (found.isEmpty()) {
          throw new IllegalArgumentException("the file of trusted certificates holds none");
        }
        found.forEach(certificate -> trusted.add((X509Certificate) certificate));
        return this;
      } catch (GeneralSecurityException e) {
        throw new IllegalArgumentException(
            "the file of trusted certificates holds something else: PEM or DER is expected", e);
      }
    }

    /**
     * Trusts further authorities.
     *
     * @param certificates their certificates
     * @return this
     */
    public Builder trust(Collection<X509Certificate> certificates) {
      trusted.addAll(certificates);
      return this;
    }

    /**
     * Trusts only what {@link #trust} names, and not what the Java runtime trusts.
     *
     * @return this
     */
    public Builder nothingElse() {
      system = false;
      return this;
    }

    /**
     * Shows a client certificate (mutual TLS).
     *
     * @param file a key store with one private key and its certificates, PKCS#12 or JKS
     * @param password the password of the store and of the key
     * @return this
     * @throws IOException if it cannot be read, or the password is wrong
     * @throws IllegalArgumentException if it holds no private key
     */
    public Builder clientCertificate(Path file, char[] password) throws IOException {
      if (!Files.isRegularFile(file)) {
        throw new FileNotFoundException("the key store is not there, or is no file");
      }
      try {
        return clientCertificate(KeyStore.getInstance(file.toFile(), password), password);
      } catch (GeneralSecurityException e) {
        throw new IllegalArgumentException(
            "the key store cannot be opened: PKCS#12 or JKS is expected", e);
      }
    }

    /**
     * Shows a client certificate (mutual TLS).
     *
     * @param store a key store with one private key and its certificates
     * @param password the password of the key
     * @return this
     * @throws IllegalArgumentException if it holds no private key, or the password is wrong
     */
    public Builder clientCertificate(KeyStore store, char[] password) {
      try {
        if (Collections.list(store.aliases()).stream().noneMatch(alias -> isKey(store, alias))) {
          throw new IllegalArgumentException("the key store holds no private key");
        }
        KeyManagerFactory factory =
            KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        factory.init(store, password);
        keyManager = first(factory.getKeyManagers(), X509KeyManager.class);
        return this;
      } catch (GeneralSecurityException e) {
        throw new IllegalArgumentException("the key in the key store cannot be used", e);
      }
    }

    private static boolean isKey(KeyStore store, String alias) {
      try {
        return store.isKeyEntry(alias);
      } catch (GeneralSecurityException e) {
        throw new IllegalArgumentException("the key store is not loaded", e);
      }
    }

    /**
     * Builds the settings.
     *
     * @return the settings
     * @throws IllegalStateException if nothing at all would be trusted
     */
    public Tls build() {
      try {
        if (trusted.isEmpty()) {
          if (!system) {
            throw new IllegalStateException("nothing would be trusted: name an authority");
          }
          return new Tls(trustManager(null), keyManager);
        }
        KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, null);
        List<X509Certificate> all = new ArrayList<>(trusted);
        if (system) {
          all.addAll(List.of(trustManager(null).getAcceptedIssuers()));
        }
        for (int i = 0; i < all.size(); i++) {
          store.setCertificateEntry("trusted-" + i, all.get(i));
        }
        return new Tls(trustManager(store), keyManager);
      } catch (GeneralSecurityException | IOException e) {
        throw new IllegalStateException("this Java runtime cannot hold certificates", e);
      }
    }

    private static X509TrustManager trustManager(@Nullable KeyStore store)
        throws GeneralSecurityException {
      TrustManagerFactory factory =
          TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      factory.init(store);
      return first(factory.getTrustManagers(), X509TrustManager.class);
    }

    private static <T> T first(Object[] managers, Class<T> type) {
      Optional<T> found =
          List.of(managers).stream().filter(type::isInstance).map(type::cast).findFirst();
      return found.orElseThrow(
          () -> new IllegalStateException("this Java runtime has no " + type.getSimpleName()));
    }
  }
}
