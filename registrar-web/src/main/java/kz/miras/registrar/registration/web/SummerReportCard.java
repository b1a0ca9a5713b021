package kz.miras.registrar.registration.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import kz.miras.registrar.frame.web.Download;
import kz.miras.registrar.frame.web.LanguageChoice;
import kz.miras.registrar.registration.service.summer.SummerReport;
import kz.miras.registrar.registration.service.summer.SummerReportFile;
import kz.miras.registrar.shared.Language;

/** The report on a summer semester below its plan: shown, as a workbook and on paper. */
@Named("summerReport")
@RequestScoped
public class SummerReportCard {

  @Inject private SummerReport reports;
  @Inject private SummerReportFile file;
  @Inject private LanguageChoice language;

  private String of;
  private SummerReport.Shown report;

  /** The report of a plan: kept, or a preview. */
  public SummerReport.Shown of(String plan) {
    if (!plan.equals(of)) {
      report = reports.of(plan);
      of = plan;
    }
    return report;
  }

  /** The report as a workbook, in the reader's language. */
  public void xlsx(String plan) throws IOException {
    Download.xlsx(name(plan), file.xlsx(plan, language.getLanguage()));
  }

  /** The report on paper, in the language of a tag. */
  public void pdf(String plan, String tag) throws IOException {
    Download.pdf(name(plan) + "-" + tag, file.pdf(plan, Language.of(tag)));
  }

  private String name(String plan) {
    SummerReport.Shown one = of(plan);
    return "summer-" + one.report().term() + (one.isPreview() ? "-preview" : "");
  }
}
