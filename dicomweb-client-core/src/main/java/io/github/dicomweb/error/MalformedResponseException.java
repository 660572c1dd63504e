// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.error;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * A server's answer that cannot be what it claims to be: cut before its closing delimiter, broken
 * JSON or XML, a media type nobody asked for, or more of something than a limit allows.
 */
public final class MalformedResponseException extends DicomWebException {
  private static final long serialVersionUID = 1L;

  /** The media type that the answer said it had, if it did. */
  private final @Nullable String mediaType;

  /** Where in the body, in bytes; -1 if that is not known. */
  private final long offset;

  /** Which part, from 0; -1 if that is not known. */
  private final int partIndex;

  /** Where in the part, if that is known. */
  private final @Nullable String location;

  private MalformedResponseException(Builder builder) {
    super(builder.describe(), builder.cause);
    this.mediaType = builder.mediaType;
    this.offset = builder.offset;
    this.partIndex = builder.partIndex;
    this.location = builder.location;
  }

  /**
   * Starts to describe one.
   *
   * @param message what was wrong, without any value
   * @return a builder
   */
  public static Builder builder(String message) {
    return new Builder(message);
  }

  /**
   * The media type of the answer, without parameters.
   *
   * @return the media type, if the answer had one
   */
  public Optional<String> mediaType() {
    return Optional.ofNullable(mediaType);
  }

  /**
   * Where in the body it was noticed.
   *
   * @return the offset in bytes from the start of the body, if known
   */
  public OptionalLong byteOffset() {
    return offset < 0 ? OptionalLong.empty() : OptionalLong.of(offset);
  }

  /**
   * The part of a multipart body in which it was noticed.
   *
   * @return the index, from 0, if the body was multipart
   */
  public OptionalInt partIndex() {
    return partIndex < 0 ? OptionalInt.empty() : OptionalInt.of(partIndex);
  }

  /**
   * A JSON pointer or tag path.
   *
   * @return the place, if there is one
   */
  public Optional<String> location() {
    return Optional.ofNullable(location);
  }

  /** Collects what is known of a malformed answer. Not thread-safe. */
  public static final class Builder {
    private final String message;
    private @Nullable String mediaType;
    private long offset = -1;
    private int partIndex = -1;
    private @Nullable String location;
    private @Nullable Throwable cause;

    private Builder(String message) {
      this.message = message;
    }

    /**
     * Sets the media type.
     *
     * @param value the media type, or null
     * @return this
     */
    public Builder mediaType(@Nullable String value) {
      this.mediaType = value;
      return this;
    }

    /**
     * Sets the byte offset.
     *
     * @param value from 0; negative for unknown
     * @return this
     */
    public Builder byteOffset(long value) {
      this.offset = value;
      return this;
    }

    /**
     * Sets the index of the part.
     *
     * @param value from 0; negative for none
     * @return this
     */
    public Builder partIndex(int value) {
      this.partIndex = value;
      return this;
    }

    /**
     * Sets the JSON pointer or tag path.
     *
     * @param value the place, or null
     * @return this
     */
    public Builder location(@Nullable String value) {
      this.location = value;
      return this;
    }

    /**
     * Sets the failure beneath.
     *
     * @param value the cause, or null
     * @return this
     */
    public Builder cause(@Nullable Throwable value) {
      this.cause = value;
      return this;
    }

    /**
     * Builds the exception.
     *
     * @return the exception, not thrown
     */
    public MalformedResponseException build() {
      return new MalformedResponseException(this);
    }

    private String describe() {
      StringBuilder text = new StringBuilder(message);
      if (mediaType != null) {
        text.append(", media type ").append(mediaType);
      }
      if (partIndex >= 0) {
        text.append(", part ").append(partIndex);
      }
      if (location != null) {
        text.append(", at ").append(location);
      }
      if (offset >= 0) {
        text.append(", byte offset ").append(offset);
      }
      return text.toString();
    }
  }
}
