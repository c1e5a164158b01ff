// Says that the portal cannot be reached, in place of the browser's own page. It keeps nothing and
// answers nothing else: what the portal sends goes through as it is.

const PAGE = `<!doctype html><html lang="en-GB"><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark"><title>The portal cannot be reached</title>
<style>body{font:1.0625rem/1.55 system-ui,sans-serif;max-width:34rem;margin:18vh auto;padding:0 1.25rem}h1{font:400 2rem/1.2 Palatino,Georgia,serif}</style>
<h1>The portal cannot be reached</h1><p>Either you are offline, or the portal is being started again. Nothing is lost: the address of this page is your search.</p>
<p><a href="">Try again</a></p>`;

addEventListener('install', () => skipWaiting());
addEventListener('activate', event => event.waitUntil(registration.navigationPreload?.enable()));
addEventListener('fetch', event => {
  if (event.request.mode !== 'navigate' || event.request.method !== 'GET') return;
  event.respondWith((async () => {
    try {
      return (await event.preloadResponse) ?? (await fetch(event.request));
    } catch {
      return new Response(PAGE, { status: 503, headers: { 'Content-Type': 'text/html; charset=utf-8' } });
    }
  })());
});
