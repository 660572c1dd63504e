// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.it.keycloak;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import okhttp3.FormBody;
import okhttp3.HttpUrl;
import okhttp3.Request;

/**
 * The form of one of Keycloak's pages.
 *
 * @param action where it is sent
 * @param fields its fields and buttons with the values they have
 */
record HtmlForm(HttpUrl action, Map<String, String> fields) {
  private static final Pattern FORM =
      Pattern.compile("<form\\b([^>]*)>(.*?)</form>", Pattern.DOTALL);
  private static final Pattern FIELD = Pattern.compile("<(?:input|button)\\b([^>]*)>");

  /** The first form of a page. */
  static Optional<HtmlForm> of(HttpUrl page, String html) {
    Matcher form = FORM.matcher(html);
    if (!form.find()) {
      return Optional.empty();
    }
    Map<String, String> fields = new LinkedHashMap<>();
    Matcher field = FIELD.matcher(form.group(2));
    while (field.find()) {
      String tag = field.group(1);
      attribute(tag, "name")
          .ifPresent(name -> fields.put(name, attribute(tag, "value").orElse("")));
    }
    return attribute(form.group(1), "action")
        .map(page::resolve)
        .map(action -> new HtmlForm(action, fields));
  }

  private static Optional<String> attribute(String tag, String name) {
    Matcher value = Pattern.compile("\\b" + name + "=\"([^\"]*)\"").matcher(tag);
    return value.find() ? Optional.of(value.group(1).replace("&amp;", "&")) : Optional.empty();
  }

  boolean asksFor(String field) {
    return fields.containsKey(field);
  }

  /** As a browser sends it: with some fields filled in, without the buttons that were not used. */
  Request filled(Map<String, String> answers) {
    FormBody.Builder body = new FormBody.Builder();
    answers.forEach(body::add);
    if (!answers.containsKey("code") && asksFor("code")) {
      body.add("code", fields.getOrDefault("code", ""));
    }
    return new Request.Builder().url(action).post(body.build()).build();
  }
}
