/** A page around one script of tests/pages, bundled with the framework that it imports. */
import { join } from 'node:path';
import { build } from 'vite';

const PAGES = join(import.meta.dirname, '../pages');

/** `path` is the script under tests/pages; it draws into `#app`. */
export async function bundleApp(path: string): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'error',
    define: { 'process.env.NODE_ENV': JSON.stringify('production') },
    build: { write: false, lib: { entry: join(PAGES, path), formats: ['iife'], name: 'app' } },
  });
  const [first] = Array.isArray(built) ? built : [built];
  if (first === undefined || !('output' in first)) throw new Error(`${path} was not built`);
  const script = first.output[0].code.replaceAll('</script', '<\\/script');
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>App</title></head><body><div id="app"></div><script>${script}</script></body></html>`;
}
