import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { billOfMaterials, notices } from './notices.ts';
import { shippedPackages } from './shipped-packages.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** Writes the licences and the bill of materials to be shipped beside the program. */
export function writeLicences(): void {
  const { version } = JSON.parse(readFileSync(`${root}package.json`, 'utf8')) as { version: string };
  const packages = shippedPackages();
  mkdirSync(`${root}dist/licences`, { recursive: true });
  writeFileSync(`${root}dist/licences/NOTICES.txt`, notices(packages));
  writeFileSync(`${root}dist/licences/sbom.cdx.json`, billOfMaterials(version, packages));
}
