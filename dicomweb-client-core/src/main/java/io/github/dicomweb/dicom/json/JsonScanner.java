// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.dicom.json;

import io.github.dicomweb.error.DicomFormatException;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The tokens of JSON (RFC 8259) in UTF-8, with names that are tags read as such and short strings
 * shared, both straight from the bytes. What is well-formed is decided here; what it means is not.
 *
 * <p>A token lies whole in the buffer, which grows for it up to the limits.
 */
final class JsonScanner implements Closeable {
  /** What {@link #next()} finds. */
  enum Token {
    START_OBJECT,
    END_OBJECT,
    START_ARRAY,
    END_ARRAY,
    NAME,
    STRING,
    NUMBER,
    TRUE,
    FALSE,
    NULL,
    END
  }

  /** What is longer in a name is neither a tag nor a keyword. */
  private static final int LONGEST_NAME = 4096;

  private static final int LONGEST_NUMBER = 1000;
  private static final byte[] HEX = new byte[256];
  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final long SEVEN_BYTES = 0x00FFFFFFFFFFFFFFL;
  private static final long ATTRIBUTE = bytes("{\"vr\":\"\0");
  private static final long VALUES = bytes(",\"Value\"");
  private static final long ONES = 0x0101010101010101L;
  private static final long HIGH = 0x8080808080808080L;

  private static long bytes(String text) {
    return (long) LONGS.get(text.getBytes(StandardCharsets.US_ASCII), 0);
  }

  static {
    Arrays.fill(HEX, (byte) -1);
    for (int i = 0; i < 10; i++) {
      HEX['0' + i] = (byte) i;
    }
    for (int i = 10; i < 16; i++) {
      HEX['A' + i - 10] = (byte) i;
    }
  }

  private final InputStream in;
  private final Deviations deviations;
  private final int longest;
  private final boolean[] inObject;
  private byte[] buffer = new byte[32 * 1024];
  private int at;
  private int filled;
  private long consumed;
  private int depth;
  private boolean first = true;
  private boolean afterName;
  private Token token = Token.END;

  // the string, name or number at hand
  private int from;
  private int to;
  private boolean plain;
  private long tag = -1;

  JsonScanner(InputStream in, Deviations deviations, int longest, int maxDepth) {
    this.in = in;
    this.deviations = deviations;
    this.longest = longest;
    this.inObject = new boolean[maxDepth + 1];
    deviations.attach(() -> consumed + at);
  }

  Token current() {
    return token;
  }

  /** Moves to the next token; END behind the outermost value. */
  Token next() throws IOException {
    token = advance();
    return token;
  }

  private Token advance() throws IOException {
    int c = skipSpace();
    if (afterName) {
      afterName = false;
      return value(c);
    }
    if (depth == 0) {
      return c < 0 ? Token.END : value(c);
    }
    boolean object = inObject[depth];
    if (c == (object ? '}' : ']')) {
      at++;
      depth--;
      first = false;
      return object ? Token.END_OBJECT : Token.END_ARRAY;
    }
    if (first) {
      first = false;
    } else if (c == ',') {
      at++;
      c = skipSpace();
    } else {
      throw c < 0 ? truncated() : malformed();
    }
    if (!object) {
      return value(c);
    }
    if (c != '"') {
      throw c < 0 ? truncated() : malformed();
    }
    if (tagName()) {
      return Token.NAME;
    }
    string(LONGEST_NAME);
    tag = -1;
    // in one piece with its name: what the name is must still be in the buffer
    if (at < filled && buffer[at] == ':') {
      at++;
    } else {
      colon();
    }
    afterName = true;
    return Token.NAME;
  }

  private void colon() throws IOException {
    while (true) {
      int c = peekKeeping();
      if (c != ' ' && c != '\n' && c != '\r' && c != '\t' && c != ':') {
        throw c < 0 ? truncated() : malformed();
      }
      at++;
      if (c == ':') {
        return;
      }
      if (at - from > 2 * LONGEST_NAME) {
        throw malformed();
      }
    }
  }

  private Token value(int c) throws IOException {
    return switch (c) {
      case '"' -> {
        string(longest);
        yield Token.STRING;
      }
      case '{' -> enter(true, Token.START_OBJECT);
      case '[' -> enter(false, Token.START_ARRAY);
      case 't' -> literal("true", Token.TRUE);
      case 'f' -> literal("false", Token.FALSE);
      case 'n' -> literal("null", Token.NULL);
      case -1 -> throw truncated();
      default -> number(c);
    };
  }

