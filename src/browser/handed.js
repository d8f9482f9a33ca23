// Runs on the page that is handed over; see handed.rs. HERE, ORIGIN and READY are put in.
(() => {
const tab = open(HERE);
if (!tab) { alert('The browser did not open Claimlight: allow this page to open windows, and press again.'); return; }
const chosen = getSelection();
const part = document.createElement('div');
if (chosen.rangeCount && !chosen.isCollapsed) { part.append(chosen.getRangeAt(0).cloneContents()); }
const selected = part.hasChildNodes();
const html = selected ? part.innerHTML : document.documentElement.outerHTML;
const page = { claimlightPage: html, address: location.href, selected, words: selected ? String(chosen) : '' };
addEventListener('message', function hear(event) {
if (event.source !== tab || event.origin !== ORIGIN || event.data !== READY) { return; }
removeEventListener('message', hear);
tab.postMessage(page, ORIGIN);
});
})();
