// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.it.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pages that are not true are found; those that are pass. */
class TypedTest {
  @TempDir private Path directory;

  private List<String> faults(String page) throws Exception {
    Bash bash = new Bash(directory, directory, Map.of());
    return new Typed(bash, "127.0.0.1:4711").faults(MarkdownPage.of(page.lines().toList()));
  }

  @Test
  void page_thatIsTrue_hasNoFaults() throws Exception {
    assertThat(
            faults(
                """
                # Blocks go on where the one before ended

                ```sh
                mkdir below
                cd below
                name='two
                lines'
                greet() { echo "hello $1"; }
                ```

                <!-- exit 3 -->
                ```sh
                url=http://localhost:8042/dicom-web
                (exit 3)
                echo not reached
                ```

                ```sh
                basename "$PWD"; echo "$name"; greet you >&2
                echo "$url"; seq 20; printf 'the end \\n\\n'
                ```
                ```text
                below
                two
                lines
                hello …
                http://localhost:8042/dicom-web
                1
                …
                19
                20
                the end
                ```

                <!-- build -->
                ```sh
                # nobody runs this here
                git clone x && cd x
                mvn -q \\
                    verify
                ```
                """))
        .isEmpty();
  }

  @Test
  void server_ofThePage_isTheOneThereIs() throws Exception {
    assertThat(
            faults(
                """
                ```sh
                echo http://localhost:8042/wado | tr 0-9 a-j
                ```
                ```text
                http://bch.a.a.b:ehbb/wado
                ```
                """))
        .isEmpty();
  }

  @Test
  void output_thatIsAnother_isFound() throws Exception {
    assertThat(faults("```sh\necho one; echo two\n```\n\n```text\none\nthree\n```\n"))
        .singleElement()
        .asString()
        .startsWith("line 1: another output:")
        .contains("two", "three");
    assertThat(faults("```sh\necho one; echo two\n```\n```text\none\n```\n")).hasSize(1);
    assertThat(faults("```sh\necho one\n```\n```text\none\ntwo\n```\n")).hasSize(1);
    assertThat(faults("```sh\necho a.c\n```\n```text\nabc\n```\n")).hasSize(1);
    assertThat(faults("```sh\necho one; echo two\n```\n```text\no…o\n```\n")).hasSize(1);
  }

  @Test
  void exitCode_thatIsAnother_isFound() throws Exception {
    assertThat(faults("```sh\nfalse\n```\n"))
        .singleElement()
        .asString()
        .startsWith("line 1: exit code 1, not 0");
    assertThat(faults("```sh\nfalse | cat\n```\n")).hasSize(1);
    assertThat(faults("```sh\nfalse\necho goes on\n```\n")).hasSize(1);
    assertThat(faults("<!-- exit 3 -->\n```sh\ntrue\n```\n")).hasSize(1);
    assertThat(faults("```sh\nno-such-command-anywhere\n```\n")).hasSize(1);
  }

  @Test
  void block_thatDoesNotSayWhatItIs_isFound() throws Exception {
    assertThat(faults("```\ndicomweb\n```\n"))
        .singleElement()
        .asString()
        .startsWith("line 1: a block must say what it is");
    assertThat(faults("```bash\ntrue\n```\n")).hasSize(1);
    assertThat(faults("~~~\ntrue\n~~~\n")).hasSize(1);
    assertThat(faults("```sh\ntrue\n")).containsExactly("line 1: a block without an end");
  }

  @Test
  void mark_thatIsMissingOrWrong_isFound() throws Exception {
    assertThat(faults("```sh\nmvn verify\n```\n"))
        .containsExactly("line 1: a build that is not marked so");
    assertThat(faults("```sh\necho\njava -jar dicomweb.jar\n```\n")).hasSize(1);
    assertThat(faults("<!-- build -->\n```sh\nmvn verify\nrm -r target\n```\n"))
        .singleElement()
        .asString()
        .startsWith("line 2: a build has only lines");
    assertThat(faults("<!-- build -->\n```sh\nmvn verify\n```\n```text\ndone\n```\n")).hasSize(1);
    assertThat(faults("<!-- exit three -->\n```sh\ntrue\n```\n"))
        .containsExactly("line 2: a mark that means nothing: exit three");
    assertThat(faults("<!-- exit 3 -->\n```text\nout\n```\n")).hasSize(1);
  }

  @Test
  void text_thatFollowsProse_isNoOutput() throws Exception {
    assertThat(faults("```sh\necho one\n```\n\nIn a file:\n\n```text\ntwo\n```\n")).isEmpty();
  }
}
