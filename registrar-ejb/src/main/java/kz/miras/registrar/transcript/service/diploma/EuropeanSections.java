package kz.miras.registrar.transcript.service.diploma;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kz.miras.registrar.shared.Language;
import kz.miras.registrar.shared.service.PdfRenderer;
import kz.miras.registrar.transcript.diploma.SupplementView;
import kz.miras.registrar.transcript.diploma.SupplementView.Row;
import kz.miras.registrar.transcript.twin.TwinContents.Section;

/**
 * The eight sections of the supplement of the European Commission, the Council of Europe and
 * UNESCO, in its edition of 2018. What is not told says why, as the model asks.
 */
final class EuropeanSections {

  private final SupplementView view;
  private final PdfRenderer.Words words;
  private final Language language;

  private EuropeanSections(SupplementView view, Language language) {
    this.view = view;
    this.language = language;
    this.words = PdfRenderer.words(language);
  }

  /** The sections in one language. */
  static List<Section> of(SupplementView view, Language language) {
    return new EuropeanSections(view, language).all();
  }

  private List<Section> all() {
    return List.of(
        section("1", holder()),
        section("2", qualification()),
        section("3", level()),
        section("4", results()),
        section("5", List.of(text("5.1"), text("5.2"))),
        section("6", List.of(additional(), text("6.2"))),
        section("7", certification()),
        said("8", words.of("diploma.eu.8.text")));
  }

  private List<Section> holder() {
    String given = view.holder().givenIn(language);
    return List.of(
        said("1.1", view.holder().familyIn(language)),
        said("1.2", given.isEmpty() ? words.of("diploma.eu.none") : given),
        said("1.3", words.day(view.holder().birthDate())),
        said("1.4", view.holder().studentNo()));
  }

  private List<Section> qualification() {
    String award = words.text(view.draft().qualification());
    return List.of(
        said("2.1", view.honours() ? award + ", " + words.of("diploma.honours") : award),
        said("2.2", view.holder().programmeCode() + " " + words.text(view.holder().programme())),
        said(
            "2.3",
            words.text(view.university())
                + ", "
                + words.text(view.city())
                + ". "
                + words.of("diploma.eu.2.3.status")),
        text("2.4"),
        said("2.5", words.of("transcript.language." + view.holder().studyLanguage())));
  }

  private List<Section> level() {
    return List.of(
        said("3.1", words.of("diploma.eu.3.1." + view.holder().level(), view.nqfLevel())),
        said(
            "3.2",
            words.of(
                "diploma.eu.3.2.text",
                view.credits(),
                view.holder().admissionYear(),
                view.graduatedYear())),
        said("3.3", words.of("diploma.eu.3.3." + view.holder().level())));
  }

  private List<Section> results() {
    String form = words.of("student.form." + view.holder().form());
    return List.of(
        said("4.1", view.distance() ? form + ", " + words.of("diploma.distance") : form),
        said("4.2", words.of("diploma.eu.4.2.text", view.holder().programmeCode())),
        said("4.3", lines()),
        said(
            "4.4",
            words.of("transcript.twin.kz-letter") + " " + words.of("transcript.twin.kz-gpa")),
        said("4.5", classification()));
  }

  private String lines() {
    List<String> lines = new ArrayList<>();
    Stream.of(view.theory(), view.practices(), view.attestations())
        .flatMap(List::stream)
        .forEach(row -> lines.add(line(row)));
    if (view.defence() != null) {
      lines.add(line(view.defence()) + ": " + words.text(view.draft().topic()));
    }
    view.additional()
        .forEach(row -> lines.add(line(row) + " (" + words.of("diploma.over-plan") + ")"));
    return lines.stream().collect(Collectors.joining("; "));
  }

  private String line(Row row) {
    return row.code()
        + " "
        + words.text(row.name())
        + ", "
        + row.credits()
        + " ECTS, "
        + row.sign();
  }

  private String classification() {
    String gpa = view.gpa() == null ? "—" : view.gpa().toPlainString();
    String told = words.of("diploma.eu.4.5.text", gpa);
    return view.honours() ? told + " " + words.of("diploma.eu.4.5.honours") : told;
  }

  private Section additional() {
    return said(
        "6.1",
        words.of(
            "diploma.eu.6.1.text",
            view.draft().number() == null ? "—" : view.draft().number(),
            view.draft().protocol(),
            words.day(view.draft().decidedOn())));
  }

  private List<Section> certification() {
    return List.of(
        said("7.1", words.day(view.date())),
        text("7.2"),
        said("7.3", words.text(view.look().head())),
        text("7.4"));
  }

  private Section section(String number, List<Section> parts) {
    return new Section(number, title(number), null, parts);
  }

  private Section said(String number, String content) {
    return new Section(number, title(number), content, List.of());
  }

  /** One whose contents are the same for everybody. */
  private Section text(String number) {
    return said(number, words.of("diploma.eu." + number + ".text"));
  }

  private String title(String number) {
    return words.of("diploma.eu." + number);
  }
}
