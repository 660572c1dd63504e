// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.testkit;

import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives each test an empty {@link DicomWebTestServer} of its own and closes it afterwards. Tests
 * and their methods that run before and after each may have it as a parameter:
 *
 * <pre>
 * &#64;ExtendWith(DicomWebServerExtension.class)
 * class WorklistTest {
 *   &#64;Test
 *   void shows_the_study(DicomWebTestServer server) …
 * </pre>
 *
 * <p>or ask a field for it:
 *
 * <pre>
 * &#64;RegisterExtension
 * final DicomWebServerExtension dicomWeb = new DicomWebServerExtension();
 * </pre>
 *
 * <p>Tests may run in parallel; only with a static field, whose extension they then share, is
 * {@link #server()} of no use to them.
 */
public final class DicomWebServerExtension
    implements BeforeEachCallback, AfterEachCallback, ParameterResolver {
  private static final Namespace NAMESPACE = Namespace.create(DicomWebServerExtension.class);

  private volatile @Nullable DicomWebTestServer current;

  /** For {@code @ExtendWith} and fields with {@code @RegisterExtension}. */
  public DicomWebServerExtension() {}

  /**
   * The server of the test that runs.
   *
   * @return the server
   * @throws IllegalStateException outside a test
   */
  public DicomWebTestServer server() {
    DicomWebTestServer server = current;
    if (server == null) {
      throw new IllegalStateException("there is a server while a test runs, not before or after");
    }
    return server;
  }

  @Override
  public void beforeEach(ExtensionContext context) {
    DicomWebTestServer server = DicomWebTestServer.start();
    context.getStore(NAMESPACE).put(key(), server);
    current = server;
  }

  @Override
  public void afterEach(ExtensionContext context) {
    current = null;
    Store store = context.getStore(NAMESPACE);
    Optional.ofNullable(store.remove(key(), DicomWebTestServer.class))
        .ifPresent(DicomWebTestServer::close);
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == DicomWebTestServer.class
        && context.getStore(NAMESPACE).get(key()) != null;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return Objects.requireNonNull(context.getStore(NAMESPACE).get(key()));
  }

  /** Two extensions of one test have a server each. */
  private Object key() {
    return this;
  }
}
