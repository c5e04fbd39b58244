import { expect, it } from 'vitest';
import { carriedOver } from './carriedOver';

const was = { number: '17/NQ-HDND', issuer: 'Hội đồng nhân dân tỉnh', link: '', figures: ['a', 'b'] };

it('what was typed stays, and what was not is as somebody else has corrected it', () => {
  expect(
    carriedOver({ ...was, number: '17/NQ-HĐND', figures: ['a', 'b'] }, was, {
      ...was,
      number: '18/NQ-HDND',
      issuer: 'HĐND tỉnh Lào Cai',
      figures: ['b'],
    }),
  ).toEqual({ number: '17/NQ-HĐND', issuer: 'HĐND tỉnh Lào Cai', link: '', figures: ['b'] });
});

it('an emptied field was typed in, one that was empty before was not', () => {
  const now = { ...was, issuer: 'HĐND tỉnh', link: 'https://laocai.gov.vn/17' };
  expect(carriedOver<Partial<typeof was>>({ ...was, issuer: '', link: undefined }, was, now)).toEqual({
    ...was,
    issuer: '',
    link: 'https://laocai.gov.vn/17',
  });
});

it('the order of figures is theirs, so another order is a change', () => {
  expect(carriedOver({ ...was, figures: ['b', 'a'] }, was, { ...was, figures: ['a'] }).figures).toEqual([
    'b',
    'a',
  ]);
});
