// Every page through the Nu HTML checker, Lighthouse and a pair of scales. Prints a table in Markdown and
// what is wrong; ends with 1 when anything is. Usage: node check.mjs ADDRESS [MODULES]
//
//   ADDRESS  of a portal, http://localhost:8080
//   MODULES  the folder that holds node_modules; by default the one this file is in

import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { get } from 'node:http';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const LEAST = 95; // of 100, in each category
const HEAVIEST = 60_000; // bytes on the way, gzip; a reading view carries the text of its report beside
const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo'];

const base = process.argv[2];
const modules = createRequire(join(resolve(process.argv[3] ?? dirname(fileURLToPath(import.meta.url))), 'x.js'));
const { default: lighthouse } = await import(pathToFileURL(modules.resolve('lighthouse')));
const { launch } = await import(pathToFileURL(modules.resolve('chrome-launcher')));
const vnu = join(dirname(modules.resolve('vnu-jar/package.json')), 'build', 'dist', 'vnu.jar');

const first = async search => '/r/' + (await (await fetch(base + search)).json()).hits[0].id;
const pages = [
  ['home', '/'],
  ['results', '/search?q=border&region=central-asia'],
  ['results, all', '/search'],
  ['nothing found', '/search?q=xyzzyplugh'],
  ['all regions', '/search/region?q=border&order=az'],
  ['trends', '/trends?q=border'],
  ['trends, compared', '/trends?q=border&with=water&by=threat&as=share'],
  ['reading view', (await first('/search.json?q=border&type=pdf')) + '?q=border'],
  ['browse', '/browse'],
  ['region', '/region/central-asia'],
  ['threat type', '/threat/terrorism'],
  ['series', '/series/steppe-and-mountain-review'],
  ['year', '/year/2024'],
  ['status', '/status'],
];

const weigh = path =>
  new Promise((done, failed) =>
    get(base + path, { headers: { 'Accept-Encoding': 'gzip' } }, answer => {
      let bytes = 0;
      answer.on('data', chunk => (bytes += chunk.length)).on('end', () => done(bytes));
    }).on('error', failed));

// The checker fetches nothing from localhost, so it is given files. One start for all of them.
const java = process.env.JAVA_HOME ? join(process.env.JAVA_HOME, 'bin', 'java') : 'java';
const folder = mkdtempSync(join(tmpdir(), 'pages-'));
const file = i => join(folder, i + '.html');
const validated = async () => {
  for (const [i, [, path]] of pages.entries()) {
    const page = await (await fetch(base + path)).text();
    // The checker's style sheet parser is older than nesting.
    writeFileSync(file(i), page.replace(/<style>[^]*?<\/style>/, ''));
  }
  const files = pages.map((_, i) => file(i));
  const out = execFileSync(java, ['-jar', vnu, '--format', 'json', '--stdout', '--exit-zero-always', ...files], { maxBuffer: 1 << 26 });
  // Safari takes a list without bullets for no list, unless it is told: so the role is not unnecessary.
  const messages = JSON.parse(out).messages.filter(
    message => (message.type !== 'info' || message.subType === 'warning') && !message.message.startsWith('The “list” role is unnecessary'));
  return pages.map((_, i) => messages.filter(message => message.url.endsWith('/' + i + '.html')));
};

const chromium = process.env.CHROME_PATH ?? execFileSync('sh', ['-c', 'command -v chromium || command -v google-chrome']).toString().trim();
const chrome = await launch({ chromePath: chromium, chromeFlags: ['--headless=new', '--no-sandbox', '--disable-gpu', '--disable-background-networking'] });
const wrong = [];
// A busy machine may let the browser miss a paint: then once more.
const look = async path => {
  const options = { port: chrome.port, onlyCategories: CATEGORIES, logLevel: 'error' };
  const { lhr } = await lighthouse(base + path, options);
  return lhr.runtimeError ? (await lighthouse(base + path, options)).lhr : lhr;
};
console.log('| page | ' + CATEGORIES.join(' | ') + ' | layout shift | first paint | kB on the way | HTML |');
console.log('|---|' + '---|'.repeat(CATEGORIES.length + 4));
try {
  const html = await validated();
  for (const [i, [name, path]] of pages.entries()) {
    const messages = html[i];
    messages.forEach(message => wrong.push(`${name}: line ${message.lastLine}: ${message.message}`));
    const lhr = await look(path);
    const scores = CATEGORIES.map(category => Math.round(lhr.categories[category].score * 100));
    scores.forEach((score, one) => {
      if (score >= LEAST) return;
      wrong.push(`${name}: ${CATEGORIES[one]} ${score}`);
      for (const { id, weight } of lhr.categories[CATEGORIES[one]].auditRefs) {
        const audit = lhr.audits[id];
        if (weight && audit.score !== null && audit.score < 0.9) wrong.push(`  ${audit.title} ${audit.displayValue ?? ''}`);
      }
    });
    const bytes = await weigh(path);
    if (bytes > HEAVIEST && !path.startsWith('/r/')) wrong.push(`${name}: ${bytes} bytes`);
    const shift = lhr.audits['cumulative-layout-shift'].numericValue ?? NaN;
    const paint = lhr.audits['first-contentful-paint'].displayValue;
    console.log(`| ${name} | ${scores.join(' | ')} | ${shift.toFixed(3)} | ${paint} | ${(bytes / 1000).toFixed(1)} | ${messages.length || 'valid'} |`);
  }
} finally {
  await chrome.kill();
  rmSync(folder, { recursive: true });
}
console.log('\n' + (wrong.length ? 'Wrong:\n' + wrong.join('\n') : 'Nothing is wrong.'));
process.exitCode = wrong.length ? 1 : 0;
