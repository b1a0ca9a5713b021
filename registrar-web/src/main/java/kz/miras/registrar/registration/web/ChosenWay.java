package kz.miras.registrar.registration.web;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import kz.miras.registrar.registration.SectionKind;
import kz.miras.registrar.registration.service.TermOfferings.Offered;
import kz.miras.registrar.registration.service.TermOfferings.Part;

/**
 * A way to take a discipline as the form sends it: an offering, with what is chosen of it.
 *
 * @param group code of the group; null for any
 * @param stream code of the lecture stream; null for any
 */
record ChosenWay(UUID offering, String group, String stream) {

  private static final String BETWEEN = "|";

  /** The way a form has sent. */
  static ChosenWay of(String value) {
    String[] parts = value.split("\\|", -1);
    return new ChosenWay(
        UUID.fromString(parts[0]),
        parts.length > 1 && !parts[1].isEmpty() ? parts[1] : null,
        parts.length > 2 ? parts[2] : null);
  }

  /** What the form sends. */
  String value() {
    if (group == null && stream == null) {
      return offering.toString();
    }
    String named = offering + BETWEEN + Objects.toString(group, "");
    return stream == null ? named : named + BETWEEN + stream;
  }

  /** The section of a kind it names; null for any. */
  private String named(SectionKind kind) {
    return switch (kind) {
      case LECTURE -> stream;
      case GROUP -> group;
      case SUBGROUP -> null;
    };
  }

  /** The sections of a kind that may come of it; one where there is nothing left to chance. */
  List<Part> parts(Offered offered, SectionKind kind) {
    String named = named(kind);
    return offered.sections().stream()
        .filter(part -> part.kind() == kind)
        .filter(part -> named == null || part.code().equals(named))
        .toList();
  }

  /** Open sections of a kind. */
  static List<Part> all(Offered offered, SectionKind kind) {
    return offered.sections().stream().filter(part -> part.kind() == kind).toList();
  }

  /** Streams there are to choose between; empty where there is no choice. */
  static List<Part> streams(Offered offered) {
    List<Part> streams = all(offered, SectionKind.LECTURE);
    return streams.size() > 1 ? streams : List.of();
  }
}
