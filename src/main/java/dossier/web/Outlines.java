package dossier.web;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/// The outlines of the world's countries, from `web/countries.tsv` (Natural Earth 1:50m, public
/// domain; made by `src/map/countries.mjs`): as points of the unit sphere, so that a map may be
/// centred anywhere.
///
/// @param countries by ISO 3166-1 alpha-2 code
record Outlines(Map<String, List<Ring>> countries) {

  private static final double HUNDREDTHS = 100;

  /// A closed line.
  static final class Ring {

    /// Three numbers each: toward 0° N 0° E, 0° N 90° E and the north pole.
    final double[] points;

    /// Of the flat figure of longitude and latitude, in square degrees: good enough to tell a
    /// mainland from its islands.
    final double area;

    Ring(double[] points, double area) {
      this.points = points;
      this.area = area;
    }
  }

  /// Of one country, the largest first.
  List<Ring> of(String code) {
    return Objects.requireNonNull(countries.get(code), code);
  }

  static Outlines read(WebFiles files) {
    Map<String, List<Ring>> countries = new TreeMap<>();
    String table = new String(files.read("countries.tsv"), StandardCharsets.UTF_8);
    for (String line : table.lines().toList()) {
      int tab = line.indexOf('\t');
      List<Ring> rings = new ArrayList<>();
      for (String ring : line.substring(tab + 1).split(";", -1)) {
        rings.add(ring(ring));
      }
      countries.put(line.substring(0, tab), rings);
    }
    return new Outlines(countries);
  }

  private static Ring ring(String steps) {
    String[] numbers = steps.split(" ", -1);
    double[] points = new double[numbers.length / 2 * 3];
    double twice = 0;
    double east = 0;
    double north = 0;
    double fromEast = 0;
    double fromNorth = 0;
    for (int i = 0; i < numbers.length / 2; i++) {
      double stepEast = Integer.parseInt(numbers[2 * i]) / HUNDREDTHS;
      double stepNorth = Integer.parseInt(numbers[2 * i + 1]) / HUNDREDTHS;
      if (i > 0) {
        // Seen from the first point, which closes the line.
        twice += fromEast * stepNorth - fromNorth * stepEast;
        fromEast += stepEast;
        fromNorth += stepNorth;
      }
      east += stepEast;
      north += stepNorth;
      double longitude = Math.toRadians(east);
      double latitude = Math.toRadians(north);
      points[3 * i] = Math.cos(latitude) * Math.cos(longitude);
      points[3 * i + 1] = Math.cos(latitude) * Math.sin(longitude);
      points[3 * i + 2] = Math.sin(latitude);
    }
    return new Ring(points, Math.abs(twice) / 2);
  }
}
