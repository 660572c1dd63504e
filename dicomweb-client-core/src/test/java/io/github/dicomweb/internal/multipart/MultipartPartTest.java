// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.internal.multipart;

import static io.github.dicomweb.internal.multipart.Bodies.part;
import static io.github.dicomweb.internal.multipart.Bodies.reader;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.dicomweb.config.Limits;
import io.github.dicomweb.internal.multipart.MultipartException.Kind;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import okio.Buffer;
import okio.BufferedSource;
import okio.ForwardingSource;
import okio.Okio;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One part's life: its offsets, its stream, its length, and failures that stay. */
class MultipartPartTest {
  private static final String B = "--simple-boundary";
  private static final String TWO =
      B + "\r\nX: y\r\n\r\nfirst\r\n" + B + "\r\nX: y\r\n\r\nsecond\r\n" + B + "--";

  @Test
  void part_read_tellsIndexOffsetAndLength() throws IOException {
    MultipartReader reader = reader(TWO);
    MultipartPart first = part(reader);
    assertThat(first.index()).isZero();
    assertThat(first.offset()).isEqualTo(TWO.indexOf("first"));
    assertThat(first.inputStream().read()).isEqualTo('f');
    assertThat(first.bytesRead()).isEqualTo(1);
    assertThat(first.inputStream().available()).isEqualTo(4);
    MultipartPart second = part(reader);

    assertThat(first.bytesRead()).isEqualTo(5);
    assertThat(second.index()).isEqualTo(1);
    assertThat(second.offset()).isEqualTo(TWO.indexOf("second"));
    assertThat(second.bytesRead()).isZero();
    assertThat(second.skip()).isEqualTo(6);
    assertThat(second.skip()).isZero();
    assertThat(second.transferTo(OutputStream.nullOutputStream())).isZero();
    assertThat(reader.complete()).isTrue();
    assertThat(reader.position()).isEqualTo(TWO.length());
  }

  @Test
  void complete_allBytesReadButTheDelimiterNot_isFalse() throws IOException {
    MultipartPart part = part(reader(TWO));
    assertThat(part.inputStream().readNBytes(5)).hasSize(5);
    assertThat(part.complete()).isFalse();

    assertThat(part.inputStream().read()).isEqualTo(-1);
    assertThat(part.complete()).isTrue();
    assertThat(part.inputStream().read(new byte[3], 0, 3)).isEqualTo(-1);
  }

  @Test
  void inputStream_mixedUse_losesNothing() throws IOException {
    MultipartPart part = part(reader(TWO));
    InputStream stream = part.inputStream();
    ByteArrayOutputStream rest = new ByteArrayOutputStream();

    assertThat(stream.read(new byte[0], 0, 0)).isZero();
    assertThat(stream.skip(0)).isZero();
    assertThat(stream.skip(2)).isEqualTo(2);
    assertThat(stream.read()).isEqualTo('r');
    assertThat(stream.transferTo(rest)).isEqualTo(2);
    assertThat(rest.toString(StandardCharsets.US_ASCII)).isEqualTo("st");
    assertThat(stream.skip(1)).isZero();
    assertThatThrownBy(() -> stream.read(new byte[2], 1, 2))
        .isInstanceOf(IndexOutOfBoundsException.class);
  }

  @Test
  void inputStream_closed_endsThePartAndNotTheReader() throws IOException {
    MultipartReader reader = reader(TWO);
    InputStream stream = part(reader).inputStream();
    stream.close();

    assertThatIOException().isThrownBy(stream::read);
    assertThat(Bodies.text(part(reader))).isEqualTo("second");
  }

  @Test
  void inputStream_readerHasGoneOn_failsInsteadOfEnding() throws IOException {
    MultipartReader reader = reader(TWO);
    MultipartPart first = part(reader);
    assertThat(first.inputStream().read()).isEqualTo('f');
    MultipartPart second = part(reader);

    assertThat(first.complete()).isTrue();
    assertThatIOException().isThrownBy(() -> first.inputStream().read());
    assertThat(Bodies.text(second)).isEqualTo("second");
  }

