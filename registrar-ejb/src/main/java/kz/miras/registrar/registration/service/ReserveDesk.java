package kz.miras.registrar.registration.service;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.access.service.Guarded;
import kz.miras.registrar.curriculum.Programme;
import kz.miras.registrar.curriculum.service.Catalogue;
import kz.miras.registrar.registration.Section;
import kz.miras.registrar.registration.SectionSound;
import kz.miras.registrar.registration.service.SectionReserves.Reserve;
import kz.miras.registrar.shared.LocalizedText;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.RegistrarException;
import kz.miras.registrar.shared.Verdict;
import kz.miras.registrar.student.StudentGroup;
import kz.miras.registrar.student.service.Students;

/** REG-31. Where the office keeps seats of a section for a programme or a group. */
@Stateless
@Guarded
public class ReserveDesk {

  @Inject private Offerings offerings;
  @Inject private SectionReserves reserves;
  @Inject private Catalogue catalogue;
  @Inject private Students students;

  /**
   * Seats to be kept, as they are typed.
   *
   * @param programme code; empty where they are for a group
   * @param group code; empty where they are for a programme
   * @param seats how many in all; null where none was typed
   * @param releaseOn the day they become everybody's; null where none was typed
   */
  public record Typed(
      long section, String programme, String group, Integer seats, LocalDate releaseOn)
      implements Serializable {}

  /** A programme seats can be kept for. */
  public record Choice(String code, LocalizedText name) implements Serializable {}

  /** Seats a section keeps now. */
  @RolesAllowed(Permissions.OFFERING_EDIT)
  public List<Reserve> of(long section) {
    return reserves.of(section(section).getId());
  }

  /** Keeps seats, or changes how many are kept and until when. */
  @RolesAllowed(Permissions.OFFERING_EDIT)
  public Verdict keep(Typed typed) {
    Section section = section(typed.section());
    String programmeCode = stripped(typed.programme());
    String groupCode = stripped(typed.group());
    Verdict verdict = SectionSound.open(section.getStatus(), section.getCode());
    if (verdict.isAllowed()) {
      verdict = SectionSound.keptFor(!programmeCode.isEmpty(), !groupCode.isEmpty());
    }
    if (!verdict.isAllowed()) {
      return verdict;
    }
    Programme programme =
        programmeCode.isEmpty() ? null : catalogue.programme(programmeCode).orElse(null);
    StudentGroup group = groupCode.isEmpty() ? null : students.group(groupCode).orElse(null);
    if (programme == null && group == null) {
      return programmeCode.isEmpty()
          ? refused(Refusal.of("field.unknown", "DAT-2", groupCode).at("group"))
          : refused(Refusal.of("field.unknown", "DAT-2", programmeCode).at("programme"));
    }
    return reserves.keep(
        section,
        programme == null ? null : programme.getId(),
        group == null ? null : group.getId(),
        typed.seats() == null ? 0 : typed.seats(),
        typed.releaseOn());
  }

  /**
   * Gives kept seats to everybody at once; nothing where they are everybody's already.
   *
   * @param pool as it is named among the reserves of the section
   */
  @RolesAllowed(Permissions.OFFERING_EDIT)
  public void release(long section, String pool) {
    long id = section(section).getId();
    reserves.of(id).stream()
        .filter(one -> one.pool().equals(pool))
        .findFirst()
        .ifPresent(one -> reserves.release(new SectionReserves.Kept(id, one.pool())));
  }

  /** Programmes seats can be kept for, in the order of their codes. */
  @RolesAllowed(Permissions.OFFERING_EDIT)
  public List<Choice> programmes() {
    return catalogue.programmes().stream()
        .sorted(Comparator.comparing(Programme::getCode))
        .map(one -> new Choice(one.getCode(), one.getName()))
        .toList();
  }

  /** Codes of groups seats can be kept for. */
  @RolesAllowed(Permissions.OFFERING_EDIT)
  public List<String> groups() {
    return students.groups().stream().map(StudentGroup::getCode).sorted().toList();
  }

  private Section section(long id) {
    return offerings.section(id).orElseThrow(() -> new RegistrarException.NotFound("section", id));
  }

  private static String stripped(String typed) {
    return typed == null ? "" : typed.strip();
  }

  private static Verdict refused(Refusal refusal) {
    return Verdict.refused(refusal);
  }
}
