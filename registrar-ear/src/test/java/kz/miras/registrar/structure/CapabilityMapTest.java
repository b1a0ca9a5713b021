package kz.miras.registrar.structure;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The map of capabilities: each knows only those it may use, in every module. */
class CapabilityMapTest {

  /** What each capability may use directly; what those may use, it may use too. */
  private static final Map<String, Set<String>> MAP = new LinkedHashMap<>();

  static {
    MAP.put("shared", Set.of());
    MAP.put("access", Set.of("shared"));
    MAP.put("calendar", Set.of("access"));
    MAP.put("curriculum", Set.of("calendar"));
    MAP.put("student", Set.of("curriculum"));
    MAP.put("registration", Set.of("student"));
    MAP.put("attestation", Set.of("registration"));
    MAP.put("recognition", Set.of("student"));
    MAP.put("achievement", Set.of("attestation", "recognition"));
    MAP.put("schedule", Set.of("attestation"));
    MAP.put("movement", Set.of("student", "achievement"));
    MAP.put("transcript", Set.of("student", "achievement"));
    MAP.put("correspondence", Set.of("student", "transcript"));
    MAP.put("office", Set.of("schedule", "movement", "correspondence"));
    // the frame of the screens and the border of the services belong to no capability
    MAP.put("frame", Set.of("access"));
  }

  /** Parts of the outer modules that every capability of the same module leans on. */
  private static final Set<String> EVERYWHERE = Set.of("frame");

  @Test
  @DisplayName("every package belongs to a capability of the map")
  void everyPackageIsOnTheMap() {
    Set<String> found = new TreeSet<>();
    Product.CLASSES.forEach(type -> found.add(capability(type)));
    assertThat(MAP.keySet()).containsAll(found);
    assertThat(found).contains("shared", "access", "registration", "transcript", "office");
  }

  @Test
  @DisplayName("a capability uses only those the map allows")
  void dependenciesFollowTheMap() {
    Set<String> broken = new TreeSet<>();
    for (JavaClass type : Product.CLASSES) {
      String from = capability(type);
      for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
        JavaClass target = dependency.getTargetClass().getBaseComponentType();
        if (target.getPackageName().startsWith(Product.ROOT)) {
          String to = capability(target);
          if (!to.equals(from) && !EVERYWHERE.contains(to) && !reach(from).contains(to)) {
            broken.add(type.getName() + " uses " + target.getName());
          }
        }
      }
    }
    assertThat(broken).isEmpty();
  }

  @Test
  @DisplayName("the map has no way back")
  void theMapHasNoCircle() {
    List<String> circles = new ArrayList<>();
    MAP.keySet().stream().filter(name -> reach(name).contains(name)).forEach(circles::add);
    assertThat(circles).isEmpty();
  }

  private static String capability(JavaClass type) {
    String rest = type.getPackageName().substring(Product.ROOT.length());
    int dot = rest.indexOf('.');
    return dot < 0 ? rest : rest.substring(0, dot);
  }

  private static Set<String> reach(String capability) {
    Set<String> reached = new TreeSet<>();
    collect(capability, reached);
    return reached;
  }

  private static void collect(String capability, Set<String> reached) {
    for (String next : MAP.get(capability)) {
      if (reached.add(next)) {
        collect(next, reached);
      }
    }
  }
}
