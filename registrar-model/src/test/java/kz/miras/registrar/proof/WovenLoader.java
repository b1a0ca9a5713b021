package kz.miras.registrar.proof;

import static net.bytebuddy.matcher.ElementMatchers.isAbstract;
import static net.bytebuddy.matcher.ElementMatchers.isConstructor;
import static net.bytebuddy.matcher.ElementMatchers.isMethod;
import static net.bytebuddy.matcher.ElementMatchers.isPublic;
import static net.bytebuddy.matcher.ElementMatchers.isStatic;
import static net.bytebuddy.matcher.ElementMatchers.nameMatches;
import static net.bytebuddy.matcher.ElementMatchers.not;
import static net.bytebuddy.matcher.ElementMatchers.returns;
import static net.bytebuddy.matcher.ElementMatchers.takesArguments;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.Optional;
import java.util.Set;
import kz.miras.registrar.attestation.ExamAdmission;
import kz.miras.registrar.attestation.Sheet;
import kz.miras.registrar.attestation.SheetPart;
import kz.miras.registrar.attestation.SittingClock;
import kz.miras.registrar.attestation.TypedCell;
import kz.miras.registrar.attestation.entry.FileLine;
import kz.miras.registrar.attestation.entry.SentMark;
import kz.miras.registrar.registration.Enrolment;
import kz.miras.registrar.shared.Verdict;
import net.bytebuddy.ByteBuddy;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.dynamic.ClassFileLocator;
import net.bytebuddy.dynamic.DynamicType;

/** A second copy of the product's classes and tests in which one rule can be switched off. */
final class WovenLoader extends URLClassLoader {

  private static final String OURS = "kz.miras.registrar.";

  /** Those whose methods answer one refusal or none. */
  private static final Set<Class<?>> SINGLE =
      Set.of(
          TypedCell.class,
          SittingClock.class,
          ExamAdmission.class,
          SheetPart.class,
          FileLine.class,
          SentMark.class);

  private static final Set<Class<?>> THROWING = Set.of(Sheet.class, Enrolment.class);

  WovenLoader(URL... places) {
    super(places, WovenLoader.class.getClassLoader());
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    if (!name.startsWith(OURS)) {
      return super.loadClass(name, resolve);
    }
    synchronized (getClassLoadingLock(name)) {
      Class<?> loaded = findLoadedClass(name);
      if (loaded != null) {
        return loaded;
      }
      byte[] woven = woven(name);
      return woven == null ? findClass(name) : defineClass(name, woven, 0, woven.length);
    }
  }

  @Override
  public URL getResource(String name) {
    URL own = findResource(name);
    return own == null ? super.getResource(name) : own;
  }

  private static byte[] woven(String name) {
    if (name.equals(Verdict.class.getName())) {
      return redefined(Verdict.class)
          .visit(Advice.to(SwitchedOff.Verdicts.class).on(isConstructor().and(takesArguments(3))))
          .make()
          .getBytes();
    }
    for (Class<?> type : SINGLE) {
      if (name.equals(type.getName())) {
        return redefined(type)
            .visit(
                Advice.to(SwitchedOff.Single.class)
                    .on(
                        isPublic()
                            .and(isMethod())
                            .and(returns(Optional.class))
                            .and(nameMatches("refusal|\\w+Refused|\\w+Fixed"))))
            .make()
            .getBytes();
      }
    }
    for (Class<?> type : THROWING) {
      if (name.equals(type.getName())) {
        return redefined(type)
            .visit(
                Advice.to(SwitchedOff.Thrown.class)
                    .on(isMethod().and(returns(void.class)).and(not(isStatic().or(isAbstract())))))
            .make()
            .getBytes();
      }
    }
    return null;
  }

  private static DynamicType.Builder<?> redefined(Class<?> type) {
    return new ByteBuddy()
        .redefine(type, ClassFileLocator.ForClassLoader.of(type.getClassLoader()));
  }

  @Override
  public void close() {
    try {
      super.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
