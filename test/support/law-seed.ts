// A red run means that a change broke something, so laws are tried on the same cases each time; `npm run laws` tries others.
import * as fc from 'fast-check';

fc.configureGlobal({ seed: Number(process.env['VERBATIM_LAW_SEED'] ?? 20_261_126) });
