// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.dicomweb.error.AuthenticationException;
import io.github.dicomweb.error.Challenge;
import io.github.dicomweb.error.InsufficientScopeException;
import io.github.dicomweb.error.InvalidTokenException;
import java.util.List;
import java.util.Map;
import mockwebserver3.MockResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a refusal says in {@code WWW-Authenticate}, and what is made of it. */
class ChallengeTest {
  private static final String WORD = "Geheimnis";

  @RegisterExtension final Wire wire = new Wire();

  private AuthenticationException refused(int status, String... challenges) {
    MockResponse.Builder answer = new MockResponse.Builder().code(status).body("about " + WORD);
    for (String challenge : challenges) {
      answer.addHeaderLenient("WWW-Authenticate", challenge);
    }
    wire.enqueue(answer.build());
    AuthenticationException refusal =
        catchThrowableOfType(
            AuthenticationException.class, () -> wire.client().searchForStudies().execute());
    assertThat(refusal.status()).isEqualTo(status);
    assertThat(refusal + " " + refusal.challenges() + " " + refusal.getCause())
        .doesNotContainIgnoringCase(WORD)
        .contains("GET /studies answered " + status);
    return refusal;
  }

  private static List<String> schemes(AuthenticationException refusal) {
    return refusal.challenges().stream().map(Challenge::scheme).toList();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Bearer error=\"invalid_token\"",
        "bearer ERROR=invalid_token",
        "Bearer realm=\"Geheimnis\", error=\"invalid_token\", error_description=\"of Geheimnis\"",
        "Basic realm=\"x\", Bearer realm=\"y\" , error=\"invalid_token\"",
        "Negotiate R2VoZWltbmlz==, Bearer error=\"invalid_token\"",
        "Negotiate, Bearer error=\"invalid_token\", Basic realm=\"z\"",
        "Bearer realm=\"a, \\\"Basic\\\" b\", error=\"invalid_token\"",
      })
  void invalidToken_isTyped(String challenge) {
    for (int status : List.of(401, 403)) {
      assertThat(refused(status, challenge)).isInstanceOf(InvalidTokenException.class);
    }
  }

  @Test
  void insufficientScope_saysWhichScopesWouldDo() {
    for (int status : List.of(401, 403)) {
      AuthenticationException refusal =
          refused(
              status,
              "Bearer realm=\"r\", error=\"insufficient_scope\", scope=\" dicom.read  Geheimnis \"");
      assertThat(refusal)
          .isInstanceOfSatisfying(
              InsufficientScopeException.class,
              e -> assertThat(e.requiredScopes()).containsExactly("dicom.read", WORD));
    }
  }

  @Test
  void insufficientScope_withoutScopes_hasNone() {
    for (String rest : List.of("", ", scope=\"\"", ", scope=\"  \"", ", scop=\"a\"")) {
      assertThat(refused(403, "Bearer error=\"insufficient_scope\"" + rest))
          .isInstanceOfSatisfying(
              InsufficientScopeException.class, e -> assertThat(e.requiredScopes()).isEmpty());
    }
  }

  @Test
  void severalChallenges_areAllThere_inOneHeaderAndInSeveral() {
    AuthenticationException one =
        refused(401, "Digest realm=\"d\", nonce=\"n\", Bearer scope=\"s\", Negotiate");
    assertThat(schemes(one)).containsExactly("Digest", "Bearer", "Negotiate");
    assertThat(one.challenges().get(0).parameters())
        .containsExactlyInAnyOrderEntriesOf(Map.of("realm", "d", "nonce", "n"));
    assertThat(one.challenges().get(1).scope()).contains("s");
    AuthenticationException several =
        refused(401, "Basic realm=\"b\"", "Bearer error=\"invalid_token\"", "Negotiate dG9r");
    assertThat(schemes(several)).containsExactly("Basic", "Bearer", "Negotiate");
    assertThat(several).isInstanceOf(InvalidTokenException.class);
    assertThat(several.challenges().get(2).parameters()).isEmpty();
  }

  @Test
  void errorOfAnotherScheme_isNotTheErrorOfAToken() {
    for (String scheme : List.of("Basic", "Digest", "X-Bearer", "Bearerx")) {
      AuthenticationException refusal =
          refused(401, scheme + " error=\"invalid_token\", scope=\"a\"");
      assertThat(refusal).isExactlyInstanceOf(AuthenticationException.class);
      assertThat(refusal.challenges().get(0).error()).isEmpty();
      assertThat(refusal.challenges().get(0).parameters()).containsEntry("error", "invalid_token");
    }
  }

  @Test
  void unknownError_andNoChallengeAtAll_areTheirStatusOnly() {
    assertThat(refused(401)).isExactlyInstanceOf(AuthenticationException.class);
    assertThat(refused(403)).isExactlyInstanceOf(AuthenticationException.class);
    assertThat(refused(403).challenges()).isEmpty();
    assertThat(refused(401, "Bearer error=\"invalid_request\""))
        .isExactlyInstanceOf(AuthenticationException.class)
        .hasMessageContaining("the credentials were not accepted");
  }

  @Test
  void hostileChallenges_areARefusalAllTheSame_andTellNothing() {
    for (String hostile :
        List.of(
            "Bearer error=\"invalid_token, realm=\"Geheimnis",
            "Bearer error=\"Geheimnis",
            "Bearer error=\"\\",
            "\"Geheimnis\"",
            "Bearer error==Geheimnis",
            "Bearer error=\"invalid_token\", error=\"Geheimnis\"",
            ",,,, ,",
            "=",
            "Bearer Geheimnis, , =x, Geheimnis=",
            "Geheimnis realm=\"x\"",
            "Geheimnis",
            "Bearer realm=\"Müller Geheimnis 山田\"",
            "Müller realm=\"Geheimnis\"",
            "Bearer error=\"" + WORD.repeat(900) + "\"",
            WORD.repeat(900) + " error=\"x\"",
            "Bearer a=b, ".repeat(700))) {
      assertThat(refused(401, hostile)).isExactlyInstanceOf(AuthenticationException.class);
      assertThat(refused(403, hostile, hostile)).isInstanceOf(AuthenticationException.class);
    }
  }

  @Test
  void wordsOfTheServer_areInNoTextOfAChallenge() {
    assertThat(new Challenge("Bearer", Map.of("realm", WORD))).hasToString("Bearer");
    assertThat(new Challenge("DPoP", Map.of())).hasToString("DPoP");
    for (String scheme : List.of(WORD, "Müller", "1.2.840.113619", "", "Bearer " + WORD)) {
      assertThat(new Challenge(scheme, Map.of())).hasToString("(another scheme)");
    }
  }
}
