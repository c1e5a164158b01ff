package dossier.text;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Text files and web pages that do not say in which charset they are. */
class CharsetsTest {

  private static final List<String> ENGLISH =
      List.of(
          "The ferry was searched for three hours before it was allowed to leave. Nothing was found"
              + " except a box of letters, which the officer in charge handed back with an apology"
              + " and a receipt that nobody had asked for.",
          "On the far bank the lights of the depot stayed on all night. The guards there are paid by"
              + " the week, and they were last paid in the month of June.",
          "A second ferry is due on Friday, and with it the answer of the ministry.");

  private static final List<String> RUSSIAN =
      List.of(
          "Пограничная служба сообщила, что за последний месяц число задержаний на реке выросло почти"
              + " вдвое. По словам командира отряда, контрабандисты сменили тропы и ходят теперь по"
              + " ночам, когда вода стоит низко. Жители двух сёл просят вернуть пост, который закрыли"
              + " прошлой весной.",
          "Совет области собрался в среду и обсудил поджоги на складах горючего. Подозреваемых пока"
              + " нет, но следствие считает, что все три пожара начались одинаково и в одно время.",
          "Решение о новой дороге отложено до осени: денег в бюджете не нашлось, а объезд размыло"
              + " дождями.");

  private static final List<String> ARABIC =
      List.of(
          "أعلنت قيادة حرس الحدود أن عدد حوادث التهريب على ضفة النهر ارتفع خلال الشهر الماضي إلى"
              + " الضعف تقريبا. وقال ضابط في المنطقة إن المهربين غيروا طرقهم وأصبحوا يتحركون ليلا"
              + " عندما ينخفض منسوب المياه. ويطالب سكان القريتين بإعادة فتح نقطة المراقبة القديمة.",
          "واجتمع مجلس المحافظة يوم الأربعاء لبحث الحرائق التي اندلعت في مخازن الوقود. ولم يعلن"
              + " عن أسماء المشتبه بهم حتى الآن، لكن المحققين يرون أن الحرائق الثلاثة بدأت في وقت"
              + " واحد.",
          "وتأجل قرار بناء الطريق الجديد إلى الخريف بسبب نقص المال.");

  private static final List<String> SIMPLIFIED =
      List.of(
          "边防部门上周表示，过去一个月里河上查获的走私案件几乎增加了一倍。据当地一名军官说，走私者已经改变路线，"
              + "现在多半在夜里水位低的时候过河。两个村子的居民要求重新开放去年春天关闭的哨所，并且希望政府尽快修好电线。",
          "省议会星期三开会讨论油库的几起火灾。目前还没有公布嫌疑人的名字，但是调查人员认为三场大火是在同一时间开始的。",
          "新公路的决定推迟到秋天，因为预算里没有这笔钱，而旧路又被雨水冲坏了。");

  private static final List<String> TRADITIONAL =
      List.of(
          "邊防部門上週表示，過去一個月裡河上查獲的走私案件幾乎增加了一倍。據當地一名軍官說，走私者已經改變路線，"
              + "現在多半在夜裡水位低的時候過河。兩個村子的居民要求重新開放去年春天關閉的哨所，並且希望政府儘快修好電線。",
          "省議會星期三開會討論油庫的幾起火災。目前還沒有公布嫌疑人的名字，但是調查人員認為三場大火是在同一時間開始的。",
          "新公路的決定延到秋天，因為預算裡沒有這筆錢，而舊路又被雨水沖壞了。");

  private static final List<String> JAPANESE =
      List.of(
          "国境警備隊によると、この一か月で川沿いの密輸の摘発はほぼ二倍に増えた。地元の隊長は、密輸業者が道を変え、"
              + "水位の低い夜に川を渡るようになったと話している。二つの村の住民は、昨年の春に閉じられた監視所をもう一度開くよう求めている。",
          "県議会は水曜日に会議を開き、燃料倉庫の火事について話し合った。容疑者はまだ発表されていないが、三つの火事は同じ時刻に始まったとみられる。",
          "新しい道路の決定は秋まで延期された。予算が足りず、古い道は雨で流されたままである。");

