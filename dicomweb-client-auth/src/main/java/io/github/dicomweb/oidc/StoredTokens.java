// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.oidc;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jose.util.JSONObjectUtils;
import io.github.dicomweb.error.CredentialsException;
import io.github.dicomweb.error.CredentialsException.Reason;
import io.github.dicomweb.oidc.internal.token.Tokens;
import io.github.dicomweb.oidc.internal.token.Vault;
import java.text.ParseException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The tokens of one session in a store. */
record StoredTokens(TokenStore store, String key) implements Vault {

  @Override
  public Optional<Tokens> load() {
    return store.load(key).map(StoredTokens::parse);
  }

  private static Tokens parse(byte[] value) {
    try {
      Map<String, Object> json = JSONObjectUtils.parse(new String(value, UTF_8));
      Long expires = json.containsKey("expires") ? JSONObjectUtils.getLong(json, "expires") : null;
      String access = JSONObjectUtils.getString(json, "access");
      if (access == null) {
        throw damaged();
      }
      return new Tokens(
          access,
          Instant.ofEpochSecond(JSONObjectUtils.getLong(json, "obtained")),
          expires == null ? null : Instant.ofEpochSecond(expires),
          JSONObjectUtils.getString(json, "refresh"));
    } catch (ParseException e) {
      throw damaged();
    }
  }

  private static CredentialsException damaged() {
    return new CredentialsException(
        "the token store gave something else than what was saved", Reason.MALFORMED, null, null);
  }

  @Override
  public void save(Tokens tokens) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("access", tokens.access());
    json.put("obtained", tokens.obtained().getEpochSecond());
    if (tokens.expires() != null) {
      json.put("expires", tokens.expires().getEpochSecond());
    }
    if (tokens.refresh() != null) {
      json.put("refresh", tokens.refresh());
    }
    store.save(key, JSONObjectUtils.toJSONString(json).getBytes(UTF_8));
  }

  @Override
  public void clear() {
    store.remove(key);
  }
}
