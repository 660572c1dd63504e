// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dicomweb.dicom.DatasetBuilder;
import io.github.dicomweb.dicom.Tag;
import io.github.dicomweb.dicom.TransferSyntax;
import io.github.dicomweb.dicom.VR;
import io.github.dicomweb.testdata.TestObject;
import io.github.dicomweb.testdata.TestStudies;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import okio.Buffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Rendered images: what the pixels become, and what may be asked of them. */
final class RenderedTest {
  private static final String PNG = "image/png";
  private static final TestObject SLICE = TestStudies.ctSlices().get(0);
  private static final TestObject MULTI_FRAME = TestStudies.multiFrame();
  private static final String RENDERED = Images.PATH + "/rendered";

  @RegisterExtension final Http http = new Http();

  private List<Integer> row(String target, int y) {
    Http.Reply reply = http.get(target, PNG);
    assertThat(reply.status()).isEqualTo(200);
    BufferedImage image = reply.image();
    Integer[] row = new Integer[image.getWidth()];
    Arrays.setAll(row, x -> image.getRaster().getSample(x, y, 0));
    return List.of(row);
  }

  private void storeGrey(DatasetBuilder image, int... pixels) {
    http.server().store(Images.nativeFile(image, Images.bytes(pixels)));
  }

  @Test
  void grey_withoutWindow_isStretchedOverAllLevels() {
    storeGrey(Images.grey(1, 4), 10, 21, 30, 110);

    assertThat(row(RENDERED, 0)).containsExactly(0, 28, 51, 255);
  }

  @Test
  void grey_inverted_isWhiteWhereItIsLow() {
    storeGrey(Images.grey(1, 4).put(Tag.PhotometricInterpretation, "MONOCHROME1"), 0, 0, 255, 255);

    assertThat(row(RENDERED, 0)).containsExactly(255, 255, 0, 0);
  }

  @Test
  void grey_withItsOwnWindowAndRescale_isSeenThroughThem() {
    DatasetBuilder image =
        Images.grey(1, 4)
            .put(Tag.RescaleSlope, "2")
            .put(Tag.RescaleIntercept, "-100")
            .put(Tag.WindowCenter, "50.5")
            .put(Tag.WindowWidth, "101");
    storeGrey(image, 40, 50, 75, 110);

    assertThat(row(RENDERED, 0)).containsExactly(0, 0, 128, 255);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ' ',
      value = {
        "100.5,101,linear 0,0,128,255",
        "100,100,linear-exact 0,0,128,255",
        "100,100,sigmoid 5,30,128,250"
      })
  void window_isAppliedByItsFunction(String window, String levels) {
    storeGrey(Images.grey(1, 4), 0, 50, 100, 200);

    assertThat(row(RENDERED + "?window=" + window, 0))
        .isEqualTo(Arrays.stream(levels.split(",")).map(Integer::valueOf).toList());
  }

  @Test
  void grey_ofSixteenSignedBits_isRead() {
    DatasetBuilder image =
        Images.grey(1, 4)
            .putInts(Tag.BitsAllocated, 16)
            .putInts(Tag.BitsStored, 12)
            .putInts(Tag.HighBit, 11)
            .putInts(Tag.PixelRepresentation, 1);
    http.server().store(Images.nativeFile(image, Images.shorts(0x0F00 | 0x1000, 0x0F80, 0, 0x100)));

    assertThat(row(RENDERED, 0)).containsExactly(0, 64, 128, 255);
  }

