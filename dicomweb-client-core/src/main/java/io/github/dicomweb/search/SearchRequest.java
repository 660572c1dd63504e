// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.search;

import io.github.dicomweb.dicom.Dataset;
import io.github.dicomweb.dicom.DateRange;
import io.github.dicomweb.dicom.TimeRange;
import java.util.Collection;
import java.util.Iterator;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/**
 * A search that has not been sent (PS3.18 §10.6). Immutable: each method that sets something gives
 * a changed copy, so a request may be shared and sent from any thread, any number of times.
 *
 * <p>Attributes are named by tag, or by keyword, eight hexadecimal digits or a dotted path of
 * either: {@code PatientName}, {@code 00100010}, {@code
 * RequestAttributesSequence.ScheduledProcedureStepID}.
 *
 * <p>There are two ways to the results. {@link #execute} sends one request and holds its page in
 * memory. {@link #results}, {@link #stream} and {@link #iterator} fetch page after page while the
 * results are consumed, in constant memory; {@link #limit} is then the number of results wanted in
 * all.
 *
 * <p>Not meant to be implemented outside this library: methods may be added.
 *
 * @param <S> the kind of search, which the methods give back
 */
public interface SearchRequest<S extends SearchRequest<S>> extends Iterable<Dataset> {

  /**
   * Matches an attribute: a single value, or a pattern with {@code *} and {@code ?} where the VR
   * allows it (PS3.4 §C.2.2.2). A comma in the value is part of it.
   *
   * @param tag the attribute
   * @param value the value; must not be empty
   * @return a changed copy
   */
  S match(int tag, String value);

  /**
   * Matches an attribute named by keyword, hexadecimal tag or path.
   *
   * @param attribute the attribute
   * @param value the value; must not be empty
   * @return a changed copy
   * @throws IllegalArgumentException if the attribute is not named in one of these ways, or by a
   *     keyword that the dictionary does not know: a server passes over it, and everything matches.
   *     Eight hexadecimal digits name any attribute
   */
  S match(String attribute, String value);

  /**
   * Matches any of several values: UID list matching (PS3.4 §C.2.2.2.2), and lists for other
   * attributes with servers that know multiple value matching.
   *
   * @param tag the attribute
   * @param values the values; must not be empty
   * @return a changed copy
   */
  S matchAny(int tag, Collection<String> values);

  /**
   * Matches any of several values of an attribute named by keyword, hexadecimal tag or path.
   *
   * @param attribute the attribute
   * @param values the values; must not be empty
   * @return a changed copy
   * @throws IllegalArgumentException as {@link #match(String, String)}
   */
  S matchAny(String attribute, Collection<String> values);

  /**
   * Matches a range of dates (PS3.4 §C.2.2.2.5).
   *
   * @param tag the attribute, of VR DA
   * @param range the range
   * @return a changed copy
   */
  default S match(int tag, DateRange range) {
    return match(tag, range.toQuery());
  }

  /**
   * Matches a range of times.
   *
   * @param tag the attribute, of VR TM
   * @param range the range
   * @return a changed copy
   */
  default S match(int tag, TimeRange range) {
    return match(tag, range.toQuery());
  }

  /**
   * Matches an attribute that has no value (empty value matching, PS3.4 §C.2.2.2.7); implies {@link
   * #emptyValueMatching}.
   *
   * @param tag the attribute
   * @return a changed copy
   */
  S matchEmpty(int tag);

  /**
   * Matches an attribute that has no value, named by keyword, hexadecimal tag or path.
   *
   * @param attribute the attribute
   * @return a changed copy
   * @throws IllegalArgumentException as {@link #match(String, String)}
   */
  S matchEmpty(String attribute);

  /**
   * Asks for empty value matching ({@code emptyvaluematching}, PS3.18 §8.3.4): a value {@code ""},
   * two quotes, then stands for none. A server that cannot says so in a warning, or not at all.
   *
   * @return a changed copy
   */
  S emptyValueMatching();

  /**
   * Asks for multiple value matching ({@code multiplevaluematching}, PS3.18 §8.3.4): lists of
   * values, set by {@link #matchAny}, of attributes that are no UIDs. What stands between the
   * values is a fact of the server's profile. A server that cannot says so in a warning, or not at
   * all.
   *
   * @return a changed copy
   */
  S multipleValueMatching();