  private Token enter(boolean object, Token entered) {
    at++;
    if (++depth == inObject.length) {
      throw deviations.error("the JSON is nested deeper than the limit");
    }
    inObject[depth] = object;
    first = true;
    return entered;
  }

  private Token literal(String text, Token found) throws IOException {
    from = at;
    match(text);
    return found;
  }

  private void match(String text) throws IOException {
    for (int i = 0; i < text.length(); i++) {
      int c = peekKeeping();
      if (c != text.charAt(i)) {
        throw c < 0 ? truncated() : malformed();
      }
      at++;
    }
    to = at;
    delimited();
  }

  private void delimited() throws IOException {
    int c = peekKeeping();
    if (c >= 0 && c != ',' && c != ']' && c != '}' && c != ' ' && c != '\n' && c != '\r'
        && c != '\t') {
      throw malformed();
    }
  }

  private Token number(int c) throws IOException {
    from = at;
    plain = true;
    int sign = c == '-' || c == '+' ? 1 : 0;
    at += sign;
    int start = peekKeeping();
    if (start == 'N' || start == 'I') {
      return notFinite(sign);
    }
    if (c == '+') {
      throw malformed();
    }
    boolean zero = start == '0';
    if (digits() > 1 && zero) {
      throw malformed();
    }
    if (peekKeeping() == '.') {
      plain = false;
      at++;
      digits();
    }
    int exponent = peekKeeping();
    if (exponent == 'e' || exponent == 'E') {
      plain = false;
      at++;
      int second = peekKeeping();
      if (second == '+' || second == '-') {
        at++;
      }
      digits();
    }
    to = at;
    delimited();
    return Token.NUMBER;
  }

  private int digits() throws IOException {
    int start = at - from;
    while (true) {
      int c = at < filled ? buffer[at] : peekKeeping();
      if (c < '0' || c > '9') {
        break;
      }
      at++;
      if (at - from > LONGEST_NUMBER) {
        throw deviations.error("a number longer than the limit");
      }
    }
    int count = at - from - start;
    if (count == 0) {
      throw peekKeeping() < 0 ? truncated() : malformed();
    }
    return count;
  }

  /** What is no JSON, and what servers write all the same for numbers that JSON cannot hold. */
  private Token notFinite(int sign) throws IOException {
    plain = false;
    boolean nan = buffer[at] == 'N';
    if (nan && sign == 1) {
      throw malformed();
    }
    match(nan ? "NaN" : peekAt(3) == 'i' ? "Infinity" : "INF");
    return Token.NUMBER;
  }

  private int peekAt(int offset) throws IOException {
    while (filled - at <= offset) {
      if (!fill(from)) {
        return -1;
      }
    }
    return buffer[at + offset];
  }

  private void string(int limit) throws IOException {
    at++;
    from = at;
    plain = true;
    while (true) {
      byte[] bytes = buffer;
      int end = filled;
      int p = at;
      boolean escape = false;
      while (p < end) {
        if (p + 8 <= end) {
          // eight at once, up to the first that is a quote, a backslash, a control or no ASCII
          long eight = (long) LONGS.get(bytes, p);
          long quotes = eight ^ '"' * ONES;
          long slashes = eight ^ '\\' * ONES;
          long special =
              (((quotes - ONES) & ~quotes)
                      | ((slashes - ONES) & ~slashes)
                      | ((eight - ' ' * ONES) & ~eight)
                      | eight)
                  & HIGH;
          if (special == 0) {
            p += 8;
            continue;
          }
          p += Long.numberOfTrailingZeros(special) >>> 3;
        }
        int b = bytes[p];
        if (b == '"') {
          to = p;
          at = p + 1;
          if (to - from > limit) {
            throw tooLong();
          }
          return;
        }
        if (b == '\\') {
          plain = false;
          // whatever is escaped is looked at when the text is wanted
          p++;
          if (p == end) {
            escape = true;
            break;
          }
        } else if (b < ' ') {
          if (b >= 0) {
            at = p;
            throw malformed();
          }
          plain = false;
        }
        p++;
      }
      at = escape ? end - 1 : p;
      if (at - from > limit + 4L) {
        throw tooLong();
      }
      if (!fill(from)) {
        throw truncated();
      }
    }
  }

  private DicomFormatException tooLong() {
    return deviations.error("a text longer than the limit");
  }

