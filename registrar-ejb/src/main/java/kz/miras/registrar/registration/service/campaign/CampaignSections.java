package kz.miras.registrar.registration.service.campaign;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.access.Scope;
import kz.miras.registrar.access.service.Access;
import kz.miras.registrar.access.service.Guarded;
import kz.miras.registrar.registration.SectionClosing;
import kz.miras.registrar.registration.SectionKind;
import kz.miras.registrar.shared.LocalizedText;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.service.Statements;
import kz.miras.registrar.shared.service.UniversityTime;

/** Sections of a term that more want than there are seats, and groups that too few want. */
@Stateless
@Guarded
public class CampaignSections {

  @Inject private Access access;
  @Inject private SectionLoads loads;
  @Inject private UniversityTime time;

  /**
   * A section.
   *
   * @param key of the section
   * @param closing what was said of closing it; null for nothing
   * @param offering public id
   * @param id public id
   * @param refused students whom the log refused for want of a seat and who got none elsewhere
   * @param small why the group is too small; null where it is not
   */
  public record Loaded(
      long key,
      SectionClosing closing,
      String offering,
      String id,
      String offeringCode,
      String code,
      SectionKind kind,
      String discipline,
      LocalizedText name,
      int capacity,
      int taken,
      int waiting,
      int refused,
      Refusal small)
      implements Serializable {

    /** How many want a seat. */
    public int demand() {
      return taken + waiting + refused;
    }

    /** Wishes beyond the seats; negative where seats are left. */
    public int over() {
      return demand() - capacity;
    }

    /** Whether it is proposed to be closed. */
    public boolean isProposed() {
      return closing == SectionClosing.PROPOSED;
    }
  }

  /**
   * Sections to look at.
   *
   * @param visible whether the caller answers for sections at all
   * @param over more wanted than there are seats, the largest want first
   * @param small electives' groups below the minimum, the emptiest first
   */
  public record Load(
      boolean visible, int sections, int seats, int taken, List<Loaded> over, List<Loaded> small)
      implements Serializable {}

  /**
   * Sections of a term: a dean's own school's, none for an adviser.
   *
   * @param term code; an unknown one has none
   */
  @RolesAllowed(Permissions.CAMPAIGN_READ)
  public Load of(String term) {
    List<Object> values = new ArrayList<>();
    String condition = condition(values);
    if (condition == null) {
      return new Load(false, 0, 0, 0, List.of(), List.of());
    }
    List<Loaded> all = loads.read(term, condition, values);
    return new Load(
        true,
        all.size(),
        all.stream().mapToInt(Loaded::capacity).sum(),
        all.stream().mapToInt(Loaded::taken).sum(),
        all.stream()
            .filter(one -> one.over() > 0)
            .sorted(
                Comparator.comparingInt(Loaded::over)
                    .reversed()
                    .thenComparing(Loaded::offeringCode)
                    .thenComparing(Loaded::code))
            .toList(),
        all.stream()
            .filter(one -> one.small() != null)
            .sorted(
                Comparator.comparingInt(Loaded::taken)
                    .thenComparing(Loaded::offeringCode)
                    .thenComparing(Loaded::code))
            .toList());
  }

  private String condition(List<Object> values) {
    Set<Scope> scopes = access.scopes(Permissions.CAMPAIGN_READ);
    if (scopes.contains(Scope.ALL)) {
      return "TRUE";
    }
    Set<Long> schools = access.current().schools(Permissions.CAMPAIGN_READ, time.today());
    if (!scopes.contains(Scope.OWN_SCHOOL) || schools.isEmpty()) {
      return null;
    }
    values.addAll(schools);
    return "u.parent_id IN (" + Statements.places(schools.size()) + ")";
  }
}
