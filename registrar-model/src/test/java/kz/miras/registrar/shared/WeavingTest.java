package kz.miras.registrar.shared;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.Entity;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.eclipse.persistence.internal.weaving.PersistenceWeaved;
import org.eclipse.persistence.internal.weaving.PersistenceWeavedLazy;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.w3c.dom.NodeList;

class WeavingTest {

  @Test
  @DisplayName("every entity is woven at build time, so that lazy relations are lazy")
  void everyEntityIsWoven() throws Exception {
    List<String> plain = new ArrayList<>();
    int woven = 0;
    for (Class<?> type : listed()) {
      if (type.isAnnotationPresent(Entity.class)) {
        if (PersistenceWeaved.class.isAssignableFrom(type)) {
          woven++;
        } else {
          plain.add(type.getName());
        }
      }
    }
    assertThat(plain).isEmpty();
    assertThat(woven).isGreaterThan(20);
  }

  @Test
  @DisplayName("an entity with a lazy relation holds it behind a woven accessor")
  void aLazyRelationIsWoven() throws Exception {
    assertThat(
            PersistenceWeavedLazy.class.isAssignableFrom(
                Class.forName("kz.miras.registrar.access.RoleGrant")))
        .isTrue();
  }

  private static List<Class<?>> listed() throws Exception {
    try (InputStream file = WeavingTest.class.getResourceAsStream("/META-INF/persistence.xml")) {
      NodeList names =
          DocumentBuilderFactory.newInstance()
              .newDocumentBuilder()
              .parse(file)
              .getElementsByTagName("class");
      List<Class<?>> types = new ArrayList<>();
      for (int i = 0; i < names.getLength(); i++) {
        types.add(Class.forName(names.item(i).getTextContent().strip()));
      }
      return types;
    }
  }
}
