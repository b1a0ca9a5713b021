package kz.miras.registrar.registration.service.summer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.access.service.Access;
import kz.miras.registrar.shared.service.Due;
import kz.miras.registrar.shared.service.ListSource;
import kz.miras.registrar.shared.service.ListView;

/**
 * SUM-13. What is due by the steps of applications for the summer: adviser and dean are told of
 * those that wait for their agreement, whoever opens groups of what enough have passed.
 */
@ApplicationScoped
public class SummerAgreements implements ListSource {

  @Inject private Access access;
  @Inject private SummerAsked asked;

  @Override
  public List<ListView> lists() {
    return List.of();
  }

  @Override
  public List<Due> dues() {
    // asked for those only who agree or open groups
    String agreed =
        access.mayAny(Permissions.RETAKE_AGREE, Permissions.RETAKE_APPROVE)
            ? asked.condition()
            : "FALSE";
    return List.of(
        new Due(
            "summer-applications",
            "to-agree",
            Permissions.RETAKE_AGREE,
            Due.Urgency.DUE,
            "a.status = 'APPLIED' AND a.agreed_at IS NULL AND " + agreed),
        new Due(
            "summer-disciplines",
            "to-open",
            Permissions.RETAKE_APPROVE,
            Due.Urgency.DUE,
            "p.status = 'APPROVED' AND d.status = 'PLANNED' AND "
                + SummerCounts.APPLICATIONS
                + " - "
                + SummerCounts.notReady(agreed)
                + " >= d.minimum"));
  }
}
