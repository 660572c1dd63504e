// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.auth;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * What makes a request acceptable to a server. The client asks for headers before each attempt, and
 * only for the origins the user configured: never after a redirection to another host, never for a
 * URL that a server named on another host, never over plain HTTP to a host that is not this machine
 * unless that was allowed explicitly.
 *
 * <p>Implementations must be thread-safe, may block, and must keep secrets out of {@code toString}
 * and of exceptions.
 */
public interface Credentials {

  /**
   * The headers for a request, {@code Authorization} as a rule.
   *
   * @param target the request they are for
   * @return header names and values; may be empty
   */
  Map<String, String> headers(Target target);

  /**
   * Called once when the server answered 401 to a request that carried {@link #headers}.
   *
   * @param refusal what was refused
   * @return true if {@link #headers} would now give something better, so that the request is worth
   *     sending once more
   */
  default boolean renew(Refusal refusal) {
    return false;
  }

  /**
   * No credentials.
   *
   * @return credentials that add nothing
   */
  static Credentials none() {
    return BuiltIn.NONE;
  }

  /**
   * HTTP Basic authentication (RFC 7617), in UTF-8.
   *
   * @param user the user's name; must not hold a colon
   * @param password the password
   * @return the credentials
   * @throws IllegalArgumentException if the name holds a colon
   */
  static Credentials basic(String user, String password) {
    return BuiltIn.basic(user, password);
  }

  /**
   * A key in a header, as gateways of APIs want it.
   *
   * @param header the header's name, such as {@code X-Api-Key}
   * @param key gives the key as it is now; called from many threads
   * @return the credentials
   */
  static Credentials apiKey(String header, Supplier<String> key) {
    return BuiltIn.apiKey(header, key);
  }

  /**
   * A bearer token (RFC 6750) that the application has or gets. The supplier is asked before each
   * request; after a 401 it is asked again, and the request is repeated once if the token changed.
   *
   * @param token gives the token as it is now; called from many threads
   * @return the credentials
   */
  static Credentials bearer(Supplier<String> token) {
    return BuiltIn.bearer(token);
  }

  /**
   * The request that credentials are asked for.
   *
   * @param method the HTTP method
   * @param uri the whole URI; it may name a patient
   * @param bodyLength the bytes of the body: 0 without one, -1 if that is not known before it is
   *     sent
   */
  record Target(String method, URI uri, long bodyLength) {
    /**
     * A request without a body.
     *
     * @param method the HTTP method
     * @param uri the whole URI; it may name a patient
     */
    public Target(String method, URI uri) {
      this(method, uri, 0);
    }

    /**
     * The method and the origin only.
     *
     * @return a text that is safe to log
     */
    @Override
    public String toString() {
      String authority = String.valueOf(uri.getRawAuthority());
      // A URL that a server named may hold a user and a password.
      String host = authority.substring(authority.lastIndexOf('@') + 1);
      return method + " " + uri.getScheme() + "://" + host;
    }
  }

  /**
   * A 401 answer.
   *
   * @param target the request
   * @param headers the headers that were sent
   * @param challenges the values of {@code WWW-Authenticate}
   */
  record Refusal(Target target, Map<String, String> headers, List<String> challenges) {
    /**
     * Copies what it is given.
     *
     * @param target the request
     * @param headers the headers that were sent
     * @param challenges the values of {@code WWW-Authenticate}
     */
    public Refusal {
      headers = Map.copyOf(headers);
      challenges = List.copyOf(challenges);
    }

    /**
     * The method and the origin only.
     *
     * @return a text that is safe to log
     */
    @Override
    public String toString() {
      return "401 to " + target;
    }
  }
}
