package kz.miras.registrar.transcript.service.edition;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import kz.miras.registrar.access.Role;
import kz.miras.registrar.shared.Language;
import kz.miras.registrar.student.StudentStatus;
import kz.miras.registrar.transcript.DocumentChannel;
import kz.miras.registrar.transcript.IssueTerm;
import kz.miras.registrar.transcript.certificate.CertificateForm;
import kz.miras.registrar.transcript.certificate.CertificateQuestion;
import kz.miras.registrar.transcript.edition.UniversityDetails;

/** The values of an edition as a form shows them, in groups. */
public final class EditionForm {

  private static final List<String> YES_NO = List.of("true", "false");

  private EditionForm() {}

  /** How a value is entered. */
  public enum Widget {
    TEXT,
    AREA,
    CHOICE,
    SEVERAL,
    IMAGE
  }

  /** A value that can be chosen, with the message key of its name. */
  public record Option(String value, String key) implements Serializable {}

  /**
   * One line of the form.
   *
   * @param label message key
   * @param codes one value, or one for each language
   */
  public record Line(String label, Widget widget, List<String> codes, List<Option> options)
      implements Serializable {

    public boolean isLocalized() {
      return codes.size() > 1;
    }
  }

  /** Lines that belong together; the title is a message key. */
  public record Group(String title, List<Line> lines) implements Serializable {}

  /** The form of a sort. */
  static List<Group> of(EditionSubject.Sort sort) {
    return switch (sort) {
      case CERTIFICATE -> certificate();
      case UNIVERSITY -> university();
      case WORDING -> wording();
      case TEMPLATE -> List.of();
    };
  }

  private static List<Group> certificate() {
    List<Group> groups = new ArrayList<>();
    groups.add(
        group(
            "wording",
            localized("name", Widget.TEXT),
            localized("title", Widget.TEXT),
            localized("body", Widget.AREA)));
    groups.add(
        group(
            "given",
            several("statuses", options("student.status.", StudentStatus.values())),
            several("channels", options("transcript.channel.", DocumentChannel.values())),
            choice("addressed", yesNo()),
            choice("results", yesNo()),
            choice("held", yesNo()),
            choice("enabled", yesNo())));
    groups.add(
        group(
            "term",
            choice("term.unit", options("transcript.setup.unit.", IssueTerm.Unit.values())),
            line("term.amount", Widget.TEXT),
            line("validity", Widget.TEXT),
            line("fee", Widget.TEXT)));
    for (int i = 1; i <= CertificateForm.MOST; i++) {
      String at = "signatory." + i;
      groups.add(
          group(
              "signatory",
              new Line(key("roles"), Widget.SEVERAL, List.of(at + ".roles"), roles()),
              new Line(key("post"), Widget.CHOICE, List.of(at + ".title"), posts())));
    }
    for (int i = 1; i <= CertificateForm.MOST; i++) {
      groups.add(question("question." + i));
    }
    return groups;
  }

  private static List<Group> wording() {
    return List.of(
        group(
            "wording",
            localized("name", Widget.TEXT),
            localized("body", Widget.AREA),
            choice("enabled", yesNo())));
  }

  private static Group question(String at) {
    return group(
        "question",
        new Line(key("question-code"), Widget.TEXT, List.of(at + ".code"), List.of()),
        new Line(
            key("question-type"),
            Widget.CHOICE,
            List.of(at + ".type"),
            options("transcript.certificate.question.", CertificateQuestion.Type.ofCertificates())),
        new Line(key("question-required"), Widget.CHOICE, List.of(at + ".required"), yesNo()),
        new Line(key("question-label"), Widget.TEXT, tongues(at), List.of()));
  }

  private static List<Group> university() {
    Stream<Line> localized =
        UniversityDetails.LOCALIZED.stream().map(code -> localized(code, Widget.TEXT));
    Stream<Line> single = UniversityDetails.SINGLE.stream().map(code -> line(code, Widget.TEXT));
    Stream<Line> images = UniversityDetails.IMAGES.stream().map(code -> line(code, Widget.IMAGE));
    return List.of(
        new Group(key("university"), localized.toList()),
        new Group(key("requisites"), single.toList()),
        new Group(key("images"), images.toList()));
  }

  private static Group group(String title, Line... lines) {
    return new Group(key(title), List.of(lines));
  }

  private static Line localized(String code, Widget widget) {
    return new Line(key(code), widget, tongues(code), List.of());
  }

  private static List<String> tongues(String code) {
    return Arrays.stream(Language.values()).map(one -> code + "." + one.tag()).toList();
  }

  private static Line line(String code, Widget widget) {
    return new Line(key(code), widget, List.of(code), List.of());
  }

  private static Line choice(String code, List<Option> options) {
    return new Line(key(code), Widget.CHOICE, List.of(code), options);
  }

  private static Line several(String code, List<Option> options) {
    return new Line(key(code), Widget.SEVERAL, List.of(code), options);
  }

  private static List<Option> options(String prefix, Enum<?>... values) {
    return Arrays.stream(values).map(one -> new Option(one.name(), prefix + one.name())).toList();
  }

  private static List<Option> yesNo() {
    return YES_NO.stream()
        .map(one -> new Option(one, "true".equals(one) ? "shared.yes" : "shared.no"))
        .toList();
  }

  private static List<Option> roles() {
    return Stream.of(Role.PRES, Role.RECTOR, Role.VR, Role.DIR, Role.DEP)
        .map(role -> new Option(role.name(), role.key()))
        .toList();
  }

  private static List<Option> posts() {
    return UniversityDetails.POSTS.stream()
        .map(one -> new Option(one, key("post-" + one)))
        .toList();
  }

  private static String key(String name) {
    return "transcript.setup.field." + name;
  }
}
