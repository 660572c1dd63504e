// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.cli.server;

import io.github.dicomweb.DicomWebClient;
import io.github.dicomweb.DicomWebClientBuilder;
import io.github.dicomweb.auth.Credentials;
import io.github.dicomweb.cli.output.Notes;
import io.github.dicomweb.cli.output.ProgressBar;
import io.github.dicomweb.cli.run.Interrupts;
import io.github.dicomweb.cli.run.Retries;
import io.github.dicomweb.cli.run.StrictException;
import io.github.dicomweb.cli.run.UsageException;
import io.github.dicomweb.config.Timeouts;
import io.github.dicomweb.config.Tls;
import io.github.dicomweb.error.Warning;
import io.github.dicomweb.oidc.OidcCredentials;
import io.github.dicomweb.profile.ServerProfile;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A command's conversation with one server. */
public final class Session implements AutoCloseable {
  private static final int MOST_WARNINGS = 20;

  private final ServerOptions options;
  private final boolean strict;
  private final Retries retries;
  private final DicomWebClient base;
  private final Credentials credentials;
  private final Set<Warning> told = new LinkedHashSet<>();
  private final DicomWebClient client;
  private final ServerProfile profile;

  private Session(ServerOptions options, Settings settings) {
    this.options = options;
    this.strict = settings.on("strict");
    this.retries = new Retries(settings.number("retries", 0), options.interrupts());
    Keys keys = new Keys(settings);
    Tls tls = keys.tls();
    this.credentials = keys.credentials(tls);
    String name = settings.text("profile").orElse("standard");
    ServerProfile named = name.equals("auto") ? ServerProfile.standard() : preset(name);
    List<String> facts = settings.list("facts");
    ServerProfile known = facts.isEmpty() ? named : Facts.apply(named, facts);
    this.base = builder(settings, tls).credentials(credentials).profile(known).build();
    options.interrupts().atInterruptClose(base::close);
    if (name.equals("auto")) {
      this.profile = reading(() -> base.probe().executeAsync()).profile();
      this.client = base.withProfile(profile);
    } else {
      this.profile = known;
      this.client = base;
    }
  }

  /**
   * Opens one.
   *
   * @param options which server
   * @return the session, which the caller closes
   */
  public static Session open(ServerOptions options) {
    return new Session(options, options.settings());
  }

  private static DicomWebClientBuilder builder(Settings settings, @Nullable Tls tls) {
    DicomWebClientBuilder builder =
        DicomWebClient.builder(
            settings
                .text("url")
                .or(() -> settings.text("wado-url"))
                .or(() -> settings.text("qido-url"))
                .or(() -> settings.text("stow-url"))
                .or(() -> settings.text("wado-uri-url"))
                .orElseThrow(() -> new UsageException("which server? Use --url or --server")));
    settings.text("qido-url").ifPresent(builder::searchUrl);
    settings.text("wado-url").ifPresent(builder::retrieveUrl);
    settings.text("stow-url").ifPresent(builder::storeUrl);
    settings.text("wado-uri-url").ifPresent(builder::wadoUriUrl);
    Timeouts timeouts = Timeouts.defaults();
    if (settings.text("connect-timeout").isPresent()) {
      timeouts = timeouts.withConnect(Durations.parse(settings.text("connect-timeout").get()));
    }
    if (settings.text("stall-timeout").isPresent()) {
      timeouts = timeouts.withStall(Durations.parse(settings.text("stall-timeout").get()));
    }
    if (settings.text("timeout").isPresent()) {
      timeouts = timeouts.withCall(Durations.parse(settings.text("timeout").get()));
    }
    builder.timeouts(timeouts);
    if (settings.on("insecure-http")) {
      builder.allowInsecureHttp();
    }
    for (String header : settings.list("header")) {
      int colon = header.indexOf(':');
      if (colon < 1) {
        throw new UsageException("a header is written 'Name: value'");
      }
      builder.header(header.substring(0, colon).strip(), header.substring(colon + 1).strip());
    }
    if (tls != null) {
      builder.tls(tls);
    }
    return builder;
  }

  private static ServerProfile preset(String name) {
    return switch (name) {
      case "standard" -> ServerProfile.standard();
      case "orthanc" -> ServerProfile.orthanc();
      case "dcm4chee" -> ServerProfile.dcm4chee();
      case "google" -> ServerProfile.google();
      case "azure" -> ServerProfile.azure();
      case "aws" -> ServerProfile.awsHealthImaging();
      case "static" -> ServerProfile.staticDicomWeb();
      default ->
          throw new UsageException(
              "--profile is standard, orthanc, dcm4chee, google, azure, aws, static or auto");
    };
  }

  /**
   * The client.
   *
   * @return the client
   */
  public DicomWebClient client() {
    return client;
  }

  /**
   * What is known of the server.
   *
   * @return the profile
   */
  public ServerProfile profile() {
    return profile;
  }

  /**
   * What Ctrl-C reaches.
   *
   * @return the same at each call
   */
  public Interrupts interrupts() {
    return options.interrupts();
  }

  /**
   * A bar for a transfer.
   *
   * @return a new bar, which the caller closes
   */
  public ProgressBar progress() {
    return new ProgressBar(options.progress());
  }

  /**
   * Waits for a call that changes nothing; it is repeated as often as is set.
   *
   * @param call begins the call
   * @return its result
   */
  public <T> T reading(Supplier<CompletableFuture<T>> call) {
    return retries.reading(() -> interrupts().await(call.get()));
  }

  /**
   * Waits for a call that changes nothing and is gone on with by calling again; it is repeated as
   * often as is set.
   *
   * @param call begins the call
   * @param broken what kept a result from being whole
   * @return the first result that is whole, or the last one
   */
  public <T> T reading(
      Supplier<CompletableFuture<T>> call, Function<T, Optional<? extends Throwable>> broken) {
    return retries.reading(() -> interrupts().await(call.get()), broken);
  }

  /**
   * Waits for a call that changes the server.
   *
   * @param call begins the call
   * @return its result
   */
  public <T> T writing(Supplier<CompletableFuture<T>> call) {
    return retries.writing(() -> interrupts().await(call.get()));
  }

  /**
   * Does something that changes nothing, on this thread; it is repeated as often as is set.
   *
   * @param call the call
   * @return its result
   */
  public <T> T repeating(Supplier<T> call) {
    return retries.reading(call);
  }

  /**
   * Says something beside the results, unless nothing is to be said.
   *
   * @param text the text
   */
  public void say(String text) {
    if (!options.quiet()) {
      Notes.say(text);
    }
  }

  /**
   * Tells of warnings, each once.
   *
   * @param warnings the warnings
   * @throws StrictException if one of them is a tolerance and none is wanted
   */
  public void warn(List<Warning> warnings) {
    for (Warning warning : warnings) {
      if (strict && warning.kind() == Warning.Kind.TOLERATED) {
        throw new StrictException("not tolerated, for --strict: " + warning.text());
      }
      synchronized (told) {
        if (told.size() > MOST_WARNINGS || !told.add(warning)) {
          continue;
        }
        say(
            told.size() > MOST_WARNINGS
                ? "there are more warnings, which are not shown"
                : (warning.kind() == Warning.Kind.SERVER ? "the server warns: " : "tolerated: ")
                    + warning.text());
      }
    }
  }

  /** Whether tolerance is an error. */
  public boolean strict() {
    return strict;
  }

  @Override
  public void close() {
    base.close();
    if (credentials instanceof OidcCredentials open) {
      open.close();
    }
  }
}
