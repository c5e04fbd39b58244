import { describe, expect, it } from 'vitest';
import { navigation, navigationFor } from './navigation';

const labels = (labelled: readonly string[]) =>
  navigationFor(({ label }) => labelled.includes(label)).map((part) =>
    'entry' in part ? part.entry.label : [part.group, ...part.entries.map(({ label }) => label)],
  );

describe('the navigation', () => {
  it('leads to every screen once', () => {
    const ways = navigation.map(({ to }) => to);
    expect(new Set(ways).size).toBe(ways.length);
    expect(ways.length).toBeGreaterThan(15);
  });
  it('keeps what lies together behind one word, without what one may not open', () => {
    expect(labels(['plans', 'indicators', 'units', 'thresholds', 'checks'])).toEqual([
      'plans',
      ['catalogue', 'indicators', 'units'],
      ['settings', 'thresholds', 'checks'],
    ]);
  });
  it('has no group of one, and none of nothing', () => {
    expect(labels(['plans', 'audit'])).toEqual(['plans', 'audit']);
  });
});
