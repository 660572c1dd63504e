// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.internal.uri;

import io.github.dicomweb.dicom.TransferSyntax;
import io.github.dicomweb.dicom.part10.Part10Header;
import io.github.dicomweb.dicom.part10.Part10HeaderReader;
import io.github.dicomweb.error.DicomFormatException;
import io.github.dicomweb.internal.http.Answer;
import io.github.dicomweb.internal.http.Transport;
import io.github.dicomweb.internal.retrieve.OnePart;
import io.github.dicomweb.internal.retrieve.Target;
import io.github.dicomweb.media.MediaType;
import io.github.dicomweb.profile.ServerProfile.AnyTransferSyntax;
import io.github.dicomweb.retrieve.InstancePart;
import io.github.dicomweb.uri.DicomUriRequest;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** A retrieval of an object as a DICOM file. */
final class RealDicomUri extends RealUriRetrieval<InstancePart> implements DicomUriRequest {
  private static final String ANY = "*";
  private static final String TRANSFER_SYNTAX = "transferSyntax";
  private static final String ANONYMIZE = "anonymize";
  private static final String ANNOTATION = "annotation";
  // An identifier of the server's own making is no SOP Instance UID to be found in the file.
  private static final Pattern UID = Pattern.compile("[0-9]+(\\.[0-9]+)+");

  RealDicomUri(Transport transport, Target target, UriParameters parameters) {
    super(transport, target, parameters);
  }

  private DicomUriRequest with(UriParameters changed) {
    return new RealDicomUri(transport, target, changed);
  }

  @Override
  public DicomUriRequest transferSyntax(TransferSyntax... preferred) {
    return with(
        parameters.with(
            TRANSFER_SYNTAX, Arrays.stream(preferred).map(TransferSyntax::uid).toList()));
  }

  @Override
  public DicomUriRequest storedTransferSyntax() {
    return with(
        transport.profile().anyTransferSyntax() == AnyTransferSyntax.SENT
            ? parameters.with(TRANSFER_SYNTAX, ANY)
            : parameters.without(TRANSFER_SYNTAX));
  }

  @Override
  public DicomUriRequest anonymize() {
    return with(parameters.with(ANONYMIZE, "yes"));
  }

  @Override
  public DicomUriRequest annotatePatient() {
    return with(parameters.and(ANNOTATION, "patient"));
  }

  @Override
  public DicomUriRequest annotateTechnique() {
    return with(parameters.and(ANNOTATION, "technique"));
  }

  @Override
  List<String> contentTypes() {
    return List.of(MediaType.DICOM.name());
  }

  @Override
  MediaType mediaType(InstancePart part) {
    return MediaType.DICOM;
  }

  @Override
  OnePart<InstancePart> accept(Answer answer) {
    OnePart<InstancePart> one = OnePart.instance(answer, transport.limits());
    try {
      check(one, answer);
      return one;
    } catch (RuntimeException e) {
      one.close();
      throw e;
    }
  }

  /** Looks at the beginning of the file before anybody has a byte of it. */
  private void check(OnePart<InstancePart> one, Answer answer) {
    boolean anonymize = parameters.has(ANONYMIZE);
    if (one.multipart()) {
      if (anonymize) {
        throw answer
            .malformed("a multipart answer, which does not show whether it was anonymized")
            .build();
      }
      return;
    }
    Part10Header header = header(answer);
    Optional<String> instance = header.sopInstanceUid();
    boolean same = instance.filter(uid -> uid.equals(target.instance())).isPresent();
    if (anonymize && (same || instance.isEmpty())) {
      throw answer
          .malformed("the object was not anonymized: it is not under a new SOP Instance UID")
          .build();
    }
    boolean other = instance.isPresent() && !same && UID.matcher("" + target.instance()).matches();
    if (!anonymize && other) {
      throw answer.malformed("another object than the one that was asked for").build();
    }
    List<String> asked = parameters.list(TRANSFER_SYNTAX);
    boolean ignored =
        !asked.isEmpty()
            && !asked.contains(ANY)
            && header.transferSyntaxUid().filter(asked::contains).isEmpty();
    if (ignored) {
      one.warn("another transfer syntax than the one that was asked for");
    }
  }

  private static Part10Header header(Answer answer) {
    try {
      return Part10HeaderReader.read(answer.source().peek().inputStream());
    } catch (DicomFormatException e) {
      throw answer
          .malformed("what came as a DICOM file cannot be read as one")
          .byteOffset(e.byteOffset().orElse(-1))
          .location(e.location().orElse(null))
          .cause(e)
          .build();
    } catch (IOException e) {
      throw answer.failure(e);
    }
  }

  /** The parameters, not their values. */
  @Override
  public String toString() {
    return "DicomUriRequest" + parameters;
  }
}
