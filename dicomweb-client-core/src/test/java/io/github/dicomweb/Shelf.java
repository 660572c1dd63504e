// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb;

import io.github.dicomweb.testdata.TestObject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import okio.Buffer;
import okio.ByteString;

/** What a server has, which it lists and gives by study, series and instance. */
final class Shelf implements Function<RecordedRequest, MockResponse> {
  private record Item(String study, String series, String instance, ByteString bytes) {}

  private final List<Item> items = new CopyOnWriteArrayList<>();
  private final Map<String, MockResponse> instead = new ConcurrentHashMap<>();
  private final List<String> retrieved = new CopyOnWriteArrayList<>();
  private final List<String> searched = new CopyOnWriteArrayList<>();

  Shelf add(Collection<TestObject> objects) {
    objects.forEach(
        o -> add(o.studyInstanceUid(), o.seriesInstanceUid(), o.sopInstanceUid(), o.bytes()));
    return this;
  }

  Shelf add(String study, String series, String instance, byte[] bytes) {
    items.add(new Item(study, series, instance, ByteString.of(bytes)));
    return this;
  }

  /** Has something else answered under a path. */
  void answer(String path, MockResponse response) {
    instead.put(path, response);
  }

  void answerAsEver(String path) {
    instead.remove(path);
  }

  /** The paths that were retrieved since the last time. */
  List<String> takeRetrieved() {
    List<String> taken = new ArrayList<>(retrieved);
    retrieved.clear();
    return taken;
  }

  /** The paths that were searched since the last time, first pages only. */
  List<String> takeSearched() {
    List<String> taken = new ArrayList<>(searched);
    searched.clear();
    return taken;
  }

  @Override
  public MockResponse apply(RecordedRequest request) {
    List<String> segments = request.getUrl().pathSegments();
    List<String> path = segments.subList(1, segments.size());
    String key = "/" + String.join("/", path);
    boolean search = path.get(path.size() - 1).equals("instances");
    if (request.getUrl().queryParameter("offset") != null) {
      return new MockResponse.Builder().code(204).build();
    }
    (search ? searched : retrieved).add(key);
    MockResponse other = instead.get(key);
    if (other != null) {
      return other;
    }
    Predicate<Item> wanted =
        item ->
            item.study().equals(path.get(1))
                && (path.size() < 4 || item.series().equals(path.get(3)))
                && (path.size() < 6 || item.instance().equals(path.get(5)));
    List<Item> found = items.stream().filter(wanted).toList();
    if (found.isEmpty()) {
      return new MockResponse.Builder().code(404).build();
    }
    if (search) {
      return Wire.json(
          found.stream().map(Shelf::listed).collect(Collectors.joining(",", "[", "]")));
    }
    return path.size() == 6
        ? new MockResponse.Builder()
            .addHeader("Content-Type", "application/dicom")
            .body(new Buffer().write(found.get(0).bytes()))
            .build()
        : Wire.multipartResponse(
                found.stream().map(item -> item.bytes().toByteArray()).toArray(byte[][]::new))
            .build();
  }

  private static String listed(Item item) {
    return String.format(
        "{%s,%s}",
        uid("00080018", item.instance()), uid("0020000E", Objects.requireNonNull(item.series())));
  }

  private static String uid(String tag, String value) {
    return "\"" + tag + "\":{\"vr\":\"UI\",\"Value\":[\"" + value + "\"]}";
  }
}
