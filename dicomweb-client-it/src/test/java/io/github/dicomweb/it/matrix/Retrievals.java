// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.it.matrix;

import io.github.dicomweb.DicomWebClient;
import io.github.dicomweb.dicom.BulkDataReference;
import io.github.dicomweb.dicom.Dataset;
import io.github.dicomweb.dicom.Tag;
import io.github.dicomweb.dicom.TransferSyntax;
import io.github.dicomweb.dicom.VR;
import io.github.dicomweb.it.matrix.Retrieval.Kind;
import io.github.dicomweb.it.matrix.Retrieval.Trait;
import io.github.dicomweb.media.MediaRange;
import io.github.dicomweb.media.MediaType;
import io.github.dicomweb.retrieve.BulkDataRequest;
import io.github.dicomweb.retrieve.BulkDataResourceRequest;
import io.github.dicomweb.retrieve.InstancesRequest;
import io.github.dicomweb.retrieve.MetadataRequest;
import io.github.dicomweb.retrieve.Rendered;
import io.github.dicomweb.retrieve.RenderedCall;
import io.github.dicomweb.retrieve.RenderedFile;
import io.github.dicomweb.retrieve.RenderedRequest;
import io.github.dicomweb.retrieve.Verdict;
import io.github.dicomweb.retrieve.ZipRequest;
import io.github.dicomweb.testdata.TestObject;
import io.github.dicomweb.uri.UriContent;
import io.github.dicomweb.uri.UriFile;
import io.github.dicomweb.uri.UriRetrieval;
import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/** Every retrieval there is, with what it must give. */
final class Retrievals {
  private static final String STUDY = Stored.ONE.studyInstanceUid();
  private static final String SERIES = Stored.ONE.seriesInstanceUid();
  private static final String ONE = Stored.ONE.sopInstanceUid();
  private static final MediaRange JPEG =
      MediaRange.of(MediaType.JPEG).transferSyntax(TransferSyntax.JPEG_BASELINE);
  private static final int FIRST = 1000;
  private static final int LAST = 2999;

  /** What a deflated file of the study, with its headers, has at least. */
  private static final long SHORTEST_ARCHIVE = 3000;

  private final PlainAnswers plain;
  private final List<Retrieval> all = new ArrayList<>();

  private Retrievals(PlainAnswers plain) {
    this.plain = plain;
  }

  static List<Retrieval> all(PlainAnswers plain) throws IOException {
    Retrievals retrievals = new Retrievals(plain);
    retrievals.instances();
    retrievals.metadata();
    retrievals.frames();
    retrievals.bulkData();
    retrievals.bulkDataResources();
    retrievals.rendered();
    retrievals.thumbnails();
    retrievals.archives();
    retrievals.byUri();
    return List.copyOf(retrievals.all);
  }

  private void instances() {
    List<ByteBuffer> study = Stored.study();
    List<ByteBuffer> one = List.of(ByteBuffer.wrap(Stored.ONE.bytes()));
    instances("study", study, client -> client.retrieveStudy(STUDY));
    instances("series", study, client -> client.retrieveSeries(STUDY, SERIES));
    instances("instance", one, client -> client.retrieveInstance(STUDY, SERIES, ONE));
  }

  private void instances(
      String name, List<ByteBuffer> truth, Function<DicomWebClient, InstancesRequest> request) {
    add(
        name + ", open()",
        Kind.FILES,
        truth,
        (client, scratch) -> Reading.parts(() -> request.apply(client).open()));
    add(
        name + ", saveTo()",
        Kind.FILES,
        truth.stream().sorted().toList(),
        (client, scratch) -> Reading.report(scratch, () -> request.apply(client).saveTo(scratch)));
  }

  private void metadata() throws IOException {
    String study = "/studies/" + STUDY;
    String series = study + "/series/" + SERIES;
    metadata("study", study, client -> client.retrieveMetadata(STUDY));
    metadata("series", series, client -> client.retrieveMetadata(STUDY, SERIES));
    metadata(
        "instance",
        series + "/instances/" + ONE,
        client -> client.retrieveMetadata(STUDY, SERIES, ONE));
  }