  private int skipSpace() throws IOException {
    while (true) {
      while (at < filled) {
        int c = buffer[at];
        if (c > ' ' || c < 0) {
          return c & 0xFF;
        }
        if (c != ' ' && c != '\n' && c != '\r' && c != '\t') {
          throw malformed();
        }
        at++;
      }
      if (!fill(at)) {
        return -1;
      }
    }
  }

  private int peekKeeping() throws IOException {
    return at < filled || fill(from) ? buffer[at] & 0xFF : -1;
  }

  /** Reads more, and keeps what begins at an index. */
  private boolean fill(int keep) throws IOException {
    if (keep > 0) {
      System.arraycopy(buffer, keep, buffer, 0, filled - keep);
      consumed += keep;
      at -= keep;
      filled -= keep;
      from -= Math.min(from, keep);
      to -= Math.min(to, keep);
    }
    if (filled == buffer.length) {
      buffer = Arrays.copyOf(buffer, (int) Math.min(2L * filled, Integer.MAX_VALUE - 8));
    }
    if (filled == buffer.length) {
      throw tooLong();
    }
    int read = in.read(buffer, filled, buffer.length - filled);
    if (read < 0) {
      return false;
    }
    filled += read;
    return true;
  }

  private DicomFormatException truncated() {
    return deviations.error("the JSON ends before it is complete");
  }

  private DicomFormatException malformed() {
    return deviations.error("the input is not well-formed JSON");
  }

  /** The name at hand as a tag, or -1 when it is not eight upper-case hexadecimal digits. */
  long tag() {
    return tag;
  }

  /** Reads a name that is a tag, and its colon, when they are written without white space. */
  private boolean tagName() {
    int name = at + 1;
    byte[] bytes = buffer;
    if (name + 10 > filled || bytes[name + 8] != '"' || bytes[name + 9] != ':') {
      return false;
    }
    int found = 0;
    int wrong = 0;
    for (int i = name; i < name + 8; i++) {
      int digit = HEX[bytes[i] & 0xFF];
      wrong |= digit;
      found = found << 4 | (digit & 0xF);
    }
    if (wrong < 0) {
      return false;
    }
    tag = found & 0xFFFFFFFFL;
    from = name;
    to = name + 8;
    plain = true;
    at = name + 10;
    afterName = true;
    return true;
  }

  /**
   * Enters an attribute that begins with its vr as nearly all do, and gives the two letters in the
   * lower bytes of the result; -1 when it begins otherwise, and nothing is read.
   */
  int enterAttribute() {
    if (filled - at < 16
        || ((long) LONGS.get(buffer, at) & SEVEN_BYTES) != ATTRIBUTE
        || buffer[at + 9] != '"'
        || depth + 1 == inObject.length) {
      return -1;
    }
    int letters = (buffer[at + 7] & 0xFF) << 8 | (buffer[at + 8] & 0xFF);
    // a backslash above all, which makes the quote behind it a part of the text
    if (!isLetter(buffer[at + 7]) || !isLetter(buffer[at + 8])) {
      return -1;
    }
    at += 10;
    afterName = false;
    inObject[++depth] = true;
    first = false;
    token = Token.STRING;
    return letters;
  }

  private static boolean isLetter(byte b) {
    return b >= 'A' && b <= 'Z';
  }

  /** Enters an array of values that follows at once; false when nothing is read. */
  boolean enterValues() {
    if (filled - at < 16
        || (long) LONGS.get(buffer, at) != VALUES
        || buffer[at + 8] != ':'
        || buffer[at + 9] != '['
        || depth + 1 == inObject.length) {
      return false;
    }
    at += 10;
    inObject[++depth] = false;
    first = true;
    token = Token.START_ARRAY;
    return true;
  }

  /** Whether the name or string at hand is a word of ASCII. */
  boolean is(byte[] word) {
    return Arrays.equals(buffer, from, to, word, 0, word.length);
  }

  /** Length in bytes of the string, name or number at hand. */
  int length() {
    return to - from;
  }

  /** A byte of the string, name or number at hand. */
  int byteAt(int index) {
    return buffer[from + index];
  }

  /** Whether a string is of ASCII without escapes, and a number a whole one. */
  boolean isPlain() {
    return plain;
  }

  byte[] bytes() {
    return buffer;
  }

  int from() {
    return from;
  }

  /** Passes over what the token at hand begins. */
  void skip() throws IOException {
    if (token == Token.START_OBJECT || token == Token.START_ARRAY) {
      int outer = depth - 1;
      do {
        next();
      } while (depth > outer);
    }
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