  /**
   * Asks for attributes beside those that the server gives by default.
   *
   * @param tags the attributes
   * @return a changed copy
   */
  S includeField(int... tags);

  /**
   * Asks for attributes named by keyword, hexadecimal tag or path.
   *
   * @param attributes the attributes
   * @return a changed copy
   * @throws IllegalArgumentException as {@link #match(String, String)}
   */
  S includeField(String... attributes);

  /**
   * Asks for all attributes the server has ({@code includefield=all}).
   *
   * @return a changed copy
   */
  S includeAllFields();

  /**
   * Asks for fuzzy matching of person names. A server that cannot says so in a warning, or not at
   * all.
   *
   * @return a changed copy
   */
  S fuzzyMatching();

  /**
   * Limits the number of results: of the page with {@link #execute}, of all pages together with
   * {@link #results}, {@link #stream} and {@link #iterator}.
   *
   * @param count at least 1
   * @return a changed copy
   */
  S limit(long count);

  /**
   * Skips results.
   *
   * @param count how many; at least 0
   * @return a changed copy
   */
  S offset(long count);

  /**
   * Sets how many results each request of a paged search asks for; the server's profile says it
   * otherwise. Memory grows with it.
   *
   * @param count at least 1
   * @return a changed copy
   */
  S pageSize(int count);

  /**
   * Sends a parameter that is none of the standard's, for what a server has of its own, such as
   * {@code orderby} of dcm4chee. The name and the value are percent-encoded; the same name again
   * replaces the value. It goes with each page and with {@link #count}, to servers that do not
   * match as well. What the server makes of it, or that it passes over it, nobody notices here.
   *
   * @param name the parameter
   * @param value its value; may be empty
   * @return a changed copy
   * @throws IllegalArgumentException if the name is empty, that of a parameter which a method of
   *     its own sets, or that of an attribute, which {@link #match(String, String)} is for
   */
  S queryParameter(String name, String value);

  /**
   * Asks for the results in the Native DICOM Model, in XML, and not in JSON. A server that sends
   * JSON all the same is read, and a warning tells.
   *
   * @return a changed copy
   */
  S asXml();

  /**
   * Sends one request and reads its page into memory.
   *
   * <p>With a server that does not page, does not match, or searches the instances of one series
   * only ({@link io.github.dicomweb.profile.ServerProfile}), this reads all there is, in as many
   * requests as it takes, and holds what matches up to the {@link #limit}.
   *
   * @return the page
   * @throws io.github.dicomweb.error.DicomWebException if the server refuses, cannot be reached or
   *     gives what cannot be read
   */
  SearchPage execute();

  /**
   * As {@link #execute}, on another thread.
   *
   * @return a future; cancelling it cancels the request
   */
  CompletableFuture<SearchPage> executeAsync();

  /**
   * Asks the server how many results there are, whatever {@link #limit} and {@link #offset} say: no
   * part of the standard.
   *
   * @return the number
   * @throws UnsupportedOperationException if the server's profile does not have {@link
   *     io.github.dicomweb.profile.Feature#COUNT}, or its count would not be of what matches
   * @throws io.github.dicomweb.error.DicomWebException if the server refuses, cannot be reached or
   *     gives what is no number
   */
  long count();

  /**
   * As {@link #count}, on another thread.
   *
   * @return a future; cancelling it cancels the request
   */
  CompletableFuture<Long> countAsync();

  /**
   * All results, page by page. Nothing is sent before the first result is asked for.
   *
   * @return the results, which the caller closes when it stops before their end
   */
  SearchResults results();

  /**
   * All results as a stream, page by page. Close it when it may stop before the end.
   *
   * @return a sequential stream
   */
  default Stream<Dataset> stream() {
    return results().stream();
  }

  /**
   * Iterates over {@link #results}. Each page is read before its first result is handed over, so
   * leaving the loop early holds no connection, unless the server sends more results than were
   * asked for: use {@link #results} with try-with-resources where that matters.
   */
  @Override
  default Iterator<Dataset> iterator() {
    return results().iterator();
  }
}
