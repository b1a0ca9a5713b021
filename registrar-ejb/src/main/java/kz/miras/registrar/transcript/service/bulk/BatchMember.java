package kz.miras.registrar.transcript.service.bulk;

import java.io.Serializable;
import java.util.Map;
import java.util.UUID;
import kz.miras.registrar.transcript.SubjectKind;

/**
 * What one document of a batch is about: a student, or a sheet or a group.
 *
 * @param student key; null where it is about no student
 * @param subject kind of what it is about; null where it is about a student
 * @param id public id of the subject; null where it is about a student
 * @param name of the subject without any person's name; null where it is about a student
 * @param details what names the subject beside its id
 */
public record BatchMember(
    Long student, SubjectKind subject, UUID id, String name, Map<String, String> details)
    implements Serializable {

  public BatchMember {
    details = Map.copyOf(details);
  }

  /** A student. */
  public static BatchMember student(long key) {
    return new BatchMember(key, null, null, null, Map.of());
  }

  /** A sheet or a group. */
  static BatchMember subject(SubjectKind kind, UUID id, String name, Map<String, String> details) {
    return new BatchMember(null, kind, id, name, details);
  }
}
