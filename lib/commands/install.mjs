/** Installs the locked dependencies where any is missing, and says whether the Node that they bring works. Nothing else. */
import { prepare, runCommand, say } from './setup.mjs';

await runCommand(async () => {
  say(`Dependencies are installed; the tools run on ${await prepare()}`);
  return 0;
});
