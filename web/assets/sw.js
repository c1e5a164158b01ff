// Says that the portal cannot be reached, in place of the browser's own page. It keeps nothing and
// answers nothing else: what the portal sends goes through as it is.

const PAGE = 'PAGE'; // written here by the portal, in the language of the reader

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
