// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.testdata;

import java.util.List;

/** Digits and a few letters of five by seven pixels. */
final class PixelFont {
  private static final String CHARACTERS = "0123456789LR";
  private static final List<String> ROWS =
      List.of(
          " ### |  #  | ### | ### |   # |#####| ### |#####| ### | ### |#    |#### ",
          "#   #| ##  |#   #|#   #|  ## |#    |#    |    #|#   #|#   #|#    |#   #",
          "#  ##|  #  |    #|    #| # # |#### |#    |   # |#   #|#   #|#    |#   #",
          "# # #|  #  |   # |  ## |#  # |    #|#### |  #  | ### | ####|#    |#### ",
          "##  #|  #  |  #  |    #|#####|    #|#   #|  #  |#   #|    #|#    |# #  ",
          "#   #|  #  | #   |#   #|   # |#   #|#   #|  #  |#   #|    #|#    |#  # ",
          " ### | ### |#####| ### |   # | ### | ### |  #  | ### | ### |#####|#   #");

  private PixelFont() {}

  @FunctionalInterface
  interface Pen {
    void dot(int row, int column);
  }

  /** Draws with the upper left corner at the given place. */
  static void draw(String text, int row, int column, Pen pen) {
    for (int i = 0; i < text.length(); i++) {
      int glyph = CHARACTERS.indexOf(text.charAt(i));
      for (int y = 0; y < ROWS.size(); y++) {
        for (int x = 0; x < 5; x++) {
          if (ROWS.get(y).charAt(glyph * 6 + x) == '#') {
            pen.dot(row + y, column + i * 6 + x);
          }
        }
      }
    }
  }
}