  @Test
  void color_ofEachKind_isRead() {
    DatasetBuilder rgb =
        Images.grey(1, 2).putInts(Tag.SamplesPerPixel, 3).put(Tag.PhotometricInterpretation, "RGB");
    storeGrey(rgb.putInts(Tag.PlanarConfiguration, 0), 255, 1, 2, 3, 254, 4);
    assertThat(http.get(RENDERED, PNG).image().getRGB(1, 0)).isEqualTo(0xFF03FE04);

    http.server().clear();
    storeGrey(rgb.putInts(Tag.PlanarConfiguration, 1), 255, 3, 1, 254, 2, 4);
    assertThat(http.get(RENDERED, PNG).image().getRGB(1, 0)).isEqualTo(0xFF03FE04);

    http.server().clear();
    storeGrey(rgb.put(Tag.PhotometricInterpretation, "YBR_FULL"), 76, 0, 85, 128, 255, 128);
    assertThat(http.get(RENDERED, PNG).image().getRGB(0, 0)).isEqualTo(0xFFFE0000);
  }

  @Test
  void paletteColor_isLookedUp() {
    DatasetBuilder image =
        Images.grey(1, 4)
            .put(Tag.PhotometricInterpretation, "PALETTE COLOR")
            .putInts(Tag.RedPaletteColorLookupTableDescriptor, 2, 10, 16)
            .putInts(Tag.GreenPaletteColorLookupTableDescriptor, 2, 10, 16)
            .putInts(Tag.BluePaletteColorLookupTableDescriptor, 2, 10, 16)
            .putBinary(Tag.RedPaletteColorLookupTableData, VR.OW, Images.shorts(0x1100, 0xFF00))
            .putBinary(Tag.GreenPaletteColorLookupTableData, VR.OW, Images.shorts(0x2200, 0xEE00))
            .putBinary(Tag.BluePaletteColorLookupTableData, VR.OW, Images.shorts(0x3300, 0xDD00));
    storeGrey(image, 0, 10, 11, 200);
    BufferedImage rendered = http.get(RENDERED, PNG).image();

    assertThat(rendered.getRGB(0, 0)).isEqualTo(0xFF112233);
    assertThat(rendered.getRGB(1, 0)).isEqualTo(0xFF112233);
    assertThat(rendered.getRGB(2, 0)).isEqualTo(0xFFFFEEDD);
    assertThat(rendered.getRGB(3, 0)).isEqualTo(0xFFFFEEDD);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ' ',
      value = {
        "4,2 4 2",
        "8,8 8 4",
        "2,2 2 1",
        "100,1 2 1",
        "4,4,1,0,2,2 4 4",
        "4,4,1,,2 4 4",
        "4,4,,,-2 4 4",
        "6,6,1.5,0,1.5,1.5 6 6"
      })
  void viewport_keepsTheAspectOfThePart(String viewport, int width, int height) {
    storeGrey(Images.grey(2, 4), 0, 1, 2, 3, 4, 5, 6, 255);
    BufferedImage image = http.get(RENDERED + "?viewport=" + viewport, PNG).image();

    assertThat(List.of(image.getWidth(), image.getHeight())).containsExactly(width, height);
  }

