// npm run bench -- [NAME …] [--large]: the benches named, or all of them.
import { benches } from './benches.ts';

const parameters = process.argv.slice(2);
const named = parameters.filter((parameter) => parameter !== '--large');
const isLarge = named.length < parameters.length;
const unknown = named.filter((name) => !(name in benches));
if (unknown.length > 0) {
  console.error(`No bench is called ${unknown.join(', ')}; there are ${Object.keys(benches).join(', ')}.`);
  process.exit(2);
}
console.log(`Node ${process.version}`);
for (const [name, { title, run }] of Object.entries(benches)) {
  if (named.length > 0 && !named.includes(name)) continue;
  console.log(`\n${title}`);
  console.log(await run(isLarge));
}