  private static final List<String> KOREAN =
      List.of(
          "국경 수비대는 지난 한 달 동안 강에서 적발된 밀수 사건이 거의 두 배로 늘었다고 밝혔다. 현지 부대장은"
              + " 밀수꾼들이 길을 바꾸어 이제는 물이 얕은 밤에 강을 건넌다고 말했다. 두 마을의 주민들은 지난봄에"
              + " 문을 닫은 초소를 다시 열어 달라고 요구하고 있다.",
          "도의회는 수요일에 모여 연료 창고에서 일어난 화재를 논의했다. 용의자의 이름은 아직 발표되지 않았지만"
              + " 조사관들은 세 화재가 같은 시각에 시작되었다고 보고 있다.",
          "새 도로를 놓는 결정은 돈이 모자라 가을로 미루어졌다.");

  private static final List<String> TURKISH =
      List.of(
          "Sınır birlikleri, son bir ay içinde nehir boyunca yakalanan kaçakçıların sayısının neredeyse"
              + " iki katına çıktığını açıkladı. Bölgedeki komutana göre kaçakçılar yollarını değiştirdi"
              + " ve artık geceleri, su alçakken geçiyorlar. İki köyün halkı geçen ilkbaharda kapatılan"
              + " karakolun yeniden açılmasını istiyor.",
          "İl meclisi çarşamba günü toplanıp yakıt depolarında çıkan yangınları görüştü. Şüphelilerin"
              + " adları henüz açıklanmadı, ama soruşturmayı yürütenler üç yangının aynı saatte"
              + " başladığını düşünüyor.",
          "Yeni yol kararı güze kaldı; bütçede para yok, eski yolu ise yağmur götürdü.");

  @TempDir static Path folder;
  private static Workers workers;

  @BeforeAll
  static void start() {
    workers = Workers.start(1);
  }

  @AfterAll
  static void close() {
    workers.close();
  }

  static Stream<Arguments> charsets() {
    return Stream.of(
        Arguments.of("KOI8-R", RUSSIAN),
        Arguments.of("windows-1251", RUSSIAN),
        Arguments.of("windows-1256", ARABIC),
        Arguments.of("GB18030", SIMPLIFIED),
        Arguments.of("Big5", TRADITIONAL),
        Arguments.of("Shift_JIS", JAPANESE),
        Arguments.of("EUC-JP", JAPANESE),
        Arguments.of("EUC-KR", KOREAN),
        Arguments.of("ISO-8859-9", TURKISH),
        Arguments.of("UTF-16LE", ENGLISH),
        Arguments.of("UTF-16BE", ENGLISH),
        Arguments.of("UTF-16LE", RUSSIAN),
        Arguments.of("UTF-16BE", ARABIC),
        Arguments.of("UTF-16LE", SIMPLIFIED),
        Arguments.of("UTF-16BE", JAPANESE),
        Arguments.of("UTF-16LE", KOREAN));
  }

  @ParameterizedTest
  @MethodSource("charsets")
  void paragraphsAreReadAsTheyWereWritten(String charset, List<String> paragraphs) {
    assertAll(
        read(charset, ".txt", paragraphs),
        read(charset, ".html", paragraphs),
        read(charset, ".txt", paragraphs.subList(0, 1)),
        read(charset, ".html", paragraphs.subList(0, 1)));
  }

  private static Executable read(String charset, String extension, List<String> paragraphs) {
    boolean html = extension.equals(".html");
    String content =
        html
            ? paragraphs.stream()
                .map(paragraph -> "<p>" + paragraph + "</p>\n")
                .collect(Collectors.joining("", "<html><body>\n", "</body></html>\n"))
            : String.join("\n\n", paragraphs) + "\n";
    return () ->
        assertEquals(
            paragraphs,
            words(content.getBytes(Charset.forName(charset)), extension),
            charset + extension + " of " + paragraphs.size());
  }

  private static List<String> words(byte[] bytes, String extension) throws Exception {
    Path file = Samples.write(folder.resolve("unmarked" + extension), bytes);
    return Given.text(workers, file).passages().stream().map(Passage::text).toList();
  }

  @Test
  void oneBadByteDoesNotMakeALongTextSomethingElse() throws Exception {
    for (List<String> paragraphs : List.of(RUSSIAN, TURKISH, SIMPLIFIED)) {
      byte[] bytes = String.join("\n\n", paragraphs).getBytes(StandardCharsets.UTF_8);
      byte[] bad = Arrays.copyOf(bytes, bytes.length + 1);
      bad[bytes.length] = (byte) 0xff;
      List<String> read = words(bad, ".txt");
      assertEquals(paragraphs.subList(0, 2), read.subList(0, 2));
    }
  }
}