  private void metadata(
      String level, String path, Function<DicomWebClient, MetadataRequest> request)
      throws IOException {
    byte[] json = plain.metadata(path);
    List<Dataset> truth = plain.datasets(json).stream().map(Retrievals::withoutHost).toList();
    all.add(
        Retrieval.of(
            "metadata of " + level + " in JSON",
            Kind.JSON,
            truth,
            json.length,
            (client, scratch) -> datasets(request.apply(client))));
    all.add(
        Retrieval.of(
            "metadata of " + level + " in XML",
            Kind.XML,
            truth,
            json.length,
            (client, scratch) -> datasets(request.apply(client).asXml())));
    all.add(
        Retrieval.of(
            "metadata of " + level + " in JSON, at once",
            Kind.JSON,
            truth,
            json.length,
            (client, scratch) ->
                Reading.datasetsAtOnce(
                    () -> request.apply(client).executeConditional(), Retrievals::withoutHost)));
  }

  private static Outcome datasets(MetadataRequest request) {
    return Reading.datasets(request::open, Retrievals::withoutHost);
  }

  /** The servers have ports of their own. */
  private static Dataset withoutHost(Dataset dataset) {
    BulkDataReference reference = dataset.bulkData(Tag.PixelData).orElseThrow();
    VR vr = dataset.element(Tag.PixelData).orElseThrow().vr();
    return dataset.toBuilder()
        .putBulkData(
            Tag.PixelData, vr, BulkDataReference.of(URI.create(reference.uri()).getRawPath()))
        .build();
  }

  private void frames() {
    frames("native frames", Kind.BYTES, Stored.frames(1, 3, 8), Stored.FRAMES, 1, 3, 8);
    frames("native frame", Kind.BYTES, Stored.frames(2), Stored.FRAMES, 2);
    compressed("compressed frames", Stored.codestreams(1, 2), 1, 2);
    compressed("compressed frame", Stored.codestreams(2), 2);
  }

  private void frames(
      String name, Kind kind, List<ByteBuffer> truth, TestObject object, int... numbers) {
    add(
        name,
        kind,
        truth,
        (client, scratch) ->
            Reading.parts(
                () ->
                    client
                        .retrieveFrames(
                            object.studyInstanceUid(),
                            object.seriesInstanceUid(),
                            object.sopInstanceUid(),
                            numbers)
                        .open()));
  }

  private void compressed(String name, List<ByteBuffer> truth, int... numbers) {
    String uid = Stored.COMPRESSED;
    add(
        name,
        Kind.PICTURES,
        truth,
        (client, scratch) ->
            Reading.parts(() -> client.retrieveFrames(uid, uid, uid, numbers).accept(JPEG).open()),
        Trait.OCTETS);
  }

  private void bulkData() {
    byte[] pixels = Stored.value(Stored.FRAMES, Tag.PixelData);
    byte[] range = Arrays.copyOfRange(pixels, FIRST, LAST + 1);
    byte[] document = Stored.document();
    BulkDataReference reference = reference(Stored.FRAMES, Tag.PixelData);
    BulkDataReference report = reference(Stored.DOCUMENT, Tag.EncapsulatedDocument);
    bulkData("bulk data", Kind.BYTES, pixels, client -> client.retrieveBulkData(reference));
    bulkData(
        "bulk data of a document",
        Kind.PICTURES,
        document,
        client -> client.retrieveBulkData(report).accept(MediaType.PDF),
        Trait.OCTETS);
    bulkData(
        "bulk data, a range",
        Kind.BYTES,
        range,
        client -> client.retrieveBulkData(reference).range(FIRST, LAST),
        Trait.ALWAYS_SINGLE,
        Trait.COUNTED);
  }

  private static BulkDataReference reference(TestObject object, int tag) {
    return BulkDataReference.of(
        "studies/%s/series/%s/instances/%s/bulkdata/%08X"
            .formatted(
                object.studyInstanceUid(),
                object.seriesInstanceUid(),
                object.sopInstanceUid(),
                tag));
  }

