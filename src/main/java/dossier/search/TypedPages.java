package dossier.search;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads the numbers of pages: `12`, or `12..14`.
final class TypedPages {

  private static final Pattern FORM =
      Pattern.compile("([0-9]{1,7})(?:(?:\\.{2,}|…|-|–)([0-9]{1,7}))?");

  private TypedPages() {}

  /// Null, with a remark, when these are no pages.
  static Clause.@Nullable Pages pages(String typed, Remarks remarks) {
    Matcher parts = FORM.matcher(TypedDates.withoutEnd(typed));
    if (!parts.matches()) {
      remarks.noPage(typed);
      return null;
    }
    int first = Integer.parseInt(parts.group(1));
    int last = parts.group(2) == null ? first : Integer.parseInt(parts.group(2));
    if (Math.min(first, last) == 0) {
      remarks.noPage(typed);
      return null;
    }
    return new Clause.Pages(Math.min(first, last), Math.max(first, last));
  }
}
