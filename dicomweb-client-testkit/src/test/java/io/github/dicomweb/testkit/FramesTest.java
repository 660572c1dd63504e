// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dicomweb.dicom.DatasetBuilder;
import io.github.dicomweb.dicom.Tag;
import io.github.dicomweb.dicom.TransferSyntax;
import io.github.dicomweb.dicom.VR;
import java.util.List;
import okio.ByteString;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Frames of compressed images, as bare codestreams, and of single bits. */
final class FramesTest {
  private static final byte[] A = Images.bytes(1, 2, 3, 4);
  private static final byte[] B = Images.bytes(5, 6);
  private static final byte[] C = Images.bytes(7, 8, 9, 10);
  private static final byte[] NO_TABLE = {};

  @RegisterExtension final Http http = new Http();

  private static DatasetBuilder frames(int count) {
    return Images.grey(2, 2).putInts(Tag.NumberOfFrames, count);
  }

  private void store(TransferSyntax syntax, DatasetBuilder image, byte[]... fragments) {
    http.server().store(Images.file(image, syntax, Images.fragments(fragments)));
  }

  private List<ByteString> get(String list, String type) {
    Http.Reply reply = http.get(Images.PATH + "/frames/" + list, multipart(type));
    assertThat(reply.status()).isEqualTo(200);
    return reply.parts().stream().map(Http.Part::body).toList();
  }

  private static String multipart(String type) {
    return "multipart/related; type=\"" + type + "\"; transfer-syntax=*";
  }

  private static ByteString joined(byte[]... pieces) {
    okio.Buffer buffer = new okio.Buffer();
    for (byte[] piece : pieces) {
      buffer.write(piece);
    }
    return buffer.readByteString();
  }

  @ParameterizedTest
  @CsvSource({
    "1.2.840.10008.1.2.4.50,image/jpeg",
    "1.2.840.10008.1.2.4.70,image/jpeg",
    "1.2.840.10008.1.2.4.80,image/jls",
    "1.2.840.10008.1.2.4.90,image/jp2",
    "1.2.840.10008.1.2.4.201,image/jphc",
    "1.2.840.10008.1.2.5,image/dicom-rle",
    "1.2.840.10008.1.2.1.98,application/octet-stream"
  })
  void frame_ofACompressedImage_isItsCodestream(String syntax, String type) {
    store(TransferSyntax.of(syntax), frames(2), NO_TABLE, A, B);
    Http.Reply two = http.get(Images.PATH + "/frames/1,2", multipart(type));
    Http.Reply one = http.get(Images.PATH + "/frames/2", type + "; transfer-syntax=" + syntax);

    assertThat(two.header("Content-Type")).startsWith("multipart/related; type=\"" + type + "\"");
    assertThat(two.parts()).extracting(Http.Part::body).containsExactly(joined(A), joined(B));
    assertThat(two.parts().get(1).header("Content-Type"))
        .isEqualTo(type + "; transfer-syntax=" + syntax);
    assertThat(two.parts().get(1).header("Content-Location"))
        .isEqualTo(http.server().baseUrl() + Images.PATH + "/frames/2");
    assertThat(one.header("Content-Type")).isEqualTo(type + "; transfer-syntax=" + syntax);
    assertThat(one.body()).isEqualTo(joined(B));
  }

  @Test
  void frames_ofSeveralFragments_areJoinedByTheBasicOffsetTable() {
    store(TransferSyntax.JPEG_BASELINE, frames(2), Images.ints(0, 22), A, B, C);

    assertThat(get("1,2", "image/jpeg")).containsExactly(joined(A, B), joined(C));
  }

  @Test
  void frames_byTheExtendedOffsetTable_loseTheirPadding() {
    DatasetBuilder image =
        frames(2)
            .putBinary(Tag.ExtendedOffsetTable, VR.OV, Images.longs(0, 12))
            .putBinary(Tag.ExtendedOffsetTableLengths, VR.OV, Images.longs(3, 2));
    store(TransferSyntax.JPEG_2000, image, NO_TABLE, A, B);

    assertThat(get("1,2", "image/jp2"))
        .containsExactly(ByteString.of((byte) 1, (byte) 2, (byte) 3), joined(B));
  }

  @Test
  void frame_ofASingleFrame_isAllOfItsFragments() {
    store(TransferSyntax.RLE_LOSSLESS, Images.grey(2, 2), NO_TABLE, A, B, C);

    assertThat(get("1", "image/*")).containsExactly(joined(A, B, C));
  }

  @Test
  void frames_whoseFragmentsAreNotClear_answer406() {
    store(TransferSyntax.JPEG_BASELINE, frames(2), NO_TABLE, A, B, C);

    assertThat(http.get(Images.PATH + "/frames/1", multipart("image/jpeg")).status())
        .isEqualTo(406);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "image/jpeg",
        "application/octet-stream; transfer-syntax=*",
        "image/jls; transfer-syntax=*",
        "image/jpeg; transfer-syntax=1.2.840.10008.1.2.4.51",
        "*/*"
      })
  void frame_inWhatItIsNotStoredIn_answers406(String accept) {
    store(TransferSyntax.JPEG_BASELINE, Images.grey(2, 2), NO_TABLE, A);

    assertThat(http.get(Images.PATH + "/frames/1", accept).status()).isEqualTo(406);
  }

  @ParameterizedTest
  @ValueSource(strings = {"image/jpeg", "image/*", "*/*"})
  void frame_inTheDefaultSyntaxOfItsType_needsNoParameter(String accept) {
    store(TransferSyntax.JPEG_LOSSLESS_SV1, Images.grey(2, 2), NO_TABLE, A);

    assertThat(http.get(Images.PATH + "/frames/1", accept).status()).isEqualTo(200);
  }

  @Test
  void frames_ofSingleBits_beginWithTheirFirstBit() {
    // 3 x 3 pixels: nine bits a frame
    DatasetBuilder image = frames(3).putInts(Tag.BitsAllocated, 1).putInts(Tag.BitsStored, 1);
    image.putInts(Tag.HighBit, 0).putInts(Tag.Rows, 3).putInts(Tag.Columns, 3);
    int bits = 0b101010101 | 0b111000111 << 9 | 0b100000001 << 18;
    http.server()
        .store(Images.nativeFile(image, Images.bytes(bits, bits >> 8, bits >> 16, bits >> 24)));

    assertThat(get("1,2,3", "application/octet-stream"))
        .containsExactly(
            joined(Images.bytes(0b01010101, 1)),
            joined(Images.bytes(0b11000111, 1)),
            joined(Images.bytes(0b00000001, 1)));
  }

  @Test
  void video_isOnePartOfItsPixelDataAndHasNoFrames() {
    store(TransferSyntax.MPEG4_HIGH_PROFILE_4_1, frames(25), NO_TABLE, A, B);
    Http.Reply pixels = http.get(Images.PATH + "/pixeldata", multipart("video/mp4"));

    assertThat(pixels.parts()).extracting(Http.Part::body).containsExactly(joined(A, B));
    assertThat(http.get(Images.PATH + "/pixeldata", "video/mp4").body()).isEqualTo(joined(A, B));
    assertThat(http.get(Images.PATH + "/frames/1", multipart("video/mp4")).status()).isEqualTo(406);
  }

  @Test
  void frames_whoseNumberIsUnreadable_answer406() {
    DatasetBuilder image = Images.grey(2, 2).put(Tag.NumberOfFrames, "one");
    http.server().store(Images.nativeFile(image, A));

    assertThat(http.get(Images.PATH + "/frames/1", "*/*").status()).isEqualTo(406);
  }
}