  @Test
  void inputStream_wholePartReadAndReaderHasGoneOn_staysAtItsEnd() throws IOException {
    MultipartReader reader = reader(TWO);
    MultipartPart first = part(reader);
    assertThat(Bodies.text(first)).isEqualTo("first");
    assertThat(Bodies.text(part(reader))).isEqualTo("second");

    assertThat(first.inputStream().read()).isEqualTo(-1);
    assertThat(first.inputStream().available()).isZero();
  }

  @Test
  void transferTo_outputFails_leavesTheReaderUsable() throws IOException {
    MultipartReader reader = reader(TWO);
    MultipartPart first = part(reader);
    OutputStream full =
        new OutputStream() {
          @Override
          public void write(int b) throws IOException {
            throw new IOException("disk full");
          }
        };

    assertThatIOException().isThrownBy(() -> first.transferTo(full)).withMessage("disk full");
    assertThat(first.inputStream().read()).isEqualTo('f');
    assertThatIOException().isThrownBy(() -> first.transferTo(full)).withMessage("disk full");
    assertThat(Bodies.text(first)).isEqualTo("irst");
    assertThat(Bodies.text(part(reader))).isEqualTo("second");
  }

  @ParameterizedTest
  @ValueSource(strings = {"4", "6", "0", "999999999999999999"})
  void read_contentLengthIsNotTheLength_failsAtTheEndAndForGood(String length) throws IOException {
    MultipartReader reader =
        reader(B + "\r\nContent-Length: " + length + "\r\n\r\nfirst\r\n" + B + "--");
    MultipartPart part = part(reader);
    assertThat(part.inputStream().readNBytes(5)).hasSize(5);

    Throwable failure = catchThrowable(() -> part.inputStream().read());

    assertThat(failure)
        .isInstanceOfSatisfying(
            MultipartException.class, e -> assertThat(e.kind()).isEqualTo(Kind.LENGTH_MISMATCH));
    assertThat(part.complete()).isFalse();
    assertThatThrownBy(part::skip).isSameAs(failure);
    assertThatThrownBy(reader::nextPart).isSameAs(failure);
  }

  @ParameterizedTest
  @ValueSource(strings = {"x", "-5", "5, 5", "", "99999999999999999999", "6\r\nContent-Length: 5"})
  void read_contentLengthThatIsNone_isReportedAndIgnored(String length) throws IOException {
    MultipartReader reader =
        reader(B + "\r\nContent-Length: " + length + "\r\n\r\nfirst\r\n" + B + "--");

    assertThat(Bodies.texts(reader)).containsExactly("first");
    assertThat(reader.tolerated()).containsExactly("a part Content-Length that is not one number");
  }

  @Test
  void read_sameContentLengthTwice_isBelieved() throws IOException {
    MultipartReader reader =
        reader(B + "\r\nContent-Length: 5\r\nContent-Length: 5\r\n\r\nfirst\r\n" + B + "--");

    assertThat(Bodies.texts(reader)).containsExactly("first");
    assertThat(reader.tolerated()).isEmpty();
  }

  @Test
  void read_sourceFails_passesItsExceptionOnAndKeepsFailing() throws IOException {
    IOException reset = new IOException("connection reset");
    BufferedSource source =
        Okio.buffer(
            new ForwardingSource(new Buffer().writeUtf8(TWO.substring(0, 50))) {
              @Override
              public long read(Buffer sink, long byteCount) throws IOException {
                long count = super.read(sink, byteCount);
                if (count < 0) {
                  throw reset;
                }
                return count;
              }
            });
    MultipartReader reader = new MultipartReader(source, Bodies.BOUNDARY, Limits.defaults());
    part(reader);

    assertThatThrownBy(
            () -> {
              part(reader).skip();
            })
        .isSameAs(reset);
    assertThatThrownBy(reader::nextPart).isSameAs(reset);
  }

