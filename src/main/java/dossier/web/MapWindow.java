package dossier.web;

import dossier.web.Outlines.Ring;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A window on the globe: Lambert's azimuthal equal-area projection, which keeps the sizes of
/// countries comparable, around a centre of its own ([Snyder 1987](https://doi.org/10.3133/pp1395),
/// page 185), and what of it a map shows.
final class MapWindow {

  /// Of a map in its own units; on a wide screen, a page shows it a little smaller.
  private static final int WIDTH = 900;

  private static final int LOWEST = 400;
  private static final int HIGHEST = 560;

  /// No margin is wider than this, in radians: some 760 km.
  private static final double WIDEST = 0.12;

  /// How far outside the window points are kept apart, so that no line bends within it.
  private static final int OUTSIDE = 200;

  /// What lies this far from the centre makes no map (cosine of 84°).
  private static final double TOO_FAR = 0.1;

  /// What lies this far is torn apart by the projection (cosine of 120°).
  private static final double TORN = -0.5;

  private final double[] centre;
  private final double[] east;
  private final double[] north;
  private double left = Double.MAX_VALUE;
  private double right = -Double.MAX_VALUE;
  private double top = -Double.MAX_VALUE;
  private double bottom = Double.MAX_VALUE;

  private MapWindow(double... centre) {
    this.centre = centre;
    double across = Math.hypot(centre[0], centre[1]);
    this.east = new double[] {-centre[1] / across, centre[0] / across, 0};
    this.north =
        new double[] {
          -centre[2] * east[1], centre[2] * east[0], centre[0] * east[1] - centre[1] * east[0]
        };
  }

  /// The window that these lines fill.
  ///
  /// @param margin what is added on each side, as a part of the longer side
  /// @return null when they lie too far apart
  static @Nullable MapWindow around(List<Ring> rings, double margin) {
    double[] sum = new double[3];
    for (Ring ring : rings) {
      for (int i = 0; i < ring.points.length; i++) {
        sum[i % 3] += ring.points[i];
      }
    }
    double length = Math.sqrt(dot(sum, sum, 0));
    if (length == 0) {
      return null;
    }
    MapWindow window = new MapWindow(sum[0] / length, sum[1] / length, sum[2] / length);
    for (Ring ring : rings) {
      if (!window.takeIn(ring.points)) {
        return null;
      }
    }
    window.fit(margin);
    return window;
  }

  private static double dot(double[] one, double[] points, int at) {
    return one[0] * points[at] + one[1] * points[at + 1] + one[2] * points[at + 2];
  }

  private boolean takeIn(double... points) {
    for (int i = 0; i < points.length; i += 3) {
      double near = dot(centre, points, i);
      if (near < TOO_FAR) {
        return false;
      }
      double stretch = Math.sqrt(2 / (1 + near));
      double x = stretch * dot(east, points, i);
      double y = stretch * dot(north, points, i);
      left = Math.min(left, x);
      right = Math.max(right, x);
      bottom = Math.min(bottom, y);
      top = Math.max(top, y);
    }
    return true;
  }

  private void fit(double margin) {
    double around = Math.min(WIDEST, margin * Math.max(right - left, top - bottom));
    double width = right - left + 2 * around;
    double height = top - bottom + 2 * around;
    double wide = Math.max(width, height * WIDTH / HIGHEST);
    double high = Math.max(height, wide * LOWEST / WIDTH);
    left -= (wide - (right - left)) / 2;
    right = left + wide;
    bottom -= (high - (top - bottom)) / 2;
    top = bottom + high;
  }

  /// How much of the globe it shows; the whole is four times π.
  double area() {
    return (right - left) * (top - bottom);
  }

  /// As an SVG viewBox.
  String box() {
    return "0 0 " + WIDTH + " " + Math.round((top - bottom) * scale());
  }

  private double scale() {
    return WIDTH / (right - left);
  }

  /// A line as SVG path; empty when nothing of it is to be seen.
  String path(Ring ring) {
    long height = Math.round((top - bottom) * scale());
    StringBuilder path = new StringBuilder();
    boolean seen = false;
    long beforeX = 0;
    long beforeY = 0;
    int drawn = 0;
    double[] points = ring.points;
    for (int i = 0; i < points.length; i += 3) {
      double near = dot(centre, points, i);
      if (near < TORN) {
        return "";
      }
      double stretch = scale() * Math.sqrt(2 / (1 + near));
      long x = kept(stretch * dot(east, points, i) - left * scale(), WIDTH);
      long y = kept(top * scale() - stretch * dot(north, points, i), height);
      seen |= x >= 0 && x <= WIDTH && y >= 0 && y <= height;
      if (i == 0) {
        path.append('M').append(x).append(' ').append(y).append('l');
      } else if (x != beforeX || y != beforeY) {
        path.append(drawn++ == 0 || x < beforeX ? "" : " ").append(x - beforeX);
        path.append(y < beforeY ? "" : " ").append(y - beforeY);
      }
      beforeX = x;
      beforeY = y;
    }
    return seen && drawn > 1 ? path.append('z').toString() : "";
  }

  private static long kept(double at, long end) {
    return Math.clamp(Math.round(at), -OUTSIDE, end + OUTSIDE);
  }
}
