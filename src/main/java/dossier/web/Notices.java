package dossier.web;

import dossier.search.Answer;
import dossier.search.Notice;
import dossier.text.Reason;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// What other rooms say in English, in the language of the page.
final class Notices {

  private Notices() {}

  /// A remark on how a question was understood or answered.
  static String said(Notice notice) {
    return said("notice." + notice.key(), notice.values(), notice.text());
  }

  /// What is different in another question.
  static String said(Answer.Rescue rescue) {
    return said("rescue." + rescue.key(), rescue.values(), rescue.label());
  }

  private static String said(String key, List<?> values, String english) {
    if (!Tongue.here().knows(key)) {
      return english;
    }
    Map<String, Object> numbered = new TreeMap<>();
    values.forEach(value -> numbered.put(Integer.toString(numbered.size()), value));
    return Tongue.here().say(key, numbered);
  }

  /// Why a document could not be read.
  static String words(Reason reason) {
    return Words.say("reason." + reason.id());
  }

  /// What can be done about it.
  static String advice(Reason reason) {
    return Words.say("reason." + reason.id() + ".advice");
  }
}
