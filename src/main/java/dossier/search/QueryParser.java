package dossier.search;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Understands a query, by recursive descent. `NEAR` binds closest, then `NOT`, then `AND`, written
/// or not, then `OR`. Every text gives a tree: what does not fit is left out or repaired, and
/// remarked on.
final class QueryParser {

  /// How many words and phrases of a query are used.
  static final int MAX_TERMS = 256;

  /// How deep parentheses are nested.
  static final int MAX_DEPTH = 50;

  private final List<Token> tokens;
  private final LocalDate today;
  private final Remarks remarks;
  private int at;

  private QueryParser(List<Token> tokens, LocalDate today, Remarks remarks) {
    this.tokens = tokens;
    this.today = today;
    this.remarks = remarks;
  }

  /// The tree of a clean text.
  ///
  /// @param today the day that relative dates count from
  static Clause parse(String text, LocalDate today, Remarks remarks) {
    List<Token> tokens = QueryTokenizer.tokens(text, remarks);
    boolean cut = cutTerms(tokens, remarks);
    QueryParser parser = new QueryParser(balanced(tokens, cut, remarks), today, remarks);
    Clause clause = parser.disjunction(new Target.Words(null));
    if (clause != null) {
      return tokens.stream().anyMatch(QueryParser::combines)
          ? clause
          : LongQuery.read(clause, remarks);
    }
    if (!text.isEmpty()) {
      remarks.nothing();
    }
    return new Clause.Everything();
  }

  /// Removes all from the first term that is too many, and what waited for it.
  private static boolean cutTerms(List<Token> tokens, Remarks remarks) {
    int terms = 0;
    int end = tokens.size();
    for (int i = 0; i < tokens.size(); i++) {
      if (isTerm(tokens.get(i)) && ++terms == MAX_TERMS + 1) {
        end = i;
      }
    }
    if (terms <= MAX_TERMS) {
      return false;
    }
    remarks.tooMany(terms - MAX_TERMS);
    while (!isTerm(tokens.get(end - 1)) && !(tokens.get(end - 1) instanceof Token.Close)) {
      end--;
    }
    tokens.subList(end, tokens.size()).clear();
    return true;
  }

  /// Whether a token says how terms belong together.
  private static boolean combines(Token token) {
    return token instanceof Token.And || token instanceof Token.Or;
  }

  private static boolean isTerm(Token token) {
    return token instanceof Token.Term || token instanceof Token.UnknownName;
  }

  /// The tokens with every parenthesis opened, closed, and not too deep.
  private static List<Token> balanced(List<Token> tokens, boolean cut, Remarks remarks) {
    List<Token> balanced = new ArrayList<>();
    int open = 0;
    for (Token token : tokens) {
      boolean opens = token instanceof Token.Open;
      boolean closes = token instanceof Token.Close;
      if (closes && open == 0) {
        remarks.notOpened();
        continue;
      }
      open += opens ? 1 : 0;
      if (!(opens || closes) || open <= MAX_DEPTH) {
        balanced.add(token);
      } else {
        remarks.tooDeep();
      }
      open -= closes ? 1 : 0;
    }
    if (open > 0 && !cut) {
      remarks.notClosed();
    }
    for (int i = Math.min(open, MAX_DEPTH); i > 0; i--) {
      balanced.add(new Token.Close());
    }
    return balanced;
  }

  private @Nullable Clause disjunction(Target target) {
    List<Clause> any = new ArrayList<>();
    Clause first = conjunction(target);
    if (first != null) {
      any.add(first);
    }
    while (peek() instanceof Token.Or(String typed)) {
      at++;
      Clause next = conjunction(target);
      if (any.isEmpty() || next == null) {
        remarks.dangling(typed);
      }
      if (next != null) {
        any.add(next);
      }
    }
    return any.size() > 1 ? new Clause.Or(any) : any.isEmpty() ? null : any.getFirst();
  }

