import { expect, it } from 'vitest';
import type { Area } from './areas.api';
import { asTree } from './tree';

const area = (id: string, parent: string | null, code: string): Area => ({
  id,
  parent,
  name: id,
  level: 'commune',
  code,
  validFrom: '2020-01-01',
  validTo: null,
  source: null,
  version: 1,
});

it('an area stands below the one it lies in, by code', () => {
  const tree = asTree([
    area('province', null, '10'),
    area('two', 'province', '02'),
    area('one', 'province', '01'),
    area('in one', 'one', '00'),
  ]);
  expect(tree.map(({ area: { id }, depth }) => `${depth} ${id}`)).toEqual([
    '0 province',
    '1 one',
    '2 in one',
    '1 two',
  ]);
});

it('an area whose parent is not there on that day is not lost', () => {
  expect(asTree([area('commune', 'district that ended', '1')])).toHaveLength(1);
});