  private void bulkData(
      String name,
      Kind kind,
      byte[] truth,
      Function<DicomWebClient, BulkDataRequest> request,
      Trait... traits) {
    List<ByteBuffer> content = List.of(ByteBuffer.wrap(truth));
    List<Trait> insisting = new ArrayList<>(List.of(traits));
    insisting.add(Trait.INSISTS);
    Trait[] more = insisting.toArray(Trait[]::new);
    add(
        name + ", open()",
        kind,
        content,
        (client, scratch) -> Reading.parts(() -> request.apply(client).open()),
        traits);
    add(
        name + ", saveTo()",
        kind,
        content,
        (client, scratch) ->
            Reading.file(
                scratch,
                file -> request.apply(client).saveTo(file),
                length -> List.of(),
                length -> Verdict.COMPLETE),
        more);
    add(
        name + ", readAllBytes()",
        kind,
        content,
        (client, scratch) ->
            Reading.value(
                () -> request.apply(client).readAllBytes(), bytes -> bytes, bytes -> List.of()),
        more);
  }

  private void bulkDataResources() {
    List<ByteBuffer> study = Stored.pixels();
    List<ByteBuffer> one = List.of(ByteBuffer.wrap(Stored.value(Stored.ONE, Tag.PixelData)));
    resource("/bulkdata of study", study, client -> client.retrieveBulkDataOf(STUDY));
    resource("/bulkdata of series", study, client -> client.retrieveBulkDataOf(STUDY, SERIES));
    resource("/bulkdata of instance", one, client -> client.retrieveBulkDataOf(STUDY, SERIES, ONE));
    resource("/pixeldata of study", study, client -> client.retrievePixelDataOf(STUDY));
    resource("/pixeldata of series", study, client -> client.retrievePixelDataOf(STUDY, SERIES));
    resource(
        "/pixeldata of instance", one, client -> client.retrievePixelDataOf(STUDY, SERIES, ONE));
  }

  private void resource(
      String name,
      List<ByteBuffer> truth,
      Function<DicomWebClient, BulkDataResourceRequest> request) {
    add(
        name,
        Kind.BYTES,
        truth,
        (client, scratch) -> Reading.parts(() -> request.apply(client).open()));
  }

  private void rendered() throws IOException {
    String series = "/studies/" + STUDY + "/series/" + SERIES;
    List<ByteBuffer> study = new ArrayList<>();
    for (TestObject object : Stored.STUDY) {
      study.add(plain.picture(series + "/instances/" + object.sopInstanceUid() + "/rendered"));
    }
    ByteBuffer one = plain.picture(series + "/instances/" + ONE + "/rendered");
    rendered("rendered study", study, client -> client.retrieveRendered(STUDY));
    rendered("rendered series", study, client -> client.retrieveRendered(STUDY, SERIES));
    rendered(
        "rendered instance", List.of(one), client -> client.retrieveRendered(STUDY, SERIES, ONE));
    whole("rendered instance", one, client -> client.retrieveRendered(STUDY, SERIES, ONE));
    TestObject frames = Stored.FRAMES;
    String path =
        "/studies/%s/series/%s/instances/%s/frames/"
            .formatted(
                frames.studyInstanceUid(), frames.seriesInstanceUid(), frames.sopInstanceUid());
    ByteBuffer first = plain.picture(path + "1/rendered");
    ByteBuffer eighth = plain.picture(path + "8/rendered");
    rendered("rendered frames", List.of(first, eighth), client -> frames(client, 1, 8));
    rendered("rendered frame", List.of(eighth), client -> frames(client, 8));
    whole("rendered frame", eighth, client -> frames(client, 8));
  }

  private static RenderedRequest frames(DicomWebClient client, int... numbers) {
    TestObject object = Stored.FRAMES;
    return client.retrieveRendered(
        object.studyInstanceUid(), object.seriesInstanceUid(), object.sopInstanceUid(), numbers);
  }

  private void rendered(
      String name, List<ByteBuffer> truth, Function<DicomWebClient, RenderedRequest> request) {
    add(
        name + ", open()",
        Kind.PICTURES,
        truth,
        (client, scratch) -> Reading.parts(() -> request.apply(client).open()));
  }

