package dossier.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AuthorTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Marta Oyelaran          | Oyelaran, Marta
          J. R. Smith             | Smith, J. R.
          Oyelaran, Marta         | Oyelaran, Marta
          Ludwig van der Berg     | van der Berg, Ludwig
          Jean-Pierre O'Neill     | O'Neill, Jean-Pierre
          Петров И. С.            | Петров, И. С.
          И. С. Петров            | Петров, И. С.
          Иванов Пётр Сергеевич   | Иванов, Пётр Сергеевич
          DUPONT Jean             | DUPONT, Jean
          Sample OSINT Unit       | Sample OSINT Unit
          Институт Азии           | Институт Азии
          The Quiet Desk          | The Quiet Desk
          ACLED                   | ACLED
          World Bank Group        | World Bank Group
          Ministry of Water       | Ministry of Water
          Smith & Sons            | Smith & Sons
          王小明                   | 王小明
          محمد علي                | محمد علي
          """)
  void personsArePartedAndAllElseStaysAsItIsPrinted(String printed, String sorted) {
    assertEquals(sorted, Author.of(printed).sorted());
  }
}
