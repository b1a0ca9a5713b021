package kz.miras.registrar.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.PropertyResourceBundle;
import java.util.ResourceBundle;
import kz.miras.registrar.shared.Language;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class PermissionsDocTest {

  private static final Path MODULE = Path.of(System.getProperty("basedir", "."));
  private static final Path PAGE = MODULE.resolve("../docs/permissions.md");

  @Test
  @DisplayName("ACC-1 docs/permissions.md is what the matrix says")
  void pageIsWhatTheMatrixSays() throws IOException {
    String fresh =
        new PermissionsPage(
                PermissionMatrix.standard(),
                bundle(Language.KK),
                bundle(Language.RU),
                bundle(Language.EN))
            .text();
    Path target = Files.createDirectories(MODULE.resolve("target")).resolve("permissions.md");
    Files.writeString(target, fresh);
    assertThat(PAGE).exists();
    assertThat(Files.readString(PAGE).replace("\r\n", "\n").equals(fresh))
        .as("docs/permissions.md is out of date: copy %s there", target)
        .isTrue();
  }

  @Test
  @DisplayName("ACC-1 every role, scope and operation has a name in Kazakh, Russian and English")
  void everythingHasANameInThreeLanguages() throws IOException {
    List<String> keys = new ArrayList<>();
    for (Role role : Role.values()) {
      keys.add(role.key());
    }
    for (Scope scope : Scope.values()) {
      keys.add(scope.key());
    }
    for (Deviation.Kind kind : Deviation.Kind.values()) {
      keys.add(kind.key());
    }
    Permissions.all().forEach(permission -> keys.add("access.permission." + permission));
    for (Language language : Language.values()) {
      assertThat(bundle(language).keySet()).as(language.tag()).containsAll(keys);
    }
  }

  private static ResourceBundle bundle(Language language) throws IOException {
    Path file =
        MODULE.resolve(
            "../registrar-ejb/src/main/resources/kz/miras/registrar/i18n/access_"
                + language.tag()
                + ".properties");
    try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      return new PropertyResourceBundle(reader);
    }
  }
}
