// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.it.orthanc;

import java.io.IOException;
import java.lang.reflect.Parameter;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives each test an empty Orthanc and takes it away after the test. */
final class OrthancExtension implements BeforeEachCallback, ParameterResolver {

  private enum Kind {
    PROCESS(OrthancProcess.LOOKED_FOR) {
      @Override
      boolean isAvailable() {
        return OrthancProcess.isAvailable();
      }

      @Override
      OrthancServer start(OrthancConfig config) throws IOException {
        return OrthancProcess.start(config);
      }
    },
    CONTAINER(OrthancContainer.LOOKED_FOR) {
      @Override
      boolean isAvailable() {
        return OrthancContainer.isAvailable();
      }

      @Override
      OrthancServer start(OrthancConfig config) {
        return OrthancContainer.start(config);
      }
    },
    URL(OrthancElsewhere.LOOKED_FOR) {
      @Override
      boolean isAvailable() {
        return OrthancElsewhere.isAvailable();
      }

      @Override
      OrthancServer start(OrthancConfig config) throws IOException {
        return OrthancElsewhere.connect(config);
      }
    };

    private final String lookedFor;

    Kind(String lookedFor) {
      this.lookedFor = lookedFor;
    }

    abstract boolean isAvailable();

    abstract OrthancServer start(OrthancConfig config) throws IOException;
  }

  /** Looked for once: asking for Docker takes time. */
  private static final class Found {
    static final List<Kind> TRIED =
        Settings.of(Settings.KIND)
            .map(name -> List.of(Kind.valueOf(name.toUpperCase(Locale.ROOT))))
            .orElse(List.of(Kind.values()));
    static final Optional<Kind> KIND = TRIED.stream().filter(Kind::isAvailable).findFirst();
  }

  /** Before each test and not when the parameter is resolved: there, no test can be skipped. */
  @Override
  public void beforeEach(ExtensionContext context) throws IOException {
    Parameter[] parameters = context.getRequiredTestMethod().getParameters();
    for (int i = 0; i < parameters.length; i++) {
      if (parameters[i].getType() == OrthancServer.class) {
        // The store closes what it holds at the end of the test.
        store(context).put(i, start(parameters[i]));
      }
    }
  }

  private static OrthancServer start(Parameter parameter) throws IOException {
    Kind kind =
        Found.KIND.orElseThrow(
            () ->
                Missing.because(
                    "no Orthanc: looked for "
                        + String.join(
                            ", for ", Found.TRIED.stream().map(k -> k.lookedFor).toList())));
    return kind.start(
        OrthancConfig.of(
            parameter.isAnnotationPresent(OrthancTest.WithPassword.class)
                ? OrthancConfig.Access.PASSWORD
                : OrthancConfig.Access.OPEN));
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == OrthancServer.class;
  }

  @Override
  public OrthancServer resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return Objects.requireNonNull(
        store(context).get(parameter.getIndex(), OrthancServer.class), "started before each test");
  }

  private static ExtensionContext.Store store(ExtensionContext context) {
    return context.getStore(Namespace.create(OrthancExtension.class, context.getUniqueId()));
  }
}
