// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.dicom;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.List;

/**
 * Datasets as text for people to read, in the manner of {@code dcmdump}.
 *
 * <p><strong>The text shows patient data.</strong> It is for the screen of somebody who may see it;
 * it never belongs into a log, and no {@code toString} of this library calls it.
 */
public final class DatasetDump {
  private static final int LONGEST = 64;
  private static final int MOST_BYTES = 16;

  private final Appendable out;

  private DatasetDump(Appendable out) {
    this.out = out;
  }

  /**
   * A dataset as text, <strong>with the values</strong>: a line for each attribute, with its tag,
   * VR, value, number of values and keyword; those of items indented. Long values are cut, control
   * characters are shown as {@code \}{@code uXXXX}.
   *
   * @param dataset the dataset
   * @return lines that end in {@code \n}
   */
  public static String toText(Dataset dataset) {
    StringBuilder text = new StringBuilder();
    try {
      write(dataset, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  /**
   * Writes a dataset as {@link #toText} has it, <strong>with the values</strong>.
   *
   * @param dataset the dataset
   * @param out what the lines are appended to
   * @throws IOException if appending fails
   */
  public static void write(Dataset dataset, Appendable out) throws IOException {
    new DatasetDump(out).attributes(dataset, "");
  }

  private void attributes(Dataset dataset, String indent) throws IOException {
    for (Element element : dataset) {
      String hex = Tags.toHex(element.tag());
      String vr = element.vr().code();
      line(
          indent
              + '('
              + hex.substring(0, 4)
              + ','
              + hex.substring(4)
              + ") "
              + visible(vr)
              + ' '
              + value(element),
          element.count() + keyword(element.tag()));
      if (element instanceof SequenceElement) {
        items(element.items(), indent + "  ");
      }
    }
  }

  private void items(List<Dataset> items, String indent) throws IOException {
    for (int i = 0; i < items.size(); i++) {
      line(indent + "item " + (i + 1), items.get(i).size() + " attributes");
      attributes(items.get(i), indent + "  ");
    }
  }

  private void line(String text, String comment) throws IOException {
    out.append(text);
    for (int column = text.length(); column < 56; column++) {
      out.append(' ');
    }
    out.append(" # ").append(comment).append('\n');
  }

  private static String keyword(int tag) {
    String keyword = Tags.keyword(tag);
    if (keyword.isEmpty()) {
      keyword = Tags.isPrivateCreator(tag) ? "PrivateCreator" : "";
    }
    return keyword.isEmpty() ? "" : " " + keyword;
  }

  private static String value(Element element) {
    if (element instanceof EmptyElement) {
      return "(no value)";
    }
    if (element instanceof SequenceElement) {
      return "(sequence)";
    }
    if (element instanceof BulkDataElement bulk) {
      return "-> " + visible(bulk.reference().uri());
    }
    if (element instanceof FragmentsElement fragments) {
      return "(" + (fragments.count() - 1) + " fragments)";
    }
    if (element instanceof BinaryElement binary) {
      return bytes(binary.asByteBuffer());
    }
    String joined = joined(element);
    return element instanceof NumberElement || element.vr() == VR.AT ? joined : '[' + joined + ']';
  }

  private static String joined(Element element) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < element.count() && text.length() <= LONGEST; i++) {
      text.append(i == 0 ? "" : "\\").append(element.stringAt(i));
    }
    return visible(text.toString());
  }

  private static String bytes(ByteBuffer bytes) {
    StringBuilder text = new StringBuilder();
    int length = bytes.remaining();
    for (int i = 0; i < Math.min(length, MOST_BYTES); i++) {
      text.append(i == 0 ? "" : "\\").append(String.format("%02x", bytes.get(i)));
    }
    return text + (length > MOST_BYTES ? "..." : "") + " (" + length + " bytes)";
  }

  /** Cut, and without anything that a terminal would obey. */
  private static String visible(String text) {
    StringBuilder shown = new StringBuilder();
    for (int i = 0; i < Math.min(text.length(), LONGEST); i++) {
      char c = text.charAt(i);
      if (Character.isISOControl(c) || Character.getType(c) == Character.FORMAT) {
        shown.append(String.format("\\u%04X", (int) c));
      } else {
        shown.append(c);
      }
    }
    return text.length() > LONGEST ? shown.append("...").toString() : shown.toString();
  }
}
