package kz.miras.registrar.office.service.demo;

import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import kz.miras.registrar.shared.Iin;
import kz.miras.registrar.shared.Sex;

/** Invented people: Kazakh, Russian and foreign names, ИИН with a right check digit. */
final class DemoPeople {

  /** A person. */
  record Person(
      String last,
      String first,
      String patronymic,
      String lastLatin,
      String firstLatin,
      Sex sex,
      LocalDate born,
      String iin,
      String citizenship,
      String document) {}

  private static final List<String[]> KAZAKH_LAST =
      rows(
          "Ахметов/Akhmetov Оспанов/Ospanov Серіков/Serikov Нұрланов/Nurlanov Қасымов/Kassymov"
              + " Әбдіқадыров/Abdikadyrov Жұмабаев/Zhumabayev Тілеубердиев/Tileuberdiyev"
              + " Бекмұханбетов/Bekmukhanbetov Сәрсенбаев/Sarsenbayev Досжанов/Doszhanov"
              + " Ысқақов/Yskakov Өтеғенов/Otegenov Құдайберген/Kudaibergen Мұқанов/Mukanov"
              + " Төлегенов/Tolegenov Байжанов/Baizhanov Есенов/Yessenov Рахымжанов/Rakhymzhanov"
              + " Шәріпов/Sharipov Абдрахманов/Abdrakhmanov Әлімбеков/Alimbekov Бекболатов/Bekbolatov"
              + " Ғабдуллин/Gabdullin Дүйсенов/Duisenov Ержанов/Yerzhanov Жақсылықов/Zhaksylykov"
              + " Исаев/Issayev Көпбаев/Kopbayev Қожахметов/Kozhakhmetov Молдабеков/Moldabekov"
              + " Мырзабеков/Myrzabekov Насыров/Nassyrov Омаров/Omarov Пірімқұлов/Pirimkulov"
              + " Сапаров/Saparov Смағұлов/Smagulov Тұрсынов/Tursynov Үсенов/Ussenov"
              + " Шаймерденов/Shaimerdenov");
  private static final List<String[]> KAZAKH_MEN =
      rows(
          "Нұрсұлтан/Nursultan Ерлан/Yerlan Әлихан/Alikhan Бауыржан/Bauyrzhan Дәурен/Dauren"
              + " Санжар/Sanzhar Тимур/Timur Айдос/Aidos Мирас/Miras Қуаныш/Kuanysh"
              + " Асқар/Askar Бекзат/Bekzat Ғалымжан/Galymzhan Данияр/Daniyar Ерасыл/Yerassyl"
              + " Жандос/Zhandos Ислам/Islam Мағжан/Magzhan Нұрдәулет/Nurdaulet Олжас/Olzhas"
              + " Рауан/Rauan Сұлтан/Sultan Шыңғыс/Shyngys Абылай/Abylai");
  private static final List<String[]> KAZAKH_WOMEN =
      rows(
          "Айгерім/Aigerim Аружан/Aruzhan Әсел/Asel Гүлназ/Gulnaz Дана/Dana Жансая/Zhansaya"
              + " Мәдина/Madina Назерке/Nazerke Сәуле/Saule Үміт/Umit"
              + " Ақбота/Akbota Балнұр/Balnur Гүлдана/Guldana Диана/Diana Жанар/Zhanar"
              + " Зере/Zere Инжу/Inzhu Камила/Kamila Қарлығаш/Karlygash Мөлдір/Moldir"
              + " Нұрай/Nurai Перизат/Perizat Томирис/Tomiris Шұғыла/Shugyla");
  private static final List<String[]> RUSSIAN_LAST =
      rows(
          "Иванов/Ivanov Петров/Petrov Сидоров/Sidorov Кузнецов/Kuznetsov Смирнов/Smirnov"
              + " Попов/Popov Волков/Volkov Соколов/Sokolov Морозов/Morozov Ким/Kim"
              + " Новиков/Novikov Фёдоров/Fyodorov Лебедев/Lebedev Цой/Tsoi Павлов/Pavlov"
              + " Соловьёв/Solovyov Голубин/Golubin Шмидт/Schmidt Мельник/Melnik Пак/Pak");
  private static final List<String[]> RUSSIAN_MEN =
      rows(
          "Александр/Alexandr Дмитрий/Dmitriy Сергей/Sergey Артём/Artyom Никита/Nikita"
              + " Иван/Ivan Максим/Maxim Роман/Roman Владислав/Vladislav Кирилл/Kirill");
  private static final List<String[]> RUSSIAN_WOMEN =
      rows(
          "Анна/Anna Екатерина/Yekaterina Мария/Mariya Ольга/Olga Софья/Sofya"
              + " Дарья/Darya Виктория/Viktoriya Полина/Polina Елена/Yelena Ксения/Kseniya");
  private static final List<String[]> FOREIGN =
      rows(
          "Каримов/Karimov/Жасур/Jasur/UZ/M Юлдашева/Yuldasheva/Нилуфар/Nilufar/UZ/F"
              + " Шарма/Sharma/Арджун/Arjun/IN/M Гупта/Gupta/Прия/Priya/IN/F"
              + " Йылмаз/Yilmaz/Эмре/Emre/TR/M Демир/Demir/Айше/Ayse/TR/F Ван/Wang/Лэй/Lei/CN/M"
              + " Ли/Li/Мэй/Mei/CN/F Асанов/Asanov/Бакыт/Bakyt/KG/M Хоссейни/Hosseini/Сара/Sara/IR/F");

