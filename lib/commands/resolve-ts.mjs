/**
 * Lets Node run our TypeScript as it stands: adds `.ts` to relative imports without an extension,
 * and the `json` attribute that bundlers do not ask for. Loaded by `node --import ./lib/commands/resolve-ts.mjs`.
 */
import { existsSync } from 'node:fs';
import * as nodeModule from 'node:module';
import { fileURLToPath } from 'node:url';

const { registerHooks } = nodeModule;
if (registerHooks === undefined) {
  process.stderr.write(
    `This is Node ${process.version}, which is too old here. \`npm ci\` brings the one that is needed.\n`,
  );
  process.exit(1);
}

registerHooks({
  resolve(specifier, context, next) {
    if (specifier.startsWith('.') && context.parentURL?.startsWith('file:')) {
      const target = new URL(specifier, context.parentURL);
      if (!existsSync(fileURLToPath(target)) && existsSync(fileURLToPath(`${target.href}.ts`))) {
        return next(`${specifier}.ts`, context);
      }
      if (specifier.endsWith('.json') && context.importAttributes['type'] === undefined) {
        return {
          ...next(specifier, { ...context, importAttributes: { type: 'json' } }),
          importAttributes: { type: 'json' },
        };
      }
    }
    return next(specifier, context);
  },
});
