package dossier.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguageTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "en|The report assesses the security situation along the border and what it means for the region.",
        "ru|В докладе оценивается положение на границе и то, что оно значит для безопасности региона.",
        "fr|Le rapport évalue la situation sécuritaire à la frontière et ses conséquences pour la région.",
        "de|Der Bericht bewertet die Sicherheitslage an der Grenze und was sie für die Region bedeutet.",
        "es|El informe evalúa la situación de seguridad en la frontera y lo que significa para la región.",
        "tr|Rapor, sınırdaki güvenlik durumunu ve bunun bölge için ne anlama geldiğini değerlendiriyor.",
        "zh|本报告评估了边境地区的安全局势及其对该地区的影响。",
        "ar|يقيّم التقرير الوضع الأمني على الحدود وما يعنيه ذلك بالنسبة إلى المنطقة في الأشهر المقبلة.",
        "fa|این گزارش وضعیت امنیتی در مرز و معنای آن را برای منطقه در ماه‌های آینده ارزیابی می‌کند.",
        "kk|Бұл баяндамада шекарадағы қауіпсіздік жағдайы және оның аймақ үшін маңызы бағаланады.",
        "ky|Бул баяндамада чек арадагы коопсуздук абалы жана анын аймак үчүн мааниси бааланат.",
        "tg|Дар ин гузориш вазъи амниятӣ дар сарҳад ва аҳамияти он барои минтақа арзёбӣ мешавад.",
        "uz|Ushbu hisobotda chegaradagi xavfsizlik holati va uning mintaqa uchun ahamiyati baholanadi.",
        "uz|Ушбу ҳисоботда чегарадаги хавфсизлик ҳолати ва унинг минтақа учун аҳамияти баҳоланади.",
        "uz|Bu mintaqada suv ta’minoti bo‘yicha o‘zaro kelishuv bo‘lmasa, ziddiyat yana kuchayishi mumkin.",
        "uk|У доповіді оцінюється становище на кордоні та його значення для безпеки регіону.",
        "be|У дакладзе ацэньваецца становішча на мяжы і яго значэнне для бяспекі рэгіёна.",
        "ur|اس رپورٹ میں سرحد پر سلامتی کی صورتحال اور خطے کے لیے اس کے معنی کا جائزہ لیا گیا ہے۔",
        "und|Kazakhstan uranium",
        "und|12345 67890",
        "ja|この報告書は国境の安全保障の状況を評価するものである。",
      })
  void aSentenceIsEnough(String language, String sentence) {
    assertEquals(language, Language.of(sentence), sentence);
  }
}
