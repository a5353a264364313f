import type { AttributeId, CodeId, CoderId } from '../../shared/domain/ids.ts';
import { openTestCore, type TestCore } from './core.ts';

/** The sample study in a core of its own: its codes by slug, its coders by name, its attributes by header. */
export async function openSample(): Promise<
  TestCore & {
    readonly code: (slug: string) => CodeId;
    readonly coder: (name: string) => CoderId;
    readonly attribute: (key: string) => AttributeId;
    readonly slugs: readonly string[];
  }
> {
  const test = openTestCore();
  await test.client.call('project.sample', {});
  const codes = await test.client.call('codes.list', {});
  const coders = await test.client.call('coders.list', {});
  const { attributes } = await test.client.call('cases.list', {});
  const bySlug = new Map(codes.map(({ id, slug }) => [slug, id]));
  return {
    ...test,
    slugs: codes.flatMap(({ slug }) => slug ?? []),
    code: (slug) => bySlug.get(slug)!,
    coder: (name) => coders.find((coder) => coder.name === name)!.id,
    attribute: (key) => attributes.find((attribute) => attribute.key === key)!.id,
  };
}
