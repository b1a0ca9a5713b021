package kz.miras.registrar.shared.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kz.miras.registrar.shared.Language;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Every text exists in Kazakh, Russian and English and says as much in each. */
class MessageBundlesTest {

  private static final List<String> LANGUAGES = List.of("kk", "ru", "en");
  private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\d+)[^}]*}");

  /** Texts by bundle and language. */
  private static final Map<String, Map<String, Properties>> BUNDLES = new TreeMap<>();

  @BeforeAll
  static void read() throws IOException, URISyntaxException {
    URL root = Messages.class.getResource("/kz/miras/registrar/i18n");
    try (Stream<Path> files = Files.list(Path.of(root.toURI()))) {
      files.filter(file -> file.toString().endsWith(".properties")).forEach(file -> read(file));
    }
  }

  private static void read(Path file) {
    String[] name = file.getFileName().toString().replace(".properties", "").split("_");
    try (Reader text = Files.newBufferedReader(file)) {
      Properties texts = new Unrepeated(file.getFileName().toString());
      texts.load(text);
      BUNDLES.computeIfAbsent(name[0], key -> new TreeMap<>()).put(name[1], texts);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A bundle that refuses the same key twice: the second would silently hide the first. */
  private static final class Unrepeated extends Properties {
    private static final long serialVersionUID = 1L;
    private final String name;

    Unrepeated(String name) {
      this.name = name;
    }

    @Override
    public synchronized Object put(Object key, Object value) {
      Object before = super.put(key, value);
      assertThat(before).as("%s: %s occurs twice", name, key).isNull();
      return null;
    }

    @Override
    public synchronized boolean equals(Object other) {
      return super.equals(other);
    }

    @Override
    public synchronized int hashCode() {
      return super.hashCode();
    }
  }

  @Test
  void everyBundleHasThreeLanguages() {
    assertThat(BUNDLES).hasSizeGreaterThan(5);
    BUNDLES.forEach(
        (bundle, languages) ->
            assertThat(languages.keySet())
                .as(bundle)
                .containsExactlyInAnyOrderElementsOf(LANGUAGES));
  }

  @Test
  void everyLanguageHasTheSameKeys() {
    BUNDLES.forEach(
        (bundle, languages) -> {
          Set<String> all = new TreeSet<>();
          languages.values().forEach(texts -> all.addAll(texts.stringPropertyNames()));
          languages.forEach(
              (language, texts) -> {
                Set<String> missing = new TreeSet<>(all);
                missing.removeAll(texts.stringPropertyNames());
                assertThat(missing).as("missing in %s_%s", bundle, language).isEmpty();
              });
        });
  }

  @Test
  void noTextIsEmpty() {
    each(
        (where, texts) ->
            assertThat(texts.values()).as(where).noneMatch(text -> text.toString().isBlank()));
  }

  @Test
  void everyLanguageFillsTheSamePlaceholders() {
    BUNDLES.forEach(
        (bundle, languages) -> {
          Properties english = languages.get("en");
          languages.forEach(
              (language, texts) ->
                  texts
                      .stringPropertyNames()
                      .forEach(
                          key ->
                              assertThat(placeholders(texts.getProperty(key)))
                                  .as("%s_%s: %s", bundle, language, key)
                                  .isEqualTo(placeholders(english.getProperty(key, "")))));
        });
  }

  @Test
  void textsWithPlaceholdersAreReadable() {
    each(
        (where, texts) ->
            texts.forEach(
                (key, text) -> {
                  if (!placeholders(text.toString()).isEmpty()) {
                    String filled = new MessageFormat(text.toString()).format(new Object[10]);
                    assertThat(filled)
                        .as("%s: %s swallows its placeholder (a lone apostrophe?)", where, key)
                        .doesNotContainPattern(PLACEHOLDER);
                  }
                }));
  }

  @Test
  @DisplayName("every refusal has a text and says what would satisfy it, in three languages")
  void everyRefusalHasAText() {
    Set<String> codes = new TreeSet<>(RefusalCodes.inSources());
    assertThat(codes).hasSizeGreaterThan(140);
    Set<String> missing = new TreeSet<>();
    for (String code : codes) {
      for (Language language : Language.values()) {
        for (String key : List.of(code, code + ".fix")) {
          if (!Messages.has(language, key)) {
            missing.add(key + " (" + language.tag() + ")");
          }
        }
      }
    }
    assertThat(missing).isEmpty();
  }

  @Test
  @DisplayName("what would satisfy a rule asks for no figure the refusal does not bring")
  void remediesUseTheFiguresOfTheirRefusal() {
    each(
        (where, texts) ->
            texts.forEach(
                (key, text) -> {
                  String code = key.toString().replaceFirst("\\.fix$", "");
                  if (!code.equals(key) && texts.containsKey(code)) {
                    assertThat(placeholders(texts.getProperty(code)))
                        .as("%s: %s", where, key)
                        .containsAll(placeholders(text.toString()));
                  }
                }));
  }

  @Test
  @DisplayName("every key the code names in full has a text")
  void everyNamedKeyHasAText() {
    Set<String> missing = new TreeSet<>();
    for (String key : RefusalCodes.keysNamedInFull(BUNDLES.keySet())) {
      if (!Messages.has(Language.EN, key)) {
        missing.add(key);
      }
    }
    assertThat(missing).isEmpty();
  }

  @Test
  void everyKeyBelongsToItsBundle() {
    each(
        (where, texts) -> {
          String bundle = where.substring(0, where.indexOf('_'));
          if (!bundle.equals("shared")) {
            assertThat(texts.stringPropertyNames())
                .as("%s is looked into by the first part of a key only", where)
                .allMatch(key -> key.startsWith(bundle + "."));
          }
        });
  }

  private static void each(java.util.function.BiConsumer<String, Properties> check) {
    BUNDLES.forEach(
        (bundle, languages) ->
            languages.forEach((language, texts) -> check.accept(bundle + "_" + language, texts)));
  }

  private static Set<String> placeholders(String text) {
    return PLACEHOLDER
        .matcher(text)
        .results()
        .map(match -> match.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