  @Test
  void viewport_cutsAndFlips() {
    String whole = "&window=127.5,255,linear-exact";
    storeGrey(Images.grey(2, 4), 0, 50, 100, 150, 200, 210, 220, 230);

    assertThat(row(RENDERED + "?viewport=2,1,1,1,2,1" + whole, 0)).containsExactly(210, 220);
    assertThat(row(RENDERED + "?viewport=4,2,0,0,-4,2" + whole, 0))
        .containsExactly(150, 100, 50, 0);
    assertThat(row(RENDERED + "?viewport=4,2,,,,-2" + whole, 0))
        .containsExactly(200, 210, 220, 230);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "viewport=4",
        "viewport=0,4",
        "viewport=4,4,0,0,0,1",
        "viewport=4,4,9,0",
        "viewport=1,2,3,4,5,6,7",
        "viewport=a,b",
        "window=1,2",
        "window=1,2,cubic",
        "window=1,0.5,linear",
        "window=1,0,sigmoid",
        "quality=0",
        "quality=101",
        "quality=best",
        "iccprofile=maybe"
      })
  void badParameter_answers400(String query) {
    storeGrey(Images.grey(2, 4), 0, 1, 2, 3, 4, 5, 6, 7);

    assertThat(http.get(RENDERED + "?" + query, "image/jpeg").status()).isEqualTo(400);
  }

  @Test
  void whatIsNotSupported_isSaidInAWarning() {
    Http.Reply reply =
        http.get(Http.path(SLICE) + "/rendered?annotation=patient,technique", "image/jpeg");

    assertThat(reply.header("Warning"))
        .isEqualTo(
            "299 "
                + http.server().baseUrl()
                + " \"The following annotation values are not supported: patient,technique\"");
    assertThat(http.get(Http.path(SLICE) + "/rendered?iccprofile=srgb", PNG).header("Warning"))
        .contains("iccprofile");
    assertThat(http.get(Http.path(SLICE) + "/rendered?iccprofile=no", PNG).header("Warning"))
        .isEmpty();
    assertThat(http.get(Http.path(SLICE) + "/rendered?iccprofile=yes", "image/gif").status())
        .isEqualTo(400);
  }

  @Test
  void quality_makesTheImageSmaller() {
    String target = Http.path(SLICE) + "/rendered?quality=";

    assertThat(http.get(target + 10, "image/jpeg").body().size())
        .isLessThan(http.get(target + 100, "image/jpeg").body().size());
  }

  @ParameterizedTest
  @CsvSource({"*/*,image/jpeg", "image/png,image/png", "image/gif,image/gif", "image/*,image/jpeg"})
  void singleImage_comesAloneInItsType(String accept, String type) {
    Http.Reply reply = http.get(Http.path(SLICE) + "/rendered", accept);

    assertThat(reply.header("Content-Type")).isEqualTo(type);
    assertThat(reply.image().getWidth()).isEqualTo(96);
  }

  @Test
  void multiFrame_isAnAnimationOrItsFrames() throws IOException {
    String target = Http.path(MULTI_FRAME);
    Http.Reply gif = http.get(target + "/rendered", "*/*");
    Http.Reply frames =
        http.get(target + "/frames/2,8/rendered", "multipart/related; type=\"image/jpeg\"");

    assertThat(gif.header("Content-Type")).isEqualTo("image/gif");
    assertThat(images(gif)).isEqualTo(8);
    assertThat(http.get(target + "/rendered", "image/jpeg").status()).isEqualTo(406);
    assertThat(frames.parts()).hasSize(2);
    assertThat(Http.image(frames.parts().get(1).body()).getHeight()).isEqualTo(64);
    assertThat(frames.parts().get(1).header("Content-Location")).endsWith("/frames/8/rendered");
    assertThat(http.get(target + "/frames/3/rendered", "image/jpeg").image().getWidth())
        .isEqualTo(64);
    assertThat(http.get(target + "/frames/9/rendered", "image/jpeg").status()).isEqualTo(404);
    assertThat(http.get(target + "/frames/1,2/rendered", "image/jpeg").status()).isEqualTo(406);
  }

  private static int images(Http.Reply reply) throws IOException {
    ImageReader reader = ImageIO.getImageReadersByMIMEType("image/gif").next();
    try (ImageInputStream in =
        ImageIO.createImageInputStream(new Buffer().write(reply.body()).inputStream())) {
      reader.setInput(in);
      return reader.getNumImages(true);
    } finally {
      reader.dispose();
    }
  }

  @Test
  void seriesAndStudy_areMultipart() {
    Http.Reply series =
        http.get(Http.seriesPath(SLICE) + "/rendered", "multipart/related; type=\"image/png\"");
    Http.Reply images =
        http.get(Http.studyPath(SLICE) + "/rendered", "multipart/related; type=\"image/png\"");
    Http.Reply study = http.get(Http.studyPath(SLICE) + "/rendered", "multipart/related");

    assertThat(series.status()).isEqualTo(200);
    assertThat(series.parts()).hasSize(20);
    assertThat(series.parts().get(0).header("Content-Type")).isEqualTo(PNG);
    assertThat(images.status()).isEqualTo(206);
    assertThat(study.status()).isEqualTo(200);
    assertThat(study.parts())
        .extracting(part -> part.header("Content-Type"))
        .contains("image/jpeg", "image/gif", "text/html; charset=utf-8", "application/pdf");
    assertThat(http.get(Http.seriesPath(SLICE) + "/rendered", PNG).status()).isEqualTo(406);
  }

  @Test
  void reportAndDocument_areTextAndPdf() {
    String report = Http.path(TestStudies.structuredReport()) + "/rendered";

    assertThat(http.get(report, "*/*").header("Content-Type")).startsWith("text/html");
    assertThat(http.get(report, "text/plain").body().utf8()).contains("ContentSequence", "やまだ");
    assertThat(http.get(report, "image/jpeg").status()).isEqualTo(406);
    assertThat(
            http.get(Http.path(TestStudies.encapsulatedPdf()) + "/rendered", "application/pdf")
                .body()
                .utf8())
        .startsWith("%PDF-");
  }

  @Test
  void jpegBaseline_isDecodedAndOtherCompressionIsNot() throws IOException {
    BufferedImage grey = new BufferedImage(16, 8, BufferedImage.TYPE_BYTE_GRAY);
    grey.getRaster().setSample(3, 3, 0, 255);
    ByteArrayOutputStream jpeg = new ByteArrayOutputStream();
    ImageIO.write(grey, "jpeg", jpeg);
    List<byte[]> fragments = Images.fragments(new byte[0], jpeg.toByteArray());
    http.server().store(Images.file(Images.grey(8, 16), TransferSyntax.JPEG_BASELINE, fragments));

    assertThat(http.get(RENDERED, PNG).image().getWidth()).isEqualTo(16);

    http.server().clear();
    http.server().store(Images.file(Images.grey(8, 16), TransferSyntax.JPEG_2000, fragments));
    assertThat(http.get(RENDERED, PNG).status()).isEqualTo(406);
  }

  @Test
  void jpegInColor_isReadAsItsPhotometricInterpretationSays() throws IOException {
    BufferedImage red = new BufferedImage(16, 16, BufferedImage.TYPE_INT_RGB);
    for (int i = 0; i < 256; i++) {
      red.setRGB(i % 16, i / 16, 0xFF0000);
    }
    ByteArrayOutputStream jpeg = new ByteArrayOutputStream();
    ImageIO.write(red, "jpeg", jpeg);
    DatasetBuilder image = Images.grey(16, 16).putInts(Tag.SamplesPerPixel, 3);
    List<byte[]> fragments = Images.fragments(new byte[0], jpeg.toByteArray());
    List<Integer> colors = new ArrayList<>();
    for (String model : List.of("YBR_FULL_422", "RGB")) {
      http.server().clear();
      image.put(Tag.PhotometricInterpretation, model);
      http.server().store(Images.file(image, TransferSyntax.JPEG_BASELINE, fragments));
      colors.add(http.get(RENDERED, PNG).image().getRGB(8, 8) & 0xF0F0F0);
    }

    // the same numbers: red in YBR, and luminance with two differences taken for RGB
    assertThat(colors).containsExactly(0xF00000, 0x4050F0);
  }

  @Test
  void pixelsOf32Bits_areRead() {
    DatasetBuilder image = Images.grey(1, 3).putInts(Tag.BitsAllocated, 32);
    image.putInts(Tag.BitsStored, 32).putInts(Tag.HighBit, 31);
    http.server().store(Images.nativeFile(image, Images.ints(0, 0x40000000, 0xFFFFFFFF)));

    assertThat(row(RENDERED, 0)).containsExactly(0, 64, 255);
  }
}
