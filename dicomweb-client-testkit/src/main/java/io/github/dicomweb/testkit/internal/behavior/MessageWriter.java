// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.testkit.internal.behavior;

import io.github.dicomweb.testkit.behavior.MultipartBehavior;
import io.github.dicomweb.testkit.behavior.MultipartBehavior.Boundary;
import io.github.dicomweb.testkit.behavior.MultipartBehavior.Closing;
import io.github.dicomweb.testkit.behavior.MultipartBehavior.LineEnds;
import io.github.dicomweb.testkit.behavior.MultipartBehavior.Padding;
import io.github.dicomweb.testkit.behavior.PartBehavior;
import io.github.dicomweb.testkit.behavior.PartBehavior.HeaderOrder;
import io.github.dicomweb.testkit.behavior.PartBehavior.Length;
import io.github.dicomweb.testkit.behavior.PartBehavior.Syntax;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import okio.Buffer;

/** Writes {@code multipart/related} in all its forms. */
final class MessageWriter {
  /**
   * A message that was written.
   *
   * @param contentType the Content-Type
   * @param body the body
   * @param closing where the closing delimiter begins, with the line end before it
   */
  record Written(String contentType, Buffer body, long closing) {}

  private static final String SYNTAX = "transfer-syntax=";

  private final MultipartBehavior multipart;
  private final PartBehavior behavior;

  MessageWriter(MultipartBehavior multipart, PartBehavior parts) {
    this.multipart = multipart;
    this.behavior = parts;
  }

  /**
   * Writes parts.
   *
   * @param url the URL of the request, to which locations can be relative
   */
  Written write(List<Message.Part> parts, String url) {
    String boundary = boundary();
    String delimiterEnd = multipart.lineEnds() == LineEnds.CRLF ? "\r\n" : "\n";
    String beforeDelimiter = multipart.lineEnds() == LineEnds.LF ? "\n" : "\r\n";
    String padding = multipart.padding() == Padding.BLANKS ? " \t" : "";
    Buffer body = new Buffer();
    String before = "";
    if (!multipart.preamble().isEmpty()) {
      body.writeUtf8(multipart.preamble());
      before = beforeDelimiter;
    }
    for (Message.Part part : parts) {
      body.writeUtf8(before + "--" + boundary + padding + delimiterEnd);
      headers(part, url).forEach(header -> body.writeUtf8(header + delimiterEnd));
      body.writeUtf8(delimiterEnd).write(part.content());
      before = beforeDelimiter;
    }
    long closing = body.size();
    body.writeUtf8(before + "--" + boundary + "--" + padding);
    if (!multipart.epilogue().isEmpty()) {
      body.writeUtf8(beforeDelimiter + multipart.epilogue());
    } else if (multipart.closing() == Closing.LINE_END) {
      body.writeUtf8(beforeDelimiter);
    }
    return new Written(contentType(parts, boundary), body, closing);
  }

  private String boundary() {
    String uuid = UUID.randomUUID().toString();
    return switch (multipart.boundary()) {
      case SHORT -> uuid;
      case LONGEST -> (uuid + '-' + UUID.randomUUID()).substring(0, 70);
      case SPECIAL -> "==" + uuid + "?:(b)=";
    };
  }

  private String contentType(List<Message.Part> parts, String boundary) {
    String first = parts.isEmpty() ? "application/dicom" : typed(parts.get(0).contentType());
    String type = first.split(";", 2)[0].strip();
    String bounded =
        multipart.boundary() == Boundary.SPECIAL
            ? "boundary=\"" + boundary + '"'
            : "boundary=" + boundary;
    Optional<String> syntax = syntax(first);
    return switch (multipart.parameters()) {
      case QUOTED -> "multipart/related; type=\"" + type + "\"; " + bounded;
      case UNQUOTED -> "multipart/related; type=" + type + "; " + bounded;
      case BOUNDARY_QUOTED ->
          "multipart/related; type=\"" + type + "\"; boundary=\"" + boundary + '"';
      case TYPE_MISSING -> "multipart/related; " + bounded;
      case SYNTAX_IN_TYPE ->
          "multipart/related; type=\""
              + type
              + syntax.map(uid -> "; " + SYNTAX + uid).orElse("")
              + "\"; "
              + bounded;
      case START_FIRST ->
          "multipart/related;start=\"<"
              + UUID.randomUUID()
              + "@resteasy-multipart>\";"
              + syntax.map(uid -> SYNTAX + uid + ";").orElse("")
              + "type=\""
              + type
              + "\"; "
              + bounded;
    };
  }

  private static Optional<String> syntax(String contentType) {
    int at = contentType.indexOf(SYNTAX);
    return at < 0
        ? Optional.empty()
        : Optional.of(contentType.substring(at + SYNTAX.length()).split(";", 2)[0].strip());
  }

  private List<String> headers(Message.Part part, String url) {
    List<String> headers = new ArrayList<>();
    Labels.of(behavior.contentType(), typed(part.contentType()))
        .ifPresent(type -> headers.add("Content-Type: " + type));
    Urls.location(part.location(), behavior.location(), url)
        .ifPresent(location -> headers.add("Content-Location: " + location));
    if (behavior.length() != Length.ABSENT) {
      int more = behavior.length() == Length.TOO_LARGE ? 1 : 0;
      headers.add("Content-Length: " + (part.content().size() + more));
    }
    if (behavior.headerOrder() == HeaderOrder.TYPE_LAST) {
      headers.add("MIME-Version: 1.0");
      Collections.reverse(headers);
    }
    return headers;
  }

  private String typed(String contentType) {
    Optional<String> syntax = syntax(contentType);
    boolean present =
        behavior.syntax() == Syntax.PRESENT
            || (behavior.syntax() == Syntax.ABSENT_FROM_FILES
                && !contentType.startsWith("application/dicom"));
    if (present || syntax.isEmpty()) {
      return contentType;
    }
    return behavior.syntax() == Syntax.STAR
        ? contentType.replace(SYNTAX + syntax.get(), SYNTAX + '*')
        : contentType.replaceAll(";\\s*transfer-syntax=[^;]*", "");
  }
}
