package kz.miras.registrar.structure;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.library.GeneralCodingRules;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What keeps the code readable and testable. */
class HabitsTest {

  private static final int LONGEST_FILE = 300;

  private static final List<String> CLOCKED =
      List.of(
          "java.time.Instant",
          "java.time.LocalDate",
          "java.time.LocalDateTime",
          "java.time.LocalTime",
          "java.time.OffsetDateTime",
          "java.time.ZonedDateTime",
          "java.time.Year",
          "java.time.YearMonth",
          "java.time.MonthDay");

  @Test
  @DisplayName("nobody reads the time past a clock")
  void timeComesFromAClock() {
    noClasses()
        .should()
        .accessTargetWhere(
            DescribedPredicate.<JavaAccess<?>>describe(
                "reads the machine's time",
                access -> {
                  AccessTarget target = access.getTarget();
                  String owner = target.getOwner().getName();
                  boolean now =
                      CLOCKED.contains(owner)
                          && target.getName().equals("now")
                          && target instanceof AccessTarget.CodeUnitCallTarget call
                          && call.getRawParameterTypes().stream()
                              .noneMatch(type -> type.getName().equals("java.time.Clock"));
                  return now
                      || (owner.equals("java.lang.System")
                          && target.getName().equals("currentTimeMillis"));
                }))
        .check(Product.CLASSES);
  }

  @Test
  @DisplayName("nobody uses the old dates")
  void noOldDates() {
    // the libraries of calendar feeds and of certificates know no others
    noClasses()
        .that()
        .doNotHaveSimpleName("CalendarFile")
        .and()
        .doNotHaveSimpleName("LibraryDates")
        .should()
        .dependOnClassesThat()
        .haveNameMatching("java\\.util\\.(Date|Calendar|GregorianCalendar|TimeZone)")
        .orShould()
        .dependOnClassesThat()
        .haveNameMatching("java\\.text\\.(SimpleDateFormat|DateFormat)")
        .check(Product.CLASSES);
  }

  @Test
  @DisplayName("only commands print to the console, and nobody throws a nameless exception")
  void noConsole() {
    noClasses()
        .that(
            DescribedPredicate.describe(
                "are no commands", type -> type.tryGetMethod("main", String[].class).isEmpty()))
        .should(GeneralCodingRules.ACCESS_STANDARD_STREAMS)
        .check(Product.CLASSES);
    GeneralCodingRules.NO_CLASSES_SHOULD_THROW_GENERIC_EXCEPTIONS.check(Product.CLASSES);
  }

  @Test
  @DisplayName("names say what a thing is, not that it is one")
  void noEmptyNames() {
    noClasses()
        .should()
        .haveSimpleNameEndingWith("Manager")
        .orShould()
        .haveNameMatching(".*(Helper|Util|Utils|Impl|Processor|DTO|Dto|Info|Entity|Bean)")
        .check(Product.CLASSES);
  }

  @Test
  @DisplayName("no file, of the product or of its tests, is longer than 300 lines")
  void filesAreShort() {
    List<String> tooLong =
        Stream.concat(Product.sources().stream(), Product.tests().stream())
            .filter(file -> lines(file) > LONGEST_FILE)
            .map(file -> Product.root().relativize(file) + ": " + lines(file))
            .toList();
    assertThat(tooLong).isEmpty();
  }

  private static long lines(Path file) {
    return Product.text(file).lines().count();
  }
}
