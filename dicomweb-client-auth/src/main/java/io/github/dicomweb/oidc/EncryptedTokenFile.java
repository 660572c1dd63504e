// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.oidc;

import com.nimbusds.jose.EncryptionMethod;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWEDecrypter;
import com.nimbusds.jose.JWEEncrypter;
import com.nimbusds.jose.JWEHeader;
import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.DirectDecrypter;
import com.nimbusds.jose.crypto.DirectEncrypter;
import com.nimbusds.jose.crypto.PasswordBasedDecrypter;
import com.nimbusds.jose.crypto.PasswordBasedEncrypter;
import com.nimbusds.jose.util.Base64URL;
import io.github.dicomweb.error.CredentialsException;
import io.github.dicomweb.error.CredentialsException.Reason;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.text.ParseException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import javax.crypto.SecretKey;

/**
 * Sessions in a file that only its key opens: a JSON Web Encryption (RFC 7516) with AES-256-GCM,
 * readable for its owner alone where the file system can say so, replaced as a whole.
 *
 * <p>Thread-safe. Of two processes that share a file the one that writes last wins.
 */
public final class EncryptedTokenFile implements TokenStore {
  // What OWASP advises for PBKDF2 with SHA-512.
  private static final int ITERATIONS = 210_000;

  private final Path file;
  private final JWEHeader header;
  private final JWEEncrypter encrypter;
  private final JWEDecrypter decrypter;

  private EncryptedTokenFile(
      Path file, JWEHeader header, JWEEncrypter encrypter, JWEDecrypter decrypter) {
    this.file = file;
    this.header = header;
    this.encrypter = encrypter;
    this.decrypter = decrypter;
  }

  /**
   * A file whose key is made from a passphrase (PBKDF2 with SHA-512).
   *
   * @param file where it is or will be; its directory exists
   * @param passphrase the passphrase
   * @return the store
   */
  public static EncryptedTokenFile withPassphrase(Path file, String passphrase) {
    return new EncryptedTokenFile(
        file,
        new JWEHeader(JWEAlgorithm.PBES2_HS512_A256KW, EncryptionMethod.A256GCM),
        new PasswordBasedEncrypter(passphrase, 16, ITERATIONS),
        new PasswordBasedDecrypter(passphrase));
  }

  /**
   * A file with a key that the application keeps, in a key store of the system for instance.
   *
   * @param file where it is or will be; its directory exists
   * @param key an AES key of 256 bits
   * @return the store
   * @throws IllegalArgumentException if the key is of another length
   */
  public static EncryptedTokenFile withKey(Path file, SecretKey key) {
    byte[] encoded = key.getEncoded();
    if (encoded != null && encoded.length != 32) {
      throw new IllegalArgumentException("the key of a token file must have 256 bits");
    }
    try {
      return new EncryptedTokenFile(
          file,
          new JWEHeader(JWEAlgorithm.DIR, EncryptionMethod.A256GCM),
          new DirectEncrypter(key),
          new DirectDecrypter(key));
    } catch (JOSEException e) {
      throw new IllegalArgumentException("the key of a token file must have 256 bits", e);
    }
  }

  @Override
  public synchronized Optional<byte[]> load(String key) {
    return Optional.ofNullable(read().get(key))
        .map(value -> new Base64URL(String.valueOf(value)).decode());
  }

  @Override
  public synchronized void save(String key, byte[] value) {
    Map<String, Object> all = new LinkedHashMap<>(read());
    all.put(key, Base64URL.encode(value).toString());
    write(all);
  }

  @Override
  public synchronized void remove(String key) {
    Map<String, Object> all = new LinkedHashMap<>(read());
    if (all.remove(key) != null) {
      write(all);
    }
  }

  private Map<String, Object> read() {
    String text = local("read", this::text);
    if (text.isEmpty()) {
      return Map.of();
    }
    try {
      JWEObject object = JWEObject.parse(text);
      object.decrypt(decrypter);
      return object.getPayload().toJSONObject();
    } catch (ParseException | JOSEException e) {
      throw new CredentialsException(
          "the token file cannot be opened: it has another key, or is damaged",
          Reason.REFUSED,
          null,
          null);
    }
  }

  private String text() throws IOException {
    try {
      return Files.readString(file).strip();
    } catch (NoSuchFileException e) {
      return "";
    }
  }

  private void write(Map<String, Object> all) {
    JWEObject object = new JWEObject(header, new Payload(all));
    try {
      object.encrypt(encrypter);
    } catch (JOSEException e) {
      throw new IllegalStateException("this Java runtime cannot encrypt the token file", e);
    }
    String text = object.serialize();
    local(
        "written",
        () -> {
          Path directory = file.toAbsolutePath().getParent();
          Path next = Files.createTempFile(directory, ".tokens", ".tmp", ownerOnly());
          try {
            Files.writeString(next, text);
            return Files.move(
                next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
          } finally {
            boolean unused = Files.deleteIfExists(next);
          }
        });
  }

  private static FileAttribute<?>[] ownerOnly() {
    return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
        }
        : new FileAttribute<?>[0];
  }

  private static <T> T local(String what, Callable<T> action) {
    try {
      return action.call();
    } catch (Exception e) {
      throw new CredentialsException(
          "the token file could not be " + what, Reason.UNAVAILABLE, null, e);
    }
  }

  /** Nothing of path and key. */
  @Override
  public String toString() {
    return "EncryptedTokenFile";
  }
}
