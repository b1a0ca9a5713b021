package kz.miras.registrar.achievement.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import kz.miras.registrar.achievement.PromotionDecision;
import kz.miras.registrar.achievement.service.DebtQueries;
import kz.miras.registrar.achievement.service.summary.FigureQueries;
import kz.miras.registrar.achievement.summary.AcademicStanding;
import kz.miras.registrar.achievement.summary.CountingRule;
import kz.miras.registrar.achievement.summary.Explanation;
import kz.miras.registrar.achievement.summary.Figure;
import kz.miras.registrar.achievement.summary.RecordedEntry;
import kz.miras.registrar.curriculum.GpaBasis;
import kz.miras.registrar.frame.web.LanguageChoice;
import kz.miras.registrar.frame.web.Shown;
import kz.miras.registrar.frame.web.Words;
import kz.miras.registrar.shared.service.ClauseText;

/** Figures of a student in the reader's words, and where each of them is explained. */
@Named("figureWords")
@RequestScoped
public class FigureWords {

  /** Author of what the system records by itself. */
  private static final String SYSTEM = "system";

  @Inject private Words words;
  @Inject private LanguageChoice language;
  @Inject private Shown shown;

  /** The clauses a rule comes from. */
  public String clause(CountingRule rule) {
    return ClauseText.of(language.getLanguage(), rule.number());
  }

  /**
   * Address of a student's card with the explanation of a figure.
   *
   * @param asOf null for today
   * @param figure name of the figure; empty for none
   * @param of its year or term; empty for the whole
   */
  public String address(String student, LocalDate asOf, String figure, String of) {
    return "/student/card.xhtml?id="
        + encoded(student)
        + (asOf == null ? "" : "&on=" + asOf)
        + (figure.isEmpty() ? "" : "&why=" + figure)
        + (of.isEmpty() ? "" : "&of=" + encoded(of));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  /** A year, or a term as figures name it: "2025/2026 AUTUMN". */
  public String period(String of) {
    int space = of.indexOf(' ');
    return space < 0
        ? of
        : of.substring(0, space) + ", " + words.get("calendar.term." + of.substring(space + 1));
  }

  /** What is explained. */
  public String title(Explanation why) {
    String name = words.get(why.figure().key());
    return why.of() == null ? name : name + " " + period(why.of());
  }

  /** Whether it is an average, made of points and credits. */
  public boolean average(Explanation why) {
    return why.points() != null;
  }

  /** How a standing is coloured. */
  public String colour(AcademicStanding standing) {
    return switch (standing) {
      case GOOD -> "good";
      case WITH_DEBT -> "warn";
      case AT_RISK, NOT_ELIGIBLE -> "bad";
    };
  }

  /** How an outlook on honours is coloured. */
  public String honours(FigureQueries.Honours honours) {
    return switch (honours.outlook().state()) {
      case EARNED -> "good";
      case OPEN -> "info";
      case LOST -> "warn";
    };
  }

  /** What a debt rests on: an entry, a document, or a line of the curriculum. */
  public String basis(DebtQueries.Basis basis) {
    if (basis.programme() != null) {
      return words.of(
          "achievement.why.plan-line",
          basis.programme(),
          // a year is no quantity
          String.valueOf(basis.admission()),
          basis.term());
    }
    return basis.entry() == null
        ? words.of("achievement.why.paper", basis.document(), basis.on())
        : entry(basis.entry(), basis.document(), basis.on());
  }

  /** An entry of the history, with its document and day; a day both have is told once. */
  public String entry(long position, String document, LocalDate on) {
    String named = document.endsWith(", " + on) ? document.replace(", " + on, "") : document;
    return words.of("achievement.why.entry", position, shown.document(named), on);
  }

  /** Who recorded an entry: a person, a job, or the office to whoever may know no more (ACH-12). */
  public String author(RecordedEntry entry) {
    if (entry.author() == null) {
      return words.get("achievement.entries.office");
    }
    return SYSTEM.equals(entry.author()) ? words.get("achievement.entries.system") : entry.author();
  }

  /** What becomes of the next course year. */
  public String outcome(FigureQueries.Next next) {
    if (next.last()) {
      return words.get("achievement.next.last");
    }
    PromotionDecision decision = next.decision();
    if (decision.outcome() == null) {
      return words.get("achievement.next.undecided");
    }
    String outcome =
        words.of("achievement.next.course", next.course(), next.course() + 1)
            + ": "
            + words.get("achievement.next." + decision.outcome().name());
    return decision.verdict().provisional()
        ? outcome + " (" + words.get("achievement.next.provisional") + ")"
        : outcome;
  }

  /** Where the compared GPA is explained. */
  public String compared(String student, LocalDate asOf, FigureQueries.Next next) {
    boolean year = next.basis() == GpaBasis.YEAR;
    Figure figure = year ? Figure.YEAR_GPA : Figure.GPA;
    return address(student, asOf, figure.name(), year ? next.year() : "");
  }
}
