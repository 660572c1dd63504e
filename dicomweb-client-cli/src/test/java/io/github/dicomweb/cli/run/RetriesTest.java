// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.cli.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.dicomweb.error.HttpStatusException;
import io.github.dicomweb.error.TransportException;
import io.github.dicomweb.error.TransportException.Phase;
import io.github.dicomweb.error.TransportException.Reason;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class RetriesTest {
  private final AtomicInteger calls = new AtomicInteger();
  private final Retries retries = new Retries(2, new Interrupts());

  private static RuntimeException busy(int status) {
    return HttpStatusException.of(
        new HttpStatusException.Response(
            "GET", "/", status, Map.of("retry-after", "0"), List.of(), List.of(), ""));
  }

  private int attempts(RuntimeException failure, Function<Supplier<String>, String> way) {
    calls.set(0);
    assertThatThrownBy(
            () ->
                way.apply(
                    () -> {
                      calls.incrementAndGet();
                      throw failure;
                    }))
        .isSameAs(failure);
    return calls.get();
  }

  @Test
  void reading_whatFailsInPassing_isRepeated() {
    assertThat(attempts(busy(503), retries::reading)).isEqualTo(3);
    assertThat(attempts(busy(504), retries::reading)).isEqualTo(3);
    assertThat(attempts(busy(404), retries::reading)).isEqualTo(1);
    assertThat(attempts(new UsageException("x"), retries::reading)).isEqualTo(1);
  }

  @Test
  void writing_whatTheServerMayHaveDone_isNotRepeated() {
    assertThat(attempts(busy(504), retries::writing)).isEqualTo(1);
    assertThat(attempts(busy(503), retries::writing)).isEqualTo(3);
    assertThat(
            attempts(
                new TransportException("reset", Phase.SEND, Reason.CONNECTION, null),
                retries::writing))
        .isEqualTo(1);
  }

  @Test
  void reading_resultThatIsNotWhole_isGoneOnWithWhereThatHelps() {
    assertThat(results(busy(503))).isEqualTo(3);
    assertThat(results(busy(404))).isEqualTo(1);
    calls.set(0);
    String whole = retries.reading(() -> "whole" + calls.incrementAndGet(), r -> Optional.empty());
    assertThat(whole).isEqualTo("whole1");
  }

  private int results(RuntimeException broken) {
    calls.set(0);
    return retries.reading(calls::incrementAndGet, result -> Optional.of(broken));
  }
}
