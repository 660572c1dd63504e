// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.it.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dicomweb.testkit.behavior.Truncation;
import io.github.dicomweb.testkit.behavior.Truncation.Ending;
import io.github.dicomweb.testkit.behavior.Truncation.Point;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every retrieval against every form of answer, whole and cut. */
@TestInstance(Lifecycle.PER_CLASS)
final class RetrievalMatrixTest {
  private static final int BEGINNING = 20;

  // 5 framings, 4 labels, 3 places at which a single part is cut in 2 ways
  private static final int CUT_CELLS = 5 * 4 * 3 * 2;

  // Where the HTTP server tells of each stream that it breaks off as it was told to.
  private final Logger log = Logger.getLogger("okhttp3.OkHttpClient");
  private final @Nullable Level level = log.getLevel();
  private final Servers servers = new Servers();

  @TempDir private Path directory;
  private List<Retrieval> retrievals = List.of();

  @BeforeAll
  void describe() throws IOException {
    log.setLevel(Level.WARNING);
    retrievals = Retrievals.all(servers.plain());
  }

  @AfterAll
  void stop() {
    servers.close();
    log.setLevel(level);
  }

  private static List<Cell> cut(Retrieval retrieval) {
    List<Truncation> cuts = new ArrayList<>();
    for (Ending ending : Ending.values()) {
      cuts.add(Truncation.beforeClosingDelimiter(ending));
      cuts.add(Truncation.after(BEGINNING, ending));
      cuts.add(Truncation.after(retrieval.shortest() / 2, ending));
      cuts.add(Truncation.after(retrieval.shortest() - 1, ending));
    }
    return retrieval.distinct(Cell.cut(cuts)).stream()
        .filter(cell -> cell.cut().point() == Point.AFTER_BYTES || retrieval.isMultipart(cell))
        .toList();
  }

  private Stream<Retrieval> retrievals() {
    return retrievals.stream();
  }

  @ParameterizedTest
  @MethodSource("retrievals")
  void retrieval_ofAnyFormOfAnswer_givesWhatIsStored(Retrieval retrieval) throws IOException {
    List<Cell> cells = retrieval.distinct(Cell.whole());
    assertThat(cells).hasSize(retrieval.distinctCells());
    assertThat(new Matrix(servers, directory).run(retrieval, cells)).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("retrievals")
  void retrieval_ofAnyAnswerThatIsCut_isNeverTakenForWhole(Retrieval retrieval) throws IOException {
    List<Cell> cells = cut(retrieval);
    assertThat(cells).hasSizeGreaterThanOrEqualTo(CUT_CELLS);
    assertThat(new Matrix(servers, directory).run(retrieval, cells)).isEmpty();
  }
}
