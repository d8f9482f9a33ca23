// Runs the worker that proposes claims as a browser would, and times it: arguments are wasm-bindgen's output for Node,
// a request with the long text, how many words that has, and a request with a short one.
const [glue, long, words, short] = process.argv.slice(2);
const { readFileSync } = require('node:fs');
let hear, answers = 0;
globalThis.postMessage = () => { answers += 1; };
globalThis.addEventListener = (_, listener) => { hear = listener; };
require(glue);
const spent = () => process.cpuUsage().user / 1e6;
const times = (runs, work) => Array.from({ length: runs }, () => { const from = spent(); work(); return spent() - from; });
const ask = (question) => hear({ data: question });
// A request, and the text that goes beside it.
const [article, brief] = [long, short].map((file) => {
  const [request, text] = JSON.parse(readFileSync(file, 'utf8'));
  return [request, new TextEncoder().encode(text)];
});
// The first runs are compiled on the way.
times(3, () => ask(brief));
const best = Math.min(...times(3, () => ask(article)));
const some = Math.min(...times(5, () => { for (let n = 0; n < 100; n++) ask(brief); })) / 100;
if (answers < 100) throw new Error('the worker does not answer');
console.log(`wasm, as the worker answers: ${(words / best / 1e6).toFixed(2)} million words a second; 600 words in ${(some * 1e3).toFixed(2)} ms`);
