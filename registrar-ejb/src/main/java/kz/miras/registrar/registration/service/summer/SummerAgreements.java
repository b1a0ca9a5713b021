package kz.miras.registrar.registration.service.summer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.access.service.Access;
import kz.miras.registrar.curriculum.Level;
import kz.miras.registrar.curriculum.RuleParameter;
import kz.miras.registrar.curriculum.service.RuleBook;
import kz.miras.registrar.shared.service.Due;
import kz.miras.registrar.shared.service.ListSource;
import kz.miras.registrar.shared.service.ListView;
import kz.miras.registrar.shared.service.UniversityTime;

/** SUM-13. Tells adviser and dean of applications for the summer that wait for their agreement. */
@ApplicationScoped
public class SummerAgreements implements ListSource {

  @Inject private Access access;
  @Inject private RuleBook rules;
  @Inject private UniversityTime time;

  @Override
  public List<ListView> lists() {
    return List.of();
  }

  @Override
  public List<Due> dues() {
    return List.of(
        new Due(
            "summer-applications",
            "to-agree",
            Permissions.RETAKE_AGREE,
            Due.Urgency.DUE,
            "a.status = 'APPLIED' AND a.agreed_at IS NULL AND " + asked()));
  }

  /** Levels whose applications adviser or dean have to agree to; asked for those only who do. */
  private String asked() {
    String levels =
        access.may(Permissions.RETAKE_AGREE)
            ? Arrays.stream(Level.values())
                .filter(one -> rules.inForce(one, time.today()).flag(RuleParameter.SUMMER_AGREED))
                .map(level -> "'" + level + "'")
                .collect(Collectors.joining(", "))
            : "";
    return levels.isEmpty() ? "FALSE" : "g.level IN (" + levels + ")";
  }
}
