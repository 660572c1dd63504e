// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.it.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** No type of certain libraries stands in what users can see, but the one that is allowed. */
final class ForeignTypesCondition extends ArchCondition<JavaClass> {
  private static final Set<String> ALLOWED =
      Set.of("io.github.dicomweb.DicomWebClientBuilder.httpClient(okhttp3.OkHttpClient)");

  private final List<String> foreign;

  ForeignTypesCondition(String... packages) {
    super("hold no type of %s in their signatures", Arrays.toString(packages));
    this.foreign = List.of(packages);
  }

  @Override
  public void check(JavaClass item, ConditionEvents events) {
    for (JavaCodeUnit unit : item.getCodeUnits()) {
      if (visible(unit.getModifiers()) && !ALLOWED.contains(unit.getFullName())) {
        Stream.concat(Stream.of(unit.getReturnType()), unit.getParameterTypes().stream())
            .forEach(type -> check(unit.getFullName(), item, type, events));
      }
    }
    for (JavaField field : item.getFields()) {
      if (visible(field.getModifiers())) {
        check(field.getFullName(), item, field.getType(), events);
      }
    }
    item.getSuperclass().ifPresent(type -> check(item.getFullName(), item, type, events));
    item.getInterfaces().forEach(type -> check(item.getFullName(), item, type, events));
  }

  private static boolean visible(Set<JavaModifier> modifiers) {
    return modifiers.contains(JavaModifier.PUBLIC) || modifiers.contains(JavaModifier.PROTECTED);
  }

  private void check(String where, JavaClass item, JavaType type, ConditionEvents events) {
    for (JavaClass raw : type.getAllInvolvedRawTypes()) {
      if (foreign.stream().anyMatch(p -> raw.getPackageName().startsWith(p))) {
        events.add(SimpleConditionEvent.violated(item, where + " shows " + raw.getName()));
      }
    }
  }
}