  private void whole(
      String name, ByteBuffer truth, Function<DicomWebClient, ? extends RenderedCall> request) {
    add(
        name + ", execute()",
        Kind.PICTURES,
        List.of(truth),
        (client, scratch) ->
            Reading.value(
                () -> request.apply(client).execute(), Rendered::bytes, Rendered::warnings));
    add(
        name + ", saveTo()",
        Kind.PICTURES,
        List.of(truth),
        (client, scratch) ->
            Reading.file(
                scratch,
                file -> request.apply(client).saveTo(file),
                RenderedFile::warnings,
                saved -> saved.partial() ? Verdict.INCOMPLETE : Verdict.COMPLETE));
  }

  private void thumbnails() throws IOException {
    String study = "/studies/" + STUDY;
    String series = study + "/series/" + SERIES;
    String instance = series + "/instances/" + ONE;
    whole(
        "thumbnail of study",
        plain.picture(study + "/thumbnail"),
        client -> client.retrieveThumbnail(STUDY));
    whole(
        "thumbnail of series",
        plain.picture(series + "/thumbnail"),
        client -> client.retrieveThumbnail(STUDY, SERIES));
    whole(
        "thumbnail of instance",
        plain.picture(instance + "/thumbnail"),
        client -> client.retrieveThumbnail(STUDY, SERIES, ONE));
    whole(
        "thumbnail of frame",
        plain.picture(instance + "/frames/1/thumbnail"),
        client -> client.retrieveThumbnail(STUDY, SERIES, ONE, 1));
  }

  private void archives() {
    List<ByteBuffer> study = Stored.study();
    List<ByteBuffer> one = List.of(ByteBuffer.wrap(Stored.ONE.bytes()));
    archive("zip of study", study, client -> client.retrieveZip(STUDY));
    archive("zip of series", study, client -> client.retrieveZip(STUDY, SERIES));
    archive("zip of instance", one, client -> client.retrieveZip(STUDY, SERIES, ONE));
  }

  private void archive(
      String name, List<ByteBuffer> truth, Function<DicomWebClient, ZipRequest> request) {
    add(
        name + ", open()",
        Kind.ARCHIVE,
        truth,
        (client, scratch) -> Reading.entries(() -> request.apply(client).open()),
        Trait.ALWAYS_SINGLE);
    add(
        name + ", saveTo()",
        Kind.ARCHIVE,
        truth.stream().sorted().toList(),
        (client, scratch) -> Reading.report(scratch, () -> request.apply(client).saveTo(scratch)),
        Trait.ALWAYS_SINGLE);
  }

  private void byUri() throws IOException {
    ByteBuffer picture =
        plain.uriPicture(
            "requestType=WADO&studyUID=%s&seriesUID=%s&objectUID=%s&contentType=image/jpeg"
                .formatted(STUDY, SERIES, ONE));
    byUri(
        "WADO-URI, a file",
        Kind.FILES,
        ByteBuffer.wrap(Stored.ONE.bytes()),
        client -> client.retrieveByUri(STUDY, SERIES, ONE).dicom().storedTransferSyntax());
    byUri(
        "WADO-URI, rendered",
        Kind.PICTURES,
        picture,
        client -> client.retrieveByUri(STUDY, SERIES, ONE).rendered().contentType(MediaType.JPEG));
  }

  private void byUri(
      String name, Kind kind, ByteBuffer bytes, Function<DicomWebClient, UriRetrieval<?>> request) {
    List<ByteBuffer> truth = List.of(bytes);
    add(
        name + ", open()",
        kind,
        truth,
        (client, scratch) -> Reading.parts(() -> request.apply(client).open()));
    add(
        name + ", readAllBytes()",
        kind,
        truth,
        (client, scratch) ->
            Reading.value(
                () -> request.apply(client).readAllBytes(),
                UriContent::bytes,
                UriContent::warnings,
                UriContent::verdict));
    add(
        name + ", saveTo()",
        kind,
        truth,
        (client, scratch) ->
            Reading.file(
                scratch,
                file -> request.apply(client).saveTo(file),
                UriFile::warnings,
                UriFile::verdict));
  }

  private void add(
      String name, Kind kind, List<ByteBuffer> truth, Retrieval.Call call, Trait... traits) {
    long length =
        kind == Kind.ARCHIVE
            ? SHORTEST_ARCHIVE
            : truth.stream().mapToLong(ByteBuffer::remaining).sum();
    all.add(Retrieval.of(name, kind, truth, length, call, traits));
  }
}
