// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.it.keycloak;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import okhttp3.Cookie;
import okhttp3.CookieJar;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;

/** A browser with a user in front of it who signs in at Keycloak. It keeps its cookies. */
final class LoginPages {
  private static final int MOST_PAGES = 12;

  /** What the user answers when asked whether a program may act for them. */
  enum Consent {
    ACCEPT,
    CANCEL
  }

  /**
   * Where the browser ends up.
   *
   * @param url what it asked for last; holds the code, after a sign-in
   * @param text the page it shows
   */
  record Landing(URI url, int status, String text) {}

  /** Cookies of one host, all paths together, which is enough for Keycloak's. */
  private static final class Jar implements CookieJar {
    private final List<Cookie> cookies = new ArrayList<>();

    @Override
    public synchronized void saveFromResponse(HttpUrl url, List<Cookie> received) {
      for (Cookie cookie : received) {
        cookies.removeIf(
            old -> old.name().equals(cookie.name()) && old.path().equals(cookie.path()));
        cookies.add(cookie);
      }
    }

    @Override
    public synchronized List<Cookie> loadForRequest(HttpUrl url) {
      return cookies.stream().filter(cookie -> cookie.matches(url)).toList();
    }
  }

  private final OkHttpClient http;

  private LoginPages(OkHttpClient http) {
    this.http = http;
  }

  /** A browser that has no cookies yet. */
  static LoginPages of(Keycloak keycloak) {
    return new LoginPages(
        keycloak.http().newBuilder().cookieJar(new Jar()).followRedirects(false).build());
  }

  /**
   * Opens an authorization request, signs in, and follows the redirection to the program that waits
   * for it on this machine.
   *
   * @return what that program answered; its URL holds what it was told
   * @throws IOException if the user is not let in, or nobody waits
   */
  Landing signIn(URI authorization, String user, String password) throws IOException {
    return walk(authorization, user, password, Consent.ACCEPT);
  }

  /**
   * Opens the page of a device authorization, signs in and consents.
   *
   * @param complete the {@code verification_uri_complete}
   */
  Landing approveDevice(URI complete, String user, String password) throws IOException {
    return walk(complete, user, password, Consent.ACCEPT);
  }

  /** As {@link #approveDevice}, and does not consent. */
  Landing refuseDevice(URI complete, String user, String password) throws IOException {
    return walk(complete, user, password, Consent.CANCEL);
  }

  private Landing walk(URI start, String user, String password, Consent consent)
      throws IOException {
    Request next = new Request.Builder().url(start.toString()).build();
    HttpUrl home = next.url();
    boolean signedIn = false;
    for (int page = 0; page < MOST_PAGES; page++) {
      try (Response answer = http.newCall(next).execute()) {
        String location = answer.header("Location");
        HttpUrl target = location == null ? null : answer.request().url().resolve(location);
        if (target != null) {
          next = new Request.Builder().url(target).build();
          continue;
        }
        HttpUrl url = answer.request().url();
        String html = answer.body().string();
        HtmlForm form = HtmlForm.of(url, html).orElse(null);
        if (form == null || !url.host().equals(home.host()) || url.port() != home.port()) {
          return new Landing(url.uri(), answer.code(), html);
        }
        if (form.asksFor("password")) {
          if (signedIn) {
            throw new IOException("Keycloak does not let " + user + " in");
          }
          signedIn = true;
          next = form.filled(Map.of("username", user, "password", password, "credentialId", ""));
        } else if (form.asksFor("accept")) {
          next = form.filled(Map.of(consent == Consent.ACCEPT ? "accept" : "cancel", ""));
        } else {
          throw new IOException("a page that is not known, with the fields " + form.fields());
        }
      }
    }
    throw new IOException("more than " + MOST_PAGES + " pages");
  }
}