  @Test
  void read_truncated_keepsFailingWithTheSameException() throws IOException {
    MultipartReader reader = reader(TWO.substring(0, TWO.length() - 1));
    part(reader);
    MultipartPart second = part(reader);
    Throwable failure = catchThrowable(second::skip);

    assertThat(failure)
        .isInstanceOfSatisfying(
            MultipartException.class,
            e -> {
              assertThat(e.kind()).isEqualTo(Kind.TRUNCATED);
              assertThat(e.offset()).isEqualTo(TWO.length() - 1);
              assertThat(e.partIndex()).isEqualTo(1);
            });
    assertThatThrownBy(() -> second.inputStream().read()).isSameAs(failure);
    assertThatThrownBy(reader::nextPart).isSameAs(failure);
    assertThat(reader.complete()).isFalse();
  }

  @Test
  void read_byteByByteAndTruncated_givesWhatCameOnceAndThenFails() throws IOException {
    String first = TWO.substring(0, TWO.indexOf("first") + 3);
    MultipartPart part = part(reader(first));
    InputStream stream = part.inputStream();
    assertThat(stream.read()).isEqualTo('f');
    assertThat(stream.read()).isEqualTo('i');
    assertThat(stream.read()).isEqualTo('r');

    Throwable failure = catchThrowable(stream::read);
    assertThat(failure).isInstanceOf(MultipartException.class);
    assertThatThrownBy(stream::read).isSameAs(failure);
    assertThat(part.bytesRead()).isEqualTo(3);
  }

  @Test
  void transferTo_streamClosedAfterOneByte_givesTheRest() throws IOException {
    MultipartPart part = part(reader(TWO));
    assertThat(part.inputStream().read()).isEqualTo('f');
    part.inputStream().close();

    assertThatIOException().isThrownBy(() -> part.inputStream().read());
    ByteArrayOutputStream rest = new ByteArrayOutputStream();
    assertThat(part.transferTo(rest)).isEqualTo(4);
    assertThat(rest.toString(StandardCharsets.US_ASCII)).isEqualTo("irst");
  }

  @Test
  void close_closesTheSourceAndEndsReading() throws IOException {
    BufferedSource source = Bodies.source(Bodies.bytes(TWO), 8192);
    MultipartReader reader = new MultipartReader(source, Bodies.BOUNDARY, Limits.defaults());
    MultipartPart part = part(reader);
    assertThat(part.inputStream().read()).isEqualTo('f');
    reader.close();
    reader.close();

    assertThat(source.isOpen()).isFalse();
    assertThatIOException().isThrownBy(() -> part.inputStream().read());
    assertThatIOException().isThrownBy(reader::nextPart);
    assertThat(part.inputStream().available()).isZero();
  }

  @Test
  void read_sourceClosedBySomebodyElse_isAnIoException() throws IOException {
    BufferedSource source = Bodies.source(Bodies.bytes(TWO), 60);
    MultipartReader reader = new MultipartReader(source, Bodies.BOUNDARY, Limits.defaults());
    MultipartPart part = part(reader);
    source.close();

    assertThatIOException().isThrownBy(part::skip).withMessageContaining("closed");
  }

  @Test
  void nextPart_morePartsThanAllowed_isALimit() throws IOException {
    MultipartReader reader =
        new MultipartReader(
            new Buffer().writeUtf8(TWO), Bodies.BOUNDARY, Limits.defaults().withParts(1));
    part(reader);

    assertThatThrownBy(reader::nextPart)
        .isInstanceOfSatisfying(
            MultipartException.class, e -> assertThat(e.kind()).isEqualTo(Kind.LIMIT));
  }

  @Test
  void nextPart_asManyPartsAsAllowed_isComplete() throws IOException {
    MultipartReader reader =
        new MultipartReader(
            new Buffer().writeUtf8(TWO), Bodies.BOUNDARY, Limits.defaults().withParts(2));

    assertThat(Bodies.texts(reader)).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a\nb", "a\0", "\177"})
  void reader_boundaryThatCannotBeOne_isRefused(String boundary) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new MultipartReader(new Buffer(), boundary, Limits.defaults()));
  }
}
