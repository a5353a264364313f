import type { Buffer } from 'node:buffer';
import { builtZip } from './built-docx.ts';

const namespaces = ['office', 'text', 'table', 'drawing:draw']
  .map((name) => name.split(':'))
  .map(([name, prefix = name]) => `xmlns:${prefix}="urn:oasis:names:tc:opendocument:xmlns:${name}:1.0"`)
  .join(' ');

/** The content part around the children of `office:text`. */
export function odtContent(body: string): string {
  return `<?xml version="1.0"?><office:document-content ${namespaces}><office:automatic-styles><x>style</x></office:automatic-styles><office:body><office:text>${body}</office:text></office:body></office:document-content>`;
}

/** A minimal .odt around the children of `office:text`. */
export function builtOdt(body: string, others: Readonly<Record<string, string>> = {}): Promise<Buffer> {
  return builtZip({
    mimetype: 'application/vnd.oasis.opendocument.text',
    'content.xml': odtContent(body),
    ...others,
  });
}
