// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.search;

/**
 * A search for any other resource of a server that answers as searches do, such as the worklist
 * items of an archive. What it is and which keys it has is the server's matter.
 */
public interface ResourceSearch extends SearchRequest<ResourceSearch> {}
