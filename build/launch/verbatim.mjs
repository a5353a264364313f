#!/usr/bin/env node
// The program `verbatim`: from its sources in a checkout, from its bundle where it is installed as a package.
import './require-node.mjs';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const source = new URL('../../electron/verbatim.ts', import.meta.url);
const bundle = new URL('../../dist/node/verbatim.js', import.meta.url);
// Node does not run TypeScript under node_modules.
const installed = fileURLToPath(source).split(/[\\/]/).includes('node_modules');
if (!installed && existsSync(source)) await import(source.href);
else await import(bundle.href);
