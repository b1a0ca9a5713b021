package kz.miras.registrar.office.service.demo;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import kz.miras.registrar.office.service.demo.DemoSubjects.Named;
import kz.miras.registrar.office.service.demo.DemoSubjects.Subject;

/** Reads what is studied from {@code demo/*.txt}: curricula an expert would recognise. */
final class DemoLines {

  /**
   * A line of the curricula of some programmes.
   *
   * @param key one discipline of the catalogue
   * @param department code of the department that teaches it
   * @param after key of the discipline it builds on; null for none
   * @param component null for final attestation
   */
  record Line(
      String key,
      Subject subject,
      String department,
      String after,
      int term,
      String cycle,
      String component) {}

  private static final Map<String, String> CYCLES =
      Map.of("G", "GENERAL", "B", "BASIC", "P", "PROFILE", "F", "FINAL_ATTESTATION");
  private static final Map<String, String> COMPONENTS =
      Map.of("o", "COMPULSORY", "u", "UNIVERSITY", "e", "ELECTIVE");
  private static final String CYRILLIC = "абвгдеёжзийклмнопрстуфхцчшщъыьэюяәғқңөұүһі";
  private static final String[] LATIN = {
    "a", "b", "v", "g", "d", "e", "yo", "zh", "z", "i", "y", "k", "l", "m", "n", "o", "p", "r", "s",
    "t", "u", "f", "kh", "ts", "ch", "sh", "shch", "", "y", "", "e", "yu", "ya", "a", "g", "k", "n",
    "o", "u", "u", "h", "i"
  };
  private static final int OWN_CREDITS = 5;

  /** Lines by code of programme. */
  private final Map<String, List<Line>> lines = new HashMap<>();

  /** Department of a programme by its code. */
  private final Map<String, String> departments = new HashMap<>();

  private int number;

  DemoLines() {
    for (String file : List.of("technology", "business", "pedagogy", "arts")) {
      own(read(file));
    }
    common(read("common"));
  }

  /** The lines of a programme; what all programmes share comes first in each term. */
  List<Line> of(String programme) {
    return lines.get(programme).stream()
        .sorted(
            Comparator.comparingInt(Line::term)
                .thenComparing(line -> line.key().startsWith("common") ? 0 : 1))
        .toList();
  }

  /** The department a programme belongs to. */
  String department(String programme) {
    return departments.get(programme);
  }

  private void own(List<String> rows) {
    String department = "";
    Map<String, String> letters = new LinkedHashMap<>();
    for (String row : rows) {
      if (row.startsWith("pool ")) {
        String[] parts = row.split(" ");
        department = parts[1];
        letters.clear();
        for (int i = 2; i < parts.length; i++) {
          String[] sides = parts[i].split("=");
          letters.put(sides[0], sides[1]);
          departments.put(sides[1], department);
        }
        continue;
      }
      String[] parts = row.split("\\s+", 5);
      String pool = String.join("-", letters.values());
      String text = parts[4];
      String after = null;
      if (text.startsWith("<")) {
        after = pool + " " + text.substring(1, text.indexOf('>'));
        text = text.substring(text.indexOf('>') + 2);
      }
      int term = Integer.parseInt(parts[0]);
      Subject subject = subject(text, term, OWN_CREDITS, "EXAM", "DISCIPLINE", false);
      Line line =
          new Line(
              pool + " " + subject.name().en(),
              subject,
              department,
              after,
              term,
              CYCLES.get(parts[1]),
              COMPONENTS.get(parts[2]));
      for (String letter : parts[3].split("")) {
        lines.computeIfAbsent(letters.get(letter), p -> new ArrayList<>()).add(line);
      }
    }
  }

  private void common(List<String> rows) {
    Map<String, Integer> names = new HashMap<>();
    rows.forEach(row -> names.merge(row.split(" ")[0] + name(row), 1, Integer::sum));
    for (String row : rows) {
      String[] parts = row.split(" ", 9);
      boolean repeats = names.get(parts[0] + name(row)) > 1;
      boolean own = parts[7].equals("-");
      int term = Integer.parseInt(parts[1]);
      Map<String, Line> known = new HashMap<>();
      for (DemoSubjects.ProgrammeRow programme : DemoSubjects.PROGRAMMES) {
        if (!programme.level().equals(parts[0])) {
          continue;
        }
        String code = programme.name().code();
        String department = own ? departments.get(code) : parts[7];
        Line line =
            known.computeIfAbsent(
                department,
                d -> {
                  Subject subject =
                      subject(
                          parts[8], term, Integer.parseInt(parts[4]), parts[5], parts[6], repeats);
                  return new Line(
                      (own ? "own " : "common ") + subject.name().code(),
                      subject,
                      department,
                      null,
                      term,
                      CYCLES.get(parts[2]),
                      COMPONENTS.get(parts[3]));
                });
        lines.computeIfAbsent(code, p -> new ArrayList<>()).add(line);
      }
    }
  }

  private static String name(String row) {
    return row.split(" ", 9)[8].split("\\|")[2];
  }

  private Subject subject(
      String text, int term, int credits, String control, String kind, boolean repeats) {
    String[] names = text.split("\\|");
    String digits = String.format(Locale.ROOT, "%d%03d", (term + 1) / 2, ++number);
    return new Subject(
        new Named(initials(names[1]) + digits, names[0], names[1], names[2]),
        initials(names[0]) + digits,
        initials(names[2]) + digits,
        credits,
        control,
        kind,
        repeats);
  }

  /** First letters of the words, or the beginning of the only one, in Latin letters. */
  private static String initials(String name) {
    String[] words = name.split("[\\s,:()/.-]+");
    StringBuilder initials = new StringBuilder();
    if (words.length == 1) {
      return latin(words[0].substring(0, Math.min(4, words[0].length())));
    }
    for (String word : words) {
      if (!word.isEmpty() && !Character.isDigit(word.charAt(0)) && initials.length() < 8) {
        String first = word.substring(0, 1);
        initials.append(latin(word.length() > 2 ? first.toUpperCase(Locale.ROOT) : first));
      }
    }
    return initials.toString();
  }

  private static String latin(String text) {
    StringBuilder latin = new StringBuilder();
    for (char letter : text.toCharArray()) {
      int at = CYRILLIC.indexOf(Character.toLowerCase(letter));
      String one = at < 0 ? String.valueOf(letter) : LATIN[at];
      latin.append(
          Character.isUpperCase(letter) && !one.isEmpty()
              ? one.substring(0, 1).toUpperCase(Locale.ROOT) + one.substring(1)
              : one);
    }
    return latin.toString();
  }

  private static List<String> read(String file) {
    String path = "/demo/" + file + ".txt";
    try (InputStream in = DemoLines.class.getResourceAsStream(path);
        BufferedReader reader =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      return reader.lines().filter(row -> !row.isBlank() && !row.startsWith("#")).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(path, e);
    }
  }
}
