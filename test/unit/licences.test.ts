import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { billOfMaterials, notices } from '../../build/licences/notices.ts';
import { acceptedLicences, shippedPackages } from '../../build/licences/shipped-packages.ts';

const manifest = JSON.parse(readFileSync(fileURLToPath(new URL('../../package.json', import.meta.url)), 'utf8')) as {
  dependencies: Record<string, string>;
};

test('everything that is shipped comes under a licence that allows it', () => {
  expect(shippedPackages().filter(({ licence }) => !acceptedLicences.includes(licence))).toEqual([]);
});

test('every dependency is in the notices and in the bill of materials, at its version', () => {
  const packages = shippedPackages();
  const text = notices(packages);
  const bill = JSON.parse(billOfMaterials('1.2.3', packages)) as { components: { name: string; version: string }[] };
  for (const [name, version] of Object.entries(manifest.dependencies)) {
    expect(text).toContain(`${name} ${version}\n`);
    expect(bill.components).toContainEqual(expect.objectContaining({ name, version }));
  }
  expect(text).toContain('Permission is hereby granted');
});

test('nothing that only builds or tests is listed', () => {
  const names = shippedPackages().map(({ name }) => name);
  expect(names).not.toContain('vitest');
  expect(names).not.toContain('electron-builder');
});
