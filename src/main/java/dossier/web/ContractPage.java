package dossier.web;

import io.javalin.http.Context;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// The contract of the API: `/openapi.yaml` as it is written, and `/api` for people, made of it.
final class ContractPage {

  private static final String NAME = "openapi.yaml";

  private final WebFiles files;
  private final Pages pages;

  ContractPage(WebFiles files, Pages pages) {
    this.files = files;
    this.pages = pages;
  }

  /// The page.
  ///
  /// @param problems kinds of problems and what they mean
  record View(
      List<Guide.Piece> about, List<Group> groups, List<Shape> shapes, List<Kind> problems) {}

  /// Operations on one thing.
  record Group(String id, String title, List<Operation> operations) {}

  /// What can be asked.
  ///
  /// @param example an address to try; empty when it takes an id
  /// @param shape name of the body of the answer
  record Operation(
      String id,
      String path,
      String summary,
      List<Guide.Piece> about,
      List<Row> parameters,
      String statuses,
      String shape,
      String example) {}

  /// A body by its name.
  record Shape(String name, List<Guide.Piece> about, List<Row> rows) {}

  /// A parameter or property.
  ///
  /// @param type in words; `shape` completes it where it is a named one, else that is empty
  record Row(String name, String type, String shape, boolean required, List<Guide.Piece> about) {}

  /// A kind of problem.
  record Kind(String id, List<Guide.Piece> about) {}

  void yaml(Context ctx) {
    ctx.header("Cache-Control", "no-cache");
    ctx.contentType("application/yaml").result(files.read(NAME));
  }

  void page(Context ctx) throws IOException {
    Contract contract = Contract.of(files.read(NAME));
    List<Kind> problems = new ArrayList<>();
    Contract kinds = contract.at("x-problems");
    kinds
        .fields()
        .keySet()
        .forEach(
            id -> problems.add(new Kind(id.toString(), Guide.line(kinds.text(id.toString())))));
    View view =
        new View(
            Guide.line(contract.at("info").text("description")),
            contract.list("tags").stream().map(tag -> group(tag, contract.at("paths"))).toList(),
            contract.at("components").at("schemas").entries().entrySet().stream()
                .map(ContractPage::shape)
                .toList(),
            problems);
    pages.show(ctx, "api", Pages.Heading.of(Words.say("api.title"), ""), view);
  }

  private static Group group(Contract tag, Contract paths) {
    String name = tag.text("name");
    List<Operation> operations = new ArrayList<>();
    paths
        .entries()
        .forEach((path, methods) -> {
          Contract asked = methods.at("get");
          if (asked.texts("tags").contains(name)) {
            operations.add(operation(path, asked));
          }
        });
    return new Group(name, tag.text("description"), operations);
  }

  private static Operation operation(String path, Contract asked) {
    List<Row> parameters = new ArrayList<>();
    for (Contract parameter : asked.list("parameters")) {
      boolean required = parameter.text("required").equals("true");
      List<Guide.Piece> about = Guide.line(parameter.text("description"));
      parameters.add(
          new Row(parameter.text("name"), type(parameter.at("schema")), "", required, about));
    }
    Map<String, Contract> replies = asked.at("responses").entries();
    return new Operation(
        asked.text("operationId"),
        path,
        asked.text("summary"),
        Guide.line(asked.text("description")),
        parameters,
        replies.keySet().stream()
            .filter(status -> !status.equals("default"))
            .collect(Collectors.joining(", ")),
        asked.at("responses").at("200").at("content").at("application/json").reference("schema"),
        example(path, asked));
  }

  /// An address with the values the contract gives as examples.
  private static String example(String path, Contract asked) {
    String address = path;
    List<String> query = new ArrayList<>();
    for (Contract parameter : asked.list("parameters")) {
      String name = parameter.text("name");
      String value = Addresses.encoded(parameter.text("example"));
      if (parameter.text("in").equals("path")) {
        address = value.isEmpty() ? address : address.replace("{" + name + "}", value);
      } else if (name.equals("q")) {
        query.add(name + "=" + value);
      }
    }
    return address.contains("{") ? "" : address + (query.isEmpty() ? "" : "?" + query.getFirst());
  }

  private static Shape shape(Map.Entry<String, Contract> named) {
    Contract schema = named.getValue();
    List<Row> rows = new ArrayList<>();
    properties("", schema, rows);
    return new Shape(named.getKey(), Guide.line(schema.text("description")), rows);
  }

  /// The properties of an object, those of the objects written within it under longer names.
  private static void properties(String before, Contract schema, List<Row> rows) {
    List<String> required = schema.texts("required");
    Contract properties = schema.at("properties");
    properties
        .entries()
        .forEach((name, property) -> {
          boolean list = property.text("type").equals("array");
          String shape = list ? property.reference("items") : properties.reference(name);
          rows.add(
              new Row(
                  before + name,
                  type(property),
                  shape,
                  required.contains(name),
                  Guide.line(property.text("description"))));
          Contract within = list ? property.at("items") : property;
          if (shape.isEmpty() && within.has("properties")) {
            properties(before + name + (list ? "[]." : "."), within, rows);
          }
        });
  }

  private static String type(Contract schema) {
    List<String> choices = schema.texts("enum");
    String type = choices.isEmpty() ? schema.text("type") : "one of " + String.join(", ", choices);
    String all =
        type.equals("array")
            ? "list of " + (schema.reference("items").isEmpty() ? type(schema.at("items")) : "")
            : type;
    String usual = schema.text("default");
    return all
        + (usual.isEmpty() ? "" : "; default " + usual)
        + (schema.text("nullable").equals("true") ? " or null" : "");
  }
}
