package kz.miras.registrar.office.consultation;

import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import kz.miras.registrar.shared.Keyed;

/** What students and teachers are advised about (regulation 3.1.19). */
public enum ConsultationTopic implements Keyed {
  /** Registration for disciplines. */
  REGISTRATION,
  /** Recognition of results of formal education. */
  FORMAL_RESULTS,
  /** Recognition of results of non-formal education. */
  NONFORMAL_RESULTS,
  /** Interim attestation: exams, retakes, appeals. */
  INTERIM_ATTESTATION,
  /** Final attestation. */
  FINAL_ATTESTATION,
  /** Whatever else the office is asked. */
  OTHER;

  @Override
  public String key() {
    return "office.consultation.topic." + name();
  }

  /**
   * Several topics as one text: their names with spaces between, in the order of the regulation.
   */
  public static String written(Collection<ConsultationTopic> topics) {
    Set<ConsultationTopic> inOrder = EnumSet.noneOf(ConsultationTopic.class);
    inOrder.addAll(topics);
    return inOrder.stream().map(Enum::name).collect(Collectors.joining(" "));
  }

  /** The topics of such a text; none for an empty one. */
  public static Set<ConsultationTopic> read(String text) {
    Set<ConsultationTopic> topics = EnumSet.noneOf(ConsultationTopic.class);
    for (String name : text.split(" ")) {
      if (!name.isEmpty()) {
        topics.add(valueOf(name));
      }
    }
    return Collections.unmodifiableSet(topics);
  }
}
