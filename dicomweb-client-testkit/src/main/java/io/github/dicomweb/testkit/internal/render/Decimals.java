// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.testkit.internal.render;

import io.github.dicomweb.testkit.internal.http.HttpProblem;

/** Reads the numbers of parameters. */
public final class Decimals {
  private Decimals() {}

  /** A decimal number, or 400. */
  public static double parse(String text, String parameter) {
    if (!text.matches("[+-]?(\\d{1,15}(\\.\\d{0,15})?|\\.\\d{1,15})([eE][+-]?\\d{1,2})?")) {
      throw HttpProblem.badRequest("The parameter " + parameter + " holds what is no number.");
    }
    return Double.parseDouble(text);
  }

  /** A whole number within bounds, or 400. */
  public static int parseInt(String text, String parameter, int least, int most) {
    if (!text.matches("\\d{1,9}")) {
      throw HttpProblem.badRequest("The parameter " + parameter + " holds what is no number.");
    }
    int number = Integer.parseInt(text);
    if (number < least || number > most) {
      throw HttpProblem.badRequest(
          "The parameter " + parameter + " is not from " + least + " to " + most + ".");
    }
    return number;
  }
}
