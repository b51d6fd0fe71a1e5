/** `npm run claims:new -- <topic> <id>`: starts the file of a claim and says what to do with it. */
import { join } from 'node:path';
import { TOPICS } from '../engine/pack/schema';
import { startClaim } from './new-claim';
import { ROOT, runCommand, say, SetupError } from './setup.mjs';

const CLAIMS = 'lib/claims';

await runCommand(async () => {
  const [topic, id, ...more] = process.argv.slice(2);
  if (topic === undefined || id === undefined || more.length > 0)
    throw new SetupError(
      `Expected a topic and an id: npm run claims:new -- <topic> <id>\nTopics: ${TOPICS.join(', ')}.`,
    );
  const started = startClaim(join(ROOT, CLAIMS), topic, id, new Date().toISOString().slice(0, 10));
  if (!started.ok) throw new SetupError(started.why);
  say(`${CLAIMS}/${started.file} is there. Next:
  1. Fill it in: its comments say what to write, ${CLAIMS}/README.md says more.
  2. npm run claims          names what is empty or wrong, then each sentence that reads otherwise than it should.
  3. npm run -s scan -- -    marks a sentence that you type (end with Ctrl+D).
  4. npm test -- --only unit before you send it.`);
  return 0;
});
