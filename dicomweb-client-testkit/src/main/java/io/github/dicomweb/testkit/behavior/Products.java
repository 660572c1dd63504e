// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.testkit.behavior;

/** What is known of products, in switches. */
final class Products {
  private Products() {}

  static ServerBehavior orthanc() {
    return ServerBehavior.standard();
  }

  static ServerBehavior dcm4chee() {
    return ServerBehavior.standard();
  }

  static ServerBehavior google() {
    return ServerBehavior.standard();
  }

  static ServerBehavior azure() {
    return ServerBehavior.standard();
  }

  static ServerBehavior awsHealthImaging() {
    return ServerBehavior.standard();
  }

  static ServerBehavior staticDicomWeb() {
    return ServerBehavior.standard();
  }
}
