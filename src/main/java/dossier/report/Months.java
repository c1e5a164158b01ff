package dossier.report;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Names of months, folded, in the languages reports come in.
final class Months {

  /// A calendar months are counted in.
  enum Calendar {
    GREGORIAN,
    /// Solar Hijri: Iran and Afghanistan.
    SOLAR,
    /// Hijri, as published in Saudi Arabia (Umm al-Qura).
    LUNAR
  }

  /// @param number 1 to 12
  /// @param words how many words the name has
  record Month(Calendar calendar, int number, int words) {}

  private static final String GREGORIAN =
      """
      january jan janvier janv enero ene januar janner gennaio январь января январе янв қаңтар қаңтарда yanvar yanvarda ocak يناير كانون_الثاني جانفي ژانویه январы январи январ
      february feb février févr fevrier febrero februar febbraio февраль февраля феврале фев ақпан ақпанда fevral fevralda şubat فبراير شباط فيفري فوریه февралы феврали феврал
      march mar mars marzo märz maerz март марта марте наурыз наурызда mart martda مارس آذار مارچ марты марти
      april apr avril avr abril abr aprile апрель апреля апреле апр сәуір сәуірде aprel aprelda nisan أبريل نيسان أفريل إبريل آوریل апрели апрел
      may mai mayo maggio май мая мае мамыр мамырда mayda mayıs مايو أيار ماي مه می майы майи
      june jun juin junio juni giugno июнь июня июне июн маусым маусымда iyun iyunda haziran يونيو حزيران جوان يونيه ژوئن июну июни
      july jul juillet juil julio juli luglio июль июля июле июл шілде шілдеде iyul iyulda temmuz يوليو تموز جويلية يوليه ژوئیه جولای июлу июли
      august aug août agosto ago август августа августе авг тамыз тамызда avgust avgustda ağustos أغسطس آب أوت اوت آگوست августу августи
      september sept sep septembre septiembre setiembre settembre сентябрь сентября сентябре сен сент қыркүйек қыркүйекте sentabr sentyabr sentabrda eylül سبتمبر أيلول سپتامبر сентябры сентябри сентябр
      october oct octobre octubre oktober okt ottobre октябрь октября октябре окт қазан қазанда oktabr oktyabr oktabrda ekim أكتوبر تشرين_الأول اکتبر октябры октябри октябр
      november nov novembre noviembre novembre ноябрь ноября ноябре ноя қараша қарашада noyabr noyabrda kasım نوفمبر تشرين_الثاني نوامبر ноябры ноябри ноябр
      december dec décembre déc diciembre dic dezember dez dicembre декабрь декабря декабре дек желтоқсан желтоқсанда dekabr dekabrda aralık ديسمبر كانون_الأول دسامبر декабры декабри декабр
      """;

  private static final String SOLAR =
      """
      فروردین حمل
      اردیبهشت ثور
      خرداد جوزا
      تیر سرطان
      مرداد امرداد اسد
      شهریور سنبله
      مهر میزان
      آبان عقرب
      آذر قوس
      دی جدی
      بهمن دلو
      اسفند حوت
      """;

  private static final String LUNAR =
      """
      محرم
      صفر
      ربيع_الأول
      ربيع_الآخر ربيع_الثاني
      جمادى_الأولى
      جمادى_الآخرة جمادى_الثانية
      رجب
      شعبان
      رمضان
      شوال
      ذو_القعدة ذي_القعدة
      ذو_الحجة ذي_الحجة
      """;

  private static final Map<String, Month> MONTHS = new HashMap<>();

  /// The first words of names of two words.
  private static final Set<String> TWO_WORDED = new HashSet<>();

  static {
    fill(LUNAR, Calendar.LUNAR);
    fill(SOLAR, Calendar.SOLAR);
    fill(GREGORIAN, Calendar.GREGORIAN);
  }

  private Months() {}

  /// The month whose name stands at word `index`, the longer name first; null when none does.
  static @Nullable Month at(List<Word> words, int index) {
    String one = words.get(index).folded();
    if (index + 1 < words.size() && TWO_WORDED.contains(one)) {
      Month two = MONTHS.get(one + " " + words.get(index + 1).folded());
      if (two != null) {
        return two;
      }
    }
    return MONTHS.get(one);
  }

  /// A line per month, with spaces between its names and `_` between the words of one.
  private static void fill(String table, Calendar calendar) {
    List<String> lines = table.lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      for (String name : lines.get(i).split(" ", -1)) {
        String folded = Words.folded(name.replace('_', ' '));
        if (folded.contains(" ")) {
          TWO_WORDED.add(folded.substring(0, folded.indexOf(' ')));
        }
        MONTHS.put(folded, new Month(calendar, i + 1, folded.contains(" ") ? 2 : 1));
      }
    }
  }
}
