import type { ShippedPackage } from './shipped-packages.ts';

/** The licences of everything that is shipped, as one text. */
export function notices(packages: readonly ShippedPackage[]): string {
  const parts = packages.map(({ name, version, licence, text }) =>
    [`${name} ${version}`, `Licence: ${licence}`, ...(text === '' ? [] : ['', text])].join('\n'),
  );
  return `Verbatim contains the following software.\n\n${parts.join(`\n\n${'-'.repeat(72)}\n\n`)}\n`;
}

/** The same as a bill of materials: CycloneDX 1.6, without times and serial numbers, so that a build can be repeated. */
export function billOfMaterials(version: string, packages: readonly ShippedPackage[]): string {
  const bill = {
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    version: 1,
    metadata: { component: { type: 'application', name: 'verbatim', version, 'bom-ref': `verbatim@${version}` } },
    components: packages.map(({ name, version: of, licence, integrity }) => ({
      type: 'library',
      name,
      version: of,
      'bom-ref': `${name}@${of}`,
      purl: `pkg:npm/${name.replace('@', '%40')}@${of}`,
      licenses: [{ expression: licence }],
      ...(integrity?.startsWith('sha512-')
        ? { hashes: [{ alg: 'SHA-512', content: Buffer.from(integrity.slice(7), 'base64').toString('hex') }] }
        : {}),
    })),
  };
  return `${JSON.stringify(bill, null, 2)}\n`;
}
