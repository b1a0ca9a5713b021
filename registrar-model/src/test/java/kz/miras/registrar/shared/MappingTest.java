package kz.miras.registrar.shared;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.Cacheable;
import jakarta.persistence.Converter;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.Persistence;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.persistence.config.CacheIsolationType;
import org.eclipse.persistence.descriptors.ClassDescriptor;
import org.eclipse.persistence.jpa.JpaHelper;
import org.eclipse.persistence.sequencing.NativeSequence;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What the provider makes of the entities, compared with the schema that the migrations build. */
class MappingTest {

  private static final Path CLASSES = Path.of("target/classes");
  private static final Path MIGRATIONS = Path.of("src/main/resources/db/migration");
  private static final Pattern TABLE = Pattern.compile("(?s)CREATE TABLE (\\w+) \\((.*)\\)");
  private static final Pattern ALTER = Pattern.compile("(?s)ALTER TABLE (\\w+)(.*)");
  private static final Pattern ADDED =
      Pattern.compile("(?:ADD COLUMN|RENAME COLUMN \\w+ TO|CHANGE COLUMN \\w+) (\\w+)");
  private static final Pattern COLUMN = Pattern.compile("(?m)^ {2}(\\w+) +[A-Z]");

  /** Lists that hardly change; only they may be kept between transactions. */
  private static final Set<String> DICTIONARIES = Set.of("DayOff", "OrgUnit");

  private static EntityManagerFactory factory;
  private static Collection<ClassDescriptor> descriptors;

  @BeforeAll
  static void readMappings() {
    factory =
        Persistence.createEntityManagerFactory(
            "registrar",
            Map.of(
                "eclipselink.validation-only", "true",
                "eclipselink.logging.level", "OFF",
                "eclipselink.target-server", "None",
                "jakarta.persistence.transactionType", "RESOURCE_LOCAL"));
    descriptors =
        JpaHelper.getEntityManagerFactory(factory)
            .getServerSession()
            .getDescriptors()
            .values()
            .stream()
            .filter(descriptor -> !descriptor.isAggregateDescriptor())
            .toList();
  }

  @AfterAll
  static void close() {
    factory.close();
  }

  @Test
  @DisplayName("every mapped class is listed in the persistence unit, and nothing else is")
  void theUnitIsComplete() throws Exception {
    Set<String> mapped = new TreeSet<>();
    for (Class<?> type : classes()) {
      if (Stream.of(Entity.class, Embeddable.class, MappedSuperclass.class, Converter.class)
          .anyMatch(type::isAnnotationPresent)) {
        mapped.add(type.getName());
      }
    }
    String unit = Files.readString(CLASSES.resolve("META-INF/persistence.xml"));
    List<String> listed =
        Pattern.compile("<class>(.+?)</class>")
            .matcher(unit)
            .results()
            .map(match -> match.group(1))
            .toList();
    assertThat(listed).containsExactlyInAnyOrderElementsOf(mapped);
    assertThat(descriptors).hasSizeGreaterThan(25);
  }

  @Test
  @DisplayName("every mapped column exists in the migrated schema")
  void everyColumnExists() throws IOException {
    Map<String, Set<String>> schema = schema();
    Set<String> missing = new TreeSet<>();
    for (ClassDescriptor descriptor : descriptors) {
      descriptor
          .getFields()
          .forEach(
              field -> {
                String table = field.getTableName().toLowerCase(Locale.ROOT);
                String column = field.getName().toLowerCase(Locale.ROOT);
                if (!schema.getOrDefault(table, Set.of()).contains(column)) {
                  missing.add(table + "." + column);
                }
              });
    }
    assertThat(missing).isEmpty();
  }

  @Test
  @DisplayName("keys come from sequences in steps of fifty, never from the table")
  void keysComeFromSequences() throws IOException {
    String migrations = migrations();
    for (ClassDescriptor descriptor : descriptors) {
      if (descriptor.getSequenceNumberName() == null) {
        continue;
      }
      String name = descriptor.getAlias();
      assertThat(descriptor.getSequence()).as(name).isInstanceOf(NativeSequence.class);
      assertThat(descriptor.getSequence().shouldAcquireValueAfterInsert()).as(name).isFalse();
      assertThat(descriptor.getSequence().getPreallocationSize()).as(name).isEqualTo(50);
      assertThat(migrations)
          .as(name)
          .containsPattern(
              "CREATE SEQUENCE "
                  + descriptor.getSequenceNumberName()
                  + " START WITH \\d+ INCREMENT BY 50");
    }
    assertThat(migrations).doesNotContainIgnoringCase("AUTO_INCREMENT");
  }

  @Test
  @DisplayName("what can change has a version; what has none never changes")
  void whatCanChangeHasAVersion() {
    Set<String> changeable =
        descriptors.stream()
            .filter(descriptor -> !descriptor.usesOptimisticLocking())
            .flatMap(
                descriptor ->
                    descriptor.getMappings().stream()
                        .filter(mapping -> !mapping.isPrimaryKeyMapping())
                        .filter(
                            mapping ->
                                mapping.getFields().stream().anyMatch(field -> field.isUpdatable()))
                        .map(mapping -> descriptor.getAlias() + "." + mapping.getAttributeName()))
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(changeable).isEmpty();
  }

  @Test
  @DisplayName("only dictionaries are kept between transactions")
  void onlyDictionariesAreCached() throws Exception {
    for (ClassDescriptor descriptor : descriptors) {
      if (!DICTIONARIES.contains(descriptor.getAlias())) {
        assertThat(descriptor.getCacheIsolation())
            .as(descriptor.getAlias())
            .isEqualTo(CacheIsolationType.ISOLATED);
        assertThat(descriptor.getJavaClass().isAnnotationPresent(Cacheable.class))
            .as(descriptor.getAlias())
            .isFalse();
      }
    }
  }

  private static List<Class<?>> classes() throws IOException, ClassNotFoundException {
    List<Path> files;
    try (Stream<Path> walk = Files.walk(CLASSES)) {
      files = walk.filter(file -> file.toString().endsWith(".class")).toList();
    }
    List<Class<?>> types = new ArrayList<>();
    for (Path file : files) {
      String name = CLASSES.relativize(file).toString().replaceAll("[/\\\\]", ".");
      types.add(
          Class.forName(
              name.substring(0, name.length() - ".class".length()),
              false,
              MappingTest.class.getClassLoader()));
    }
    return types;
  }

  private static String migrations() throws IOException {
    StringBuilder all = new StringBuilder();
    try (Stream<Path> files = Files.list(MIGRATIONS)) {
      for (Path file : files.sorted().toList()) {
        all.append(Files.readString(file).replaceAll("--[^\n]*", "")).append('\n');
      }
    }
    return all.toString();
  }

  /** Columns by table. */
  private static Map<String, Set<String>> schema() throws IOException {
    Map<String, Set<String>> tables = new HashMap<>();
    for (String statement : migrations().split(";")) {
      Matcher created = TABLE.matcher(statement);
      Matcher altered = ALTER.matcher(statement);
      if (created.find()) {
        tables.put(created.group(1), names(COLUMN, created.group(2)));
      } else if (altered.find() && tables.containsKey(altered.group(1))) {
        tables.get(altered.group(1)).addAll(names(ADDED, altered.group(2)));
      }
    }
    return tables;
  }

  private static Set<String> names(Pattern pattern, String text) {
    return pattern
        .matcher(text)
        .results()
        .map(match -> match.group(1))
        .filter(name -> !name.equals("CONSTRAINT"))
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
