package kz.miras.registrar.correspondence.ministry;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import kz.miras.registrar.calendar.EventKind;
import kz.miras.registrar.curriculum.Component;
import kz.miras.registrar.curriculum.Level;
import kz.miras.registrar.shared.Language;
import kz.miras.registrar.shared.Sex;
import kz.miras.registrar.student.Funding;
import kz.miras.registrar.student.OrderKind;

/**
 * GOV-2. Numbers of the platform's dictionaries for our values: those that are known to everybody,
 * and those the university has entered, which go before. Immutable.
 */
public final class PlatformCodes {

  private static final Map<String, Integer> KNOWN = known();

  /** Kinds of orders and of periods are in no dictionary that can be asked for. */
  private static final Map<String, String> ASKED_AS =
      Map.of(
          "COUNTRY", "CenterCountry",
          "DEGREE", "DegreeTypes",
          "LANGUAGE", "CenterStudyLanguages",
          "PAYMENT_FORM", "PaymentForms",
          "SEX", "Sex");

  private final Map<String, Integer> numbers;
  private final Map<String, Set<Integer>> imported;

  private PlatformCodes(Map<String, Integer> numbers, Map<String, Set<Integer>> imported) {
    this.numbers = numbers;
    this.imported = imported;
  }

  /** What is known to everybody. */
  public static PlatformCodes shipped() {
    return new PlatformCodes(KNOWN, Map.of());
  }

  /** With what the university has entered, by {@link #key}. */
  public static PlatformCodes with(Map<String, Integer> entered) {
    return with(entered, Map.of());
  }

  /**
   * With what the university has entered, and the numbers the platform's dictionaries have.
   *
   * @param imported by dictionary; nothing is said of one that is not there
   */
  public static PlatformCodes with(
      Map<String, Integer> entered, Map<String, Set<Integer>> imported) {
    Map<String, Integer> all = new HashMap<>(KNOWN);
    all.putAll(entered);
    return new PlatformCodes(all, Map.copyOf(imported));
  }

  /** GOV-14. Whether the platform's dictionary has a number; true where it was never imported. */
  public boolean has(String dictionary, int number) {
    Set<Integer> there = imported.get(dictionary);
    return there == null || there.contains(number);
  }

  /** By which name a dictionary is asked for on the platform; null where that is not known. */
  public static String askedAs(String dictionary) {
    return ASKED_AS.get(dictionary);
  }

  /** A dictionary and one of our values. */
  public static String key(String dictionary, String value) {
    return dictionary + " " + value;
  }

  /** The number of a value; null where nobody has told it. */
  public Integer number(String dictionary, String value) {
    return numbers.get(key(dictionary, value));
  }

  /** Our values by the dictionary they need a number of; countries are those that occur. */
  public static Map<String, List<String>> needed() {
    Map<String, List<String>> needed = new TreeMap<>();
    needed.put("COMPONENT", names(Component.values()));
    needed.put("DEGREE", names(Level.values()));
    needed.put("LANGUAGE", Stream.of(Language.values()).map(Language::tag).toList());
    needed.put("ORDER_TYPE", names(OrderKind.values()));
    needed.put("PAYMENT_FORM", names(Funding.values()));
    needed.put("SEX", names(Sex.values()));
    needed.put("WORK_TYPE", names(EventKind.values()));
    needed.put("COUNTRY", new ArrayList<>(List.of("KZ")));
    return needed;
  }

  private static List<String> names(Enum<?>[] values) {
    return Stream.of(values).map(Enum::name).toList();
  }

  private static Map<String, Integer> known() {
    Map<String, Integer> known = new HashMap<>();
    for (String line : PlatformFields.lines("platform-codes.txt")) {
      String[] cells = line.split("\\s+");
      known.put(key(cells[0], cells[1]), Integer.parseInt(cells[2]));
    }
    return Map.copyOf(known);
  }
}
