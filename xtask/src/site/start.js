// Decodes the program that stands in the page, and starts it.
addEventListener('DOMContentLoaded', async () => {
  const element = document.getElementById('claimlight-wasm');
  const text = element.textContent;
  element.remove();
  let bytes;
  if (Uint8Array.fromBase64) {
    bytes = Uint8Array.fromBase64(text);
  } else {
    const letters = atob(text);
    bytes = new Uint8Array(letters.length);
    for (let i = 0; i < letters.length; i++) bytes[i] = letters.charCodeAt(i);
  }
  await wasm_bindgen({ module_or_path: bytes });
});
