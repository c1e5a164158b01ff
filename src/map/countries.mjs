// Writes the outlines of the world's countries for the maps of region pages: a line a country, its ISO 3166-1
// alpha-2 code, a tab, and its rings, largest first, with a semicolon between them. A ring is a list of numbers
// with spaces between: longitude and latitude of its first point in hundredths of a degree, then the way to each
// next point. From Natural Earth 1:50m (public domain) through the package world-atlas.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import countries from 'i18n-iso-countries';
import { feature } from 'topojson-client';
import { presimplify, simplify } from 'topojson-simplify';

const HUNDREDTHS = 100;
// Drops points whose triangle with their neighbours is smaller than this, in square degrees.
const DETAIL = 0.002;
// What Natural Earth draws apart and ISO 3166-1 has no code for: part of the country it names, or a code in wide use.
const WITHIN = { 'N. Cyprus': 'CY', Somaliland: 'SO', Kosovo: 'XK' };
// Crimea, which Natural Earth draws with who holds it: Ukraine, as in resolution 68/262 of the UN General Assembly.
const isCrimea = (code, ring) => code === 'RU' && ring.every(([lon, lat]) => lon > 32 && lon < 36.7 && lat > 44 && lat < 46.4);

const require = createRequire(import.meta.url);
const world = JSON.parse(readFileSync(require.resolve('world-atlas/countries-50m.json'), 'utf8'));
const simple = simplify(presimplify(world), DETAIL);

const area = ring => {
  let twice = 0;
  for (let i = 1; i < ring.length; i++) twice += ring[i - 1][0] * ring[i][1] - ring[i][0] * ring[i - 1][1];
  return Math.abs(twice) / 2;
};

const steps = ring => {
  const numbers = [];
  let [x, y] = [0, 0];
  for (const [lon, lat] of ring.slice(0, -1)) {
    const [nextX, nextY] = [Math.round(lon * HUNDREDTHS), Math.round(lat * HUNDREDTHS)];
    if (numbers.length && nextX === x && nextY === y) continue;
    numbers.push(nextX - x, nextY - y);
    [x, y] = [nextX, nextY];
  }
  return numbers;
};

const rings = new Map();
for (const { id, properties, geometry } of feature(simple, simple.objects.countries).features) {
  const code = WITHIN[properties.name] ?? (id && countries.numericToAlpha2(id));
  if (!code || code === 'AQ') {
    console.error('left out: ' + properties.name);
    continue;
  }
  const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
  for (const ring of polygons.flat()) {
    const owner = isCrimea(code, ring) ? 'UA' : code;
    rings.set(owner, [...(rings.get(owner) ?? []), ring]);
  }
}
for (const [code, all] of [...rings].sort()) {
  const drawn = all.sort((a, b) => area(b) - area(a)).map(steps).filter(numbers => numbers.length >= 6);
  if (drawn.length) console.log(code + '\t' + drawn.map(numbers => numbers.join(' ')).join(';'));
}
