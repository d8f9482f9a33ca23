// Decodes the program that stands in this script, and starts it.
{
  const letters = atob('WASM');
  const bytes = new Uint8Array(letters.length);
  for (let i = 0; i < letters.length; i++) bytes[i] = letters.charCodeAt(i);
  wasm_bindgen({ module_or_path: bytes });
}