  private final Random random;

  DemoPeople(Random random) {
    this.random = random;
  }

  private static List<String[]> rows(String text) {
    return java.util.Arrays.stream(text.split(" ")).map(row -> row.split("/")).toList();
  }

  private String[] any(List<String[]> of) {
    return of.get(random.nextInt(of.size()));
  }

  /** Somebody born in a year; about two thirds Kazakh names, a few foreigners without ИИН. */
  Person next(int year, boolean foreigners) {
    int lot = random.nextInt(100);
    Sex sex = random.nextInt(100) < 56 ? Sex.FEMALE : Sex.MALE;
    LocalDate born = LocalDate.ofYearDay(year, 1 + random.nextInt(365));
    if (foreigners && lot < 3) {
      String[] who = any(FOREIGN);
      return new Person(
          who[0],
          who[2],
          null,
          who[1],
          who[3],
          who[5].equals("M") ? Sex.MALE : Sex.FEMALE,
          born,
          null,
          who[4],
          who[4] + " P" + (1_000_000 + random.nextInt(9_000_000)));
    }
    boolean russian = lot > 70;
    String[] last = any(russian ? RUSSIAN_LAST : KAZAKH_LAST);
    String[] first =
        sex == Sex.MALE
            ? any(russian ? RUSSIAN_MEN : KAZAKH_MEN)
            : any(russian ? RUSSIAN_WOMEN : KAZAKH_WOMEN);
    String father = any(russian ? RUSSIAN_MEN : KAZAKH_MEN)[0];
    boolean feminine = sex == Sex.FEMALE && last[0].matches(".*[оеё]в|.*ин");
    return new Person(
        feminine ? last[0] + "а" : last[0],
        first[0],
        russian ? patronymic(father, sex) : father + (sex == Sex.MALE ? "ұлы" : "қызы"),
        feminine ? last[1] + "a" : last[1],
        first[1],
        sex,
        born,
        iin(born, sex),
        "KZ",
        null);
  }

  private static String patronymic(String father, Sex sex) {
    String stem =
        father.endsWith("й") || father.endsWith("а")
            ? father.substring(0, father.length() - 1)
            : father;
    String joint = father.endsWith("й") ? "ев" : father.endsWith("а") ? "ич" : "ов";
    if (father.endsWith("а")) {
      return stem + (sex == Sex.MALE ? "ич" : "ична");
    }
    return stem + joint + (sex == Sex.MALE ? "ич" : "на");
  }

  private String iin(LocalDate born, Sex sex) {
    int century = born.getYear() >= 2000 ? 5 : 3;
    String start =
        String.format(
            "%02d%02d%02d%d",
            born.getYear() % 100,
            born.getMonthValue(),
            born.getDayOfMonth(),
            sex == Sex.MALE ? century : century + 1);
    while (true) {
      String eleven = start + String.format("%04d", random.nextInt(10_000));
      for (int digit = 0; digit < 10; digit++) {
        if (Iin.judge(eleven + digit).isAllowed()) {
          return eleven + digit;
        }
      }
    }
  }
}