  private @Nullable Clause conjunction(Target target) {
    List<Clause> all = new ArrayList<>();
    while (true) {
      Token token = peek();
      if (token instanceof Token.And(String typed)) {
        at++;
        if (all.isEmpty() || !startsNegation(peek())) {
          remarks.dangling(typed);
        }
      } else if (token instanceof Token.Near(String typed, int distance)) {
        at++;
        remarks.dangling(typed);
      } else if (startsNegation(token)) {
        Clause clause = negation(target);
        if (clause != null) {
          all.add(clause);
        }
      } else {
        return all.size() > 1 ? new Clause.And(all) : all.isEmpty() ? null : all.getFirst();
      }
    }
  }

  private static boolean startsNegation(@Nullable Token token) {
    return token instanceof Token.Not || token instanceof Token.Operand;
  }

  private @Nullable Clause negation(Target target) {
    Deque<String> signs = new ArrayDeque<>();
    while (peek() instanceof Token.Not(String typed)) {
      signs.push(typed);
      at++;
    }
    Clause clause = nearness(target);
    if (clause == null) {
      if (!signs.isEmpty()) {
        remarks.dangling(signs.getFirst());
      }
      return null;
    }
    if (signs.size() % 2 == 0) {
      return clause;
    }
    return clause instanceof Clause.Not(Clause inner) ? inner : new Clause.Not(clause);
  }

  /// One operand, or several with `NEAR` between.
  private @Nullable Clause nearness(Target target) {
    Clause clause = next(target);
    while (peek() instanceof Token.Near(String typed, int distance)) {
      at++;
      Clause right = next(target);
      if (clause == null || right == null) {
        remarks.dangling(typed);
        clause = clause == null ? right : clause;
      } else if (Clause.Near.canJoin(clause, right)) {
        clause = new Clause.Near(clause, right, distance);
      } else {
        remarks.noNearness(typed);
        clause = new Clause.And(List.of(clause, right));
      }
    }
    return clause;
  }

  private @Nullable Clause next(Target target) {
    return peek() instanceof Token.Operand next ? operand(next, target) : null;
  }

  private @Nullable Clause operand(Token.Operand operand, Target target) {
    at++;
    return switch (operand) {
      case Token.Term term -> target.clause(term, today, remarks);
      case Token.Name(Target named) -> value(named);
      case Token.UnknownName(String text) -> words(text, target);
      case Token.Some(String typed) -> some(typed, target);
      case Token.Open open -> group(target);
    };
  }

  private @Nullable Clause value(Target named) {
    Token next = peek();
    if (next instanceof Token.Operand operand && !(next instanceof Token.Name)) {
      return operand(operand, named);
    }
    remarks.withoutValue(named.name());
    return null;
  }

  /// What seemed a name and is none: the words on both sides of the colon.
  private @Nullable Clause words(String name, Target target) {
    List<Clause> all = new ArrayList<>();
    for (String text = name; text != null; text = another()) {
      remarks.unknownField(text);
      add(all, target.clause(new Token.Word(text), today, remarks));
    }
    add(all, next(target));
    return all.size() > 1 ? new Clause.And(all) : all.isEmpty() ? null : all.getFirst();
  }

  private @Nullable String another() {
    if (peek() instanceof Token.UnknownName(String text)) {
      at++;
      return text;
    }
    return null;
  }

  private static void add(List<Clause> clauses, @Nullable Clause clause) {
    if (clause != null) {
      clauses.add(clause);
    }
  }

  private @Nullable Clause some(String typed, Target target) {
    if (!(peek() instanceof Token.Open open)) {
      remarks.dangling(typed);
      return null;
    }
    Clause group = operand(open, target);
    return group instanceof Clause.And(List<Clause> clauses) ? LongQuery.some(clauses) : group;
  }

  private @Nullable Clause group(Target target) {
    Clause clause = disjunction(target);
    at++;
    return clause;
  }

  private @Nullable Token peek() {
    return at < tokens.size() ? tokens.get(at) : null;
  }
}
