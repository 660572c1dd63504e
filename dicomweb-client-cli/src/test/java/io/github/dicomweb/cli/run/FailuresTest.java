// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.cli.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dicomweb.error.CredentialsException;
import io.github.dicomweb.error.HttpStatusException;
import io.github.dicomweb.error.MalformedResponseException;
import io.github.dicomweb.error.TransportException;
import io.github.dicomweb.error.TransportException.Phase;
import io.github.dicomweb.error.TransportException.Reason;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;

class FailuresTest {
  private static HttpStatusException status(int status, String body) {
    return HttpStatusException.of(
        new HttpStatusException.Response(
            "GET", "/studies", status, Map.of(), List.of(), List.of(), body));
  }

  private static TransportException transport(Reason reason) {
    return new TransportException("what happened", Phase.BODY, reason, null);
  }

  @Test
  void code_ofEachKind_isThatOfTheContract() {
    assertThat(Failures.code(status(401, ""))).isEqualTo(4);
    assertThat(Failures.code(status(403, ""))).isEqualTo(4);
    assertThat(Failures.code(status(404, ""))).isEqualTo(5);
    assertThat(Failures.code(status(410, ""))).isEqualTo(5);
    assertThat(Failures.code(status(500, ""))).isEqualTo(1);
    assertThat(Failures.code(transport(Reason.TIMEOUT))).isEqualTo(6);
    assertThat(Failures.code(transport(Reason.TLS))).isEqualTo(6);
    assertThat(Failures.code(transport(Reason.LOCAL))).isEqualTo(1);
    assertThat(Failures.code(transport(Reason.CANCELLED))).isEqualTo(130);
    assertThat(Failures.code(MalformedResponseException.builder("cut").build())).isEqualTo(7);
    assertThat(Failures.code(new StrictException("x"))).isEqualTo(7);
    assertThat(Failures.code(new UsageException("x"))).isEqualTo(2);
    assertThat(Failures.code(new CancellationException())).isEqualTo(130);
    assertThat(Failures.code(new CompletionException(status(404, "")))).isEqualTo(5);
    assertThat(
            Failures.code(
                new CredentialsException(
                    "over", CredentialsException.Reason.SIGN_IN_NEEDED, null, null)))
        .isEqualTo(4);
  }

  @Test
  void line_holdsTheServersWordsBoundedAndHarmless() {
    String line = Failures.line(status(400, "a\r\n\u001B[2Jb" + "x".repeat(10_000)));
    assertThat(line)
        .startsWith("refused by the server: GET /studies answered 400")
        .contains("; the server says: a \\u001B[2Jbxxx")
        .hasSizeLessThan(900);
  }
}
