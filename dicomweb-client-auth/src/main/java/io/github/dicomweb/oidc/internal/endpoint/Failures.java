// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.oidc.internal.endpoint;

import com.nimbusds.oauth2.sdk.ErrorObject;
import io.github.dicomweb.error.CredentialsException;
import io.github.dicomweb.error.CredentialsException.Reason;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The one place where failures of the protocol become ours. Of what the server says only the code
 * is kept, and of the protocol library's exceptions nothing: both may quote a token.
 */
public final class Failures {
  private static final Pattern CODE = Pattern.compile("[a-z0-9_]{1,40}");

  private Failures() {}

  /** The server said no. */
  public static CredentialsException refused(String what, @Nullable ErrorObject error, int status) {
    String code = code(error);
    Reason reason =
        switch (code == null ? "" : code) {
          case "invalid_grant", "invalid_token" -> Reason.SIGN_IN_NEEDED;
          case "access_denied", "expired_token", "login_required", "consent_required" ->
              Reason.NOT_GRANTED;
          default -> Reason.REFUSED;
        };
    return new CredentialsException(
        what
            + " was refused with status "
            + status
            + (code == null ? " and no error code" : ", error " + code)
            + hint(code),
        reason,
        code,
        null);
  }

  private static String hint(@Nullable String code) {
    return switch (code == null ? "" : code) {
      case "invalid_client", "unauthorized_client" ->
          ": look at the client's identifier, secret or key, and whether this grant is allowed to it";
      case "invalid_grant" ->
          ": the session is over or was revoked, or what was shown is not valid";
      case "invalid_scope" -> ": look at the scopes";
      case "invalid_target" -> ": look at the audience";
      default -> "";
    };
  }

  /** What it answered cannot be what was asked for. */
  public static CredentialsException malformed(String what, String why) {
    return new CredentialsException(what + ": " + why, Reason.MALFORMED, null, null);
  }

  /** It cannot be reached. */
  public static CredentialsException unavailable(String what, @Nullable Throwable cause) {
    return new CredentialsException(
        what + ": the authorization server cannot be reached or is out of order",
        Reason.UNAVAILABLE,
        null,
        cause);
  }

  /** The error code, if it looks like one. */
  public static @Nullable String code(@Nullable ErrorObject error) {
    String code = error == null ? null : error.getCode();
    return code != null && CODE.matcher(code).matches() ? code : null;
  }
}
