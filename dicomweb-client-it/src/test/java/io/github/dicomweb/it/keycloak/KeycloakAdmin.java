// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.it.keycloak;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.util.JSONArrayUtils;
import com.nimbusds.oauth2.sdk.util.JSONObjectUtils;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import net.minidev.json.JSONObject;
import okhttp3.Credentials;
import okhttp3.FormBody;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;

/** What an administrator of the realm does, over Keycloak's REST interface. */
final class KeycloakAdmin {
  static final String CLIENT = "test-admin";
  static final String SECRET = "test-admin-secret";

  private static final MediaType JSON = MediaType.get("application/json");

  private final OkHttpClient http;
  private final HttpUrl server;

  KeycloakAdmin(OkHttpClient http, String server) {
    this.http = http;
    this.server = HttpUrl.get(server);
  }

  /** Ends all sessions of a user; what was issued in them is revoked. */
  void endSessions(String user) throws IOException {
    String found =
        send(
            request(
                realm("users")
                    .addQueryParameter("username", user)
                    .addQueryParameter("exact", "true")));
    send(
        request(realm("users").addPathSegments(first(found).get("id") + "/logout"))
            .post(RequestBody.create(new byte[0])));
  }

  /**
   * Registers keys by which a client authenticates from now on, instead of those it had.
   *
   * @param keys only their public parts are sent
   */
  void registerKeys(String clientId, JWKSet keys) throws IOException {
    setAttributes(
        clientId,
        Map.of(
            "use.jwks.string",
            "true",
            "jwks.string",
            new JSONObject(keys.toPublicJWKSet().toJSONObject()).toString()));
  }

  /** Says how long the access tokens live that a client gets from now on. */
  void tokenLifespan(String clientId, Duration value) throws IOException {
    setAttributes(clientId, Map.of("access.token.lifespan", Long.toString(value.toSeconds())));
  }

  private void setAttributes(String clientId, Map<String, String> values) throws IOException {
    JSONObject client =
        first(send(request(realm("clients").addQueryParameter("clientId", clientId))));
    try {
      JSONObject attributes = JSONObjectUtils.getJSONObject(client, "attributes");
      attributes.putAll(values);
      client.put("attributes", attributes);
    } catch (ParseException e) {
      throw new IOException("a client without attributes", e);
    }
    send(
        request(realm("clients").addPathSegment(String.valueOf(client.get("id"))))
            .put(RequestBody.create(client.toString(), JSON)));
  }

  private HttpUrl.Builder realm(String path) {
    return server.newBuilder().addPathSegments("admin/realms/" + Hospital.REALM + "/" + path);
  }

  private Request.Builder request(HttpUrl.Builder url) throws IOException {
    return new Request.Builder().url(url.build()).header("Authorization", "Bearer " + token());
  }

  /** A token of the administrator, which is of another realm. */
  String token() throws IOException {
    String answer =
        send(
            new Request.Builder()
                .url(
                    server
                        .newBuilder()
                        .addPathSegments("realms/master/protocol/openid-connect/token")
                        .build())
                .header("Authorization", Credentials.basic(CLIENT, SECRET))
                .post(new FormBody.Builder().add("grant_type", "client_credentials").build()));
    try {
      return JSONObjectUtils.getString(JSONObjectUtils.parse(answer), "access_token");
    } catch (ParseException e) {
      throw new IOException("no token for the administrator", e);
    }
  }

  private String send(Request.Builder request) throws IOException {
    try (Response answer = http.newCall(request.build()).execute()) {
      String body = answer.body().string();
      if (!answer.isSuccessful()) {
        throw new IOException(
            answer.request().method()
                + " "
                + answer.request().url()
                + " answered "
                + answer.code()
                + ": "
                + body);
      }
      return body;
    }
  }

  private static JSONObject first(String array) throws IOException {
    try {
      return (JSONObject) JSONArrayUtils.parse(array).get(0);
    } catch (ParseException | IndexOutOfBoundsException e) {
      throw new IOException("nothing of that name in the realm", e);
    }
  }
}
