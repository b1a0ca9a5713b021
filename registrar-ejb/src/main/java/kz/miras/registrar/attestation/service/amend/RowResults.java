package kz.miras.registrar.attestation.service.amend;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import kz.miras.registrar.attestation.FinalGradePolicy;
import kz.miras.registrar.attestation.Sheet;
import kz.miras.registrar.attestation.SheetRow;
import kz.miras.registrar.attestation.amend.RowResult;
import kz.miras.registrar.attestation.service.ClosingSheet;
import kz.miras.registrar.curriculum.ControlForm;
import kz.miras.registrar.curriculum.RuleSet;
import kz.miras.registrar.curriculum.service.RuleBook;

/** SHT-16. What the rows of a sheet say in each of its versions. */
@ApplicationScoped
public class RowResults {

  @Inject private ClosingSheet closing;
  @Inject private SheetVersions versions;
  @Inject private RuleBook rules;

  /**
   * What each row says, in the order of the rows: what was typed, and of an amended row what stands
   * instead.
   *
   * @param version from 1, the sheet as it was closed
   * @param control how the discipline of the sheet ends
   */
  public List<RowResult> of(Sheet sheet, List<SheetRow> rows, int version, ControlForm control) {
    Map<Long, RowResult> amended =
        version == 1 ? Map.of() : versions.amended(sheet.getId(), version);
    FinalGradePolicy policy = closing.policy(sheet);
    RuleSet inForce = rules.named(sheet.getRuleSetCode());
    List<RowResult> results = new ArrayList<>();
    for (SheetRow row : rows) {
      RowResult instead = amended.get(row.getStudentId());
      results.add(
          instead != null
              ? instead
              : RowResult.typed(
                  row.scores(), inForce, policy.outcome(control, row.scores(), sheet.fxRetakes())));
    }
    return results;
  }
}
